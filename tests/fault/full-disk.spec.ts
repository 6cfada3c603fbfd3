import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCounterpoint } from '../e2e/launch'
import { answerOpenDialog, saveState } from '../e2e/workbench'
import { longRounds, reportFault, reportSkipped } from './fault-report'
import {
  chooseInMenu,
  expectHealed,
  expectRefused,
  exportElsewhere,
  messageLimitMs,
  tagUntilRefused
} from './not-saved'
import { mountProblem, SmallDisk } from './small-disk'
import { expectAllThere } from './expect-all-there'
import { rowsInJournals, rowsInStore, storedChangeIds } from './stored-rows'
import { openFirstArticle, openSample, tagWord, whenRestored } from './tagging'

const megabyte = 1024 * 1024
const problem = mountProblem()
const faults = {
  journals: 'Disk full under the journals',
  store: 'Disk full under the working store',
  files: 'Disk full while files and backups are written'
}
const noSpace = /disk is full|no space left/i
/** The browser does not always say why it could not write. */
const noStore = /disk is full|no space left|the disk (reported|refused|did not)/i

/** Runs a round in a profile of its own; what `mount` asked for is there no more afterwards. */
async function withProfile(
  round: (profile: string, mount: (name: string, bytes: number) => SmallDisk) => Promise<void>
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'counterpoint-full-'))
  const disks: SmallDisk[] = []
  const mount = (name: string, bytes: number) => {
    const disk = new SmallDisk(join(profile, name), bytes)
    disks.push(disk)
    return disk
  }
  try {
    await round(profile, mount)
  } finally {
    for (const disk of disks) disk.unmount()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

test.describe('a full disk', () => {
  test.beforeEach(() => {
    if (problem !== null) {
      for (const fault of Object.values(faults)) reportSkipped(fault, problem)
      test.skip(true, problem)
    }
  })

  test('under the journals: said at once, nothing hangs, saved by itself when there is room again', async () => {
    const rounds = longRounds(1, 10)
    test.setTimeout(rounds * 120_000)
    const seen = { lookedFor: 0, slowest: 0, healed: 0 }
    for (let round = 0; round < rounds; round += 1) {
      await withProfile(async (profile, mount) => {
        const disk = mount('projects', 2 * megabyte)
        const { app, page, close } = await launchCounterpoint({ profile })
        await openSample(page)
        await tagWord(page)
        disk.fill(4096 * (1 + (round % 8)))
        const { ms } = await tagUntilRefused(page, noSpace)
        const saved = new Set(await storedChangeIds(page))
        // What was refused is tried again by itself: its line stands in the journal until it is taken back.
        await expect(async () =>
          expect(await rowsInJournals(profile)).toEqual(await rowsInStore(page))
        ).toPass({ timeout: 5_000 })
        await expectRefused(page)
        await exportElsewhere(app, page, join(profile, 'elsewhere.counterpoint.json'))
        expect(new Set(await storedChangeIds(page))).toEqual(saved)
        disk.empty()
        seen.healed = Math.max(seen.healed, await expectHealed(page))
        for (const id of await storedChangeIds(page)) saved.add(id)
        await close()
        await expectAllThere(profile, saved)
        seen.lookedFor += saved.size
        seen.slowest = Math.max(seen.slowest, ms)
      })
    }
    reportFault({
      fault: faults.journals,
      rounds,
      lookedFor: seen.lookedFor,
      lost: 0,
      seen: `said within ${Math.round(seen.slowest)} ms; saved by itself ${Math.round(seen.healed)} ms after there was room`
    })
  })

  test('under the working store: said at once, and what the journal took is there after a restart', async () => {
    const rounds = longRounds(1, 10)
    test.setTimeout(rounds * 120_000)
    const seen = { lookedFor: 0, slowest: 0 }
    for (let round = 0; round < rounds; round += 1) {
      await withProfile(async (profile, mount) => {
        const disk = mount('IndexedDB', 8 * megabyte)
        const { app, page, close } = await launchCounterpoint({ profile })
        await openSample(page)
        await tagWord(page)
        disk.fill(4096 * (1 + (round % 8)))
        const { ms } = await tagUntilRefused(page, noStore)
        await expectRefused(page)
        await exportElsewhere(app, page, join(profile, 'elsewhere.counterpoint.json'))
        const saved = new Set(Object.values((await rowsInJournals(profile)).history))
        // The browser's store may be beyond help by then: the person is offered to have it built anew.
        const isHealed = round % 2 === 0 && (await restoreFromJournal(page, disk))
        if (isHealed) {
          expect(await rowsInStore(page)).toEqual(await rowsInJournals(profile))
          await openFirstArticle(page)
          await tagWord(page)
          for (const id of await storedChangeIds(page)) saved.add(id)
        }
        disk.empty()
        await close()
        await expectAllThere(profile, saved)
        seen.lookedFor += saved.size
        seen.slowest = Math.max(seen.slowest, ms)
      })
    }
    reportFault({
      fault: faults.store,
      rounds,
      lookedFor: seen.lookedFor,
      lost: 0,
      seen: `said within ${Math.round(seen.slowest)} ms; exported and built anew from the journal without a restart`
    })
  })

  test('while a file is imported and a backup taken: refused in words, and nothing half-written stays', async () => {
    const rounds = longRounds(1, 10)
    test.setTimeout(rounds * 120_000)
    let lookedFor = 0
    for (let round = 0; round < rounds; round += 1) {
      await withProfile(async (profile, mount) => {
        const disk = mount('projects', 4 * megabyte)
        const article = join(profile, 'long.txt')
        writeFileSync(article, 'The court heard what both sides had to say.\n\n'.repeat(15_000))
        const { app, page, close } = await launchCounterpoint({ profile })
        await openSample(page)
        await tagWord(page)

        disk.fill(400_000)
        const began = performance.now()
        await importFile(app, article)
        const report = page.getByRole('dialog', { name: 'Some files were not imported' })
        await expect(report).toContainText(noSpace)
        const refusedMs = performance.now() - began
        await report.getByRole('button', { name: 'Close' }).first().click()
        await openFirstArticle(page)
        await tagWord(page)
        expect(halfWritten(disk.folder)).toEqual([])

        disk.fill(4096)
        await chooseInMenu(app, 'project.backups')
        const backups = page.getByRole('dialog', { name: /Backups/ })
        await backups.getByRole('button', { name: 'Back up now' }).click()
        await expect(backups).toContainText(/Not backed up: The disk is full/, { timeout: messageLimitMs })
        expect(halfWritten(disk.folder)).toEqual([])
        expect(await rowsInStore(page)).toEqual(await rowsInJournals(profile))

        disk.empty()
        await backups.getByRole('button', { name: 'Back up now' }).click()
        await expect(backups).toContainText('Backed up.')
        await backups.getByRole('button', { name: 'Close' }).last().click()
        const beganAgain = performance.now()
        await importFile(app, article)
        await expect(page.locator('.toast')).toContainText('1 article imported')
        // Reading so long a text takes its time, whatever the disk says then.
        expect(refusedMs).toBeLessThan(performance.now() - beganAgain + messageLimitMs)
        const saved = new Set(await storedChangeIds(page))
        await close()
        await expectAllThere(profile, saved)
        lookedFor += saved.size
      })
    }
    reportFault({
      fault: faults.files,
      rounds,
      lookedFor,
      lost: 0,
      seen: 'refused in words, nothing half-written stayed; both succeeded once there was room'
    })
  })
})

/** Makes room and asks for the working store to be built anew. */
async function restoreFromJournal(page: Page, disk: SmallDisk): Promise<true> {
  disk.empty()
  const restore = page.getByRole('button', { name: 'Restore from the journal' })
  await restore.click()
  await restore.waitFor({ state: 'detached' })
  await whenRestored(page)
  await expect(saveState(page)).toHaveText('Saved')
  return true
}

async function importFile(app: ElectronApplication, path: string): Promise<void> {
  await answerOpenDialog(app, [path])
  await chooseInMenu(app, 'articles.import')
}

/** Temporary files below a folder. */
function halfWritten(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.tmp'))
}
