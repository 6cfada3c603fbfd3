import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
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

const problem = mountProblem()
const rounds = longRounds(1, 8)

interface Trouble {
  fault: string
  words: RegExp
  /** Makes the disk refuse all writing; `mend` takes that back. */
  spoil(disk: SmallDisk): void
  mend(disk: SmallDisk): void
  /** Whether it can come over a disk that the application is using. */
  comesWhileOpen: boolean
}

const troubles: readonly Trouble[] = [
  {
    fault: 'Project folder on a disk that can only be read',
    words: /can only be read/,
    spoil: disk => disk.remount('ro'),
    mend: disk => disk.remount('rw'),
    comesWhileOpen: true
  },
  {
    fault: 'Disk full at the start',
    words: /disk is full/i,
    spoil: disk => disk.fill(0),
    mend: disk => disk.empty(),
    comesWhileOpen: false
  }
]

/** Tags in the sample and closes. */
async function prepare(profile: string): Promise<void> {
  const { page, close } = await launchCounterpoint({ profile })
  await openSample(page)
  await tagWord(page)
  await close()
}

/** It opens and shows everything; a change is refused until the disk can be written to again, and then saved. */
async function workOn(
  { words, mend }: Trouble,
  disk: SmallDisk,
  profile: string,
  { app, page, close }: LaunchedCounterpoint
): Promise<{ saved: number; ms: number; healed: number }> {
  await openFirstArticle(page)
  expect(await rowsInStore(page)).toEqual(await rowsInJournals(profile))
  const before = await filesIn(disk.folder)
  const ms = await tagInVain(page, words)
  await expectRefused(page)
  await exportElsewhere(app, page, join(profile, 'elsewhere.counterpoint.json'))
  expect(await filesIn(disk.folder)).toEqual(before)
  expect(
    readdirSync(disk.folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.tmp'))
  ).toEqual([])
  mend(disk)
  const healed = await expectHealed(page)
  const saved = new Set(await storedChangeIds(page))
  await close()
  await expectAllThere(profile, saved)
  return { saved: saved.size, ms, healed }
}

for (const trouble of troubles) {
  const { fault, spoil, comesWhileOpen } = trouble
  test(`${fault}: all is shown, changes are refused in words, and saved by themselves later`, async () => {
    if (problem !== null) reportSkipped(fault, problem)
    test.skip(problem !== null, problem ?? '')
    test.setTimeout(rounds * 120_000)
    const seen = { saved: 0, ms: 0, healed: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const profile = mkdtempSync(join(tmpdir(), 'counterpoint-unwritable-'))
      const disk = new SmallDisk(join(profile, 'projects'), 4 * 1024 * 1024)
      try {
        await prepare(profile)
        const isOpenBefore = comesWhileOpen && round % 2 === 1
        if (!isOpenBefore) spoil(disk)
        const launched = await launchCounterpoint({ profile })
        await whenRestored(launched.page)
        if (isOpenBefore) spoil(disk)
        const worked = await workOn(trouble, disk, profile, launched)
        seen.saved += worked.saved
        seen.ms = Math.max(seen.ms, worked.ms)
        seen.healed = Math.max(seen.healed, worked.healed)
      } finally {
        disk.unmount()
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
}
