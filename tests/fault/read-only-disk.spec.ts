import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCounterpoint, type LaunchedCounterpoint } from '../e2e/launch'
import { filesIn } from '../main/storage/project-sample'
import { expectAllThere } from './expect-all-there'
import { longRounds, reportFault, reportSkipped } from './fault-report'
import { expectHealed, expectRefused, exportElsewhere, tagInVain } from './not-saved'
import { mountProblem, SmallDisk } from './small-disk'
import { rowsInJournals, rowsInStore, storedChangeIds } from './stored-rows'
import { openFirstArticle, openSample, tagWord, whenRestored } from './tagging'

const fault = 'Project folder on a disk that can only be read'
const problem = mountProblem()

/** A profile with a tagged sample whose projects are on a disk of their own. */
async function prepare(profile: string): Promise<SmallDisk> {
  const disk = new SmallDisk(join(profile, 'projects'), 4 * 1024 * 1024)
  const { page, close } = await launchCounterpoint({ profile })
  await openSample(page)
  await tagWord(page)
  await close()
  return disk
}

/** It opens and shows everything; a change is refused until the disk can be written to again, and then saved. */
async function workOn(
  disk: SmallDisk,
  profile: string,
  { app, page, close }: LaunchedCounterpoint
): Promise<{ saved: number; ms: number; healed: number }> {
  await openFirstArticle(page)
  expect(await rowsInStore(page)).toEqual(await rowsInJournals(profile))
  const before = await filesIn(disk.folder)
  const ms = await tagInVain(page, /can only be read/)
  await expectRefused(page)
  await exportElsewhere(app, page, join(profile, 'elsewhere.counterpoint.json'))
  expect(await filesIn(disk.folder)).toEqual(before)
  disk.remount('rw')
  const healed = await expectHealed(page)
  const saved = new Set(await storedChangeIds(page))
  await close()
  await expectAllThere(profile, saved)
  return { saved: saved.size, ms, healed }
}

test('a disk that can only be read: shown, refused in words, saved by itself when it can be written to', async () => {
  if (problem !== null) reportSkipped(fault, problem)
  test.skip(problem !== null, problem ?? '')
  const rounds = longRounds(1, 15)
  test.setTimeout(rounds * 120_000)
  const seen = { saved: 0, ms: 0, healed: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'counterpoint-read-only-'))
    let disk: SmallDisk | undefined
    try {
      disk = await prepare(profile)
      // Protected before the start; in every second round when the project is open already.
      if (round % 2 === 0) disk.remount('ro')
      const launched = await launchCounterpoint({ profile })
      await whenRestored(launched.page)
      if (round % 2 === 1) disk.remount('ro')
      const worked = await workOn(disk, profile, launched)
      seen.saved += worked.saved
      seen.ms = Math.max(seen.ms, worked.ms)
      seen.healed = Math.max(seen.healed, worked.healed)
    } finally {
      disk?.unmount()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  reportFault({
    fault,
    rounds,
    lookedFor: seen.saved,
    lost: 0,
    seen: `said within ${Math.round(seen.ms)} ms, nothing written; saved by itself ${Math.round(seen.healed)} ms after it could be`
  })
})
