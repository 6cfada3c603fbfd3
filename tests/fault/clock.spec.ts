import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCounterpoint } from '../e2e/launch'
import { saveState } from '../e2e/workbench'
import { expectAllThere } from './expect-all-there'
import { longRounds, reportFault } from './fault-report'
import { chooseInMenu } from './not-saved'
import { rowsInJournals, rowsInStore, storedChangeIds } from './stored-rows'
import { countShown, openFirstArticle, openSample, tagWord, whenRestored } from './tagging'

const year = 365 * 86_400_000
const offsets = [0, -year, 10 * year, 0]
const rounds = longRounds(1, 5)

/** Puts the clock of window and main process off by so many milliseconds. */
async function shiftClock(app: ElectronApplication, page: Page, offset: number): Promise<void> {
  const shift = (by: number): void => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...parts: [] | [string | number | Date]) {
        if (parts.length === 0) super(Real.now() + by)
        else super(...parts)
      }
      static override now(): number {
        return Real.now() + by
      }
    } as DateConstructor
  }
  await page.evaluate(shift, offset)
  await app.evaluate(`(_electron, by) => (${shift.toString()})(by)` as never, offset)
}

async function undo(app: ElectronApplication, page: Page): Promise<void> {
  const before = await countShown(page)
  await chooseInMenu(app, 'edit.undo')
  await expect.poll(() => countShown(page)).toBe(before - 1)
  await expect(saveState(page)).toHaveText('Saved')
}

test('a clock that jumps between sessions loses nothing, and undo takes back what was done last', async () => {
  test.setTimeout(rounds * 120_000)
  let lookedFor = 0
  for (let round = 0; round < rounds; round += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'counterpoint-clock-'))
    try {
      const saved = new Set<string>()
      let history: string[] = []
      for (const [session, offset] of offsets.entries()) {
        const { app, page, close } = await launchCounterpoint({ profile })
        await shiftClock(app, page, offset)
        if (session > 0) await whenRestored(page)
        await (session === 0 ? openSample(page) : openFirstArticle(page))
        // What the session before did last, by another clock; then what this one does.
        if (session > 0) await undo(app, page)
        await tagWord(page)
        await tagWord(page)
        await tagWord(page)
        await undo(app, page)
        for (const id of await storedChangeIds(page)) saved.add(id)
        const journals = await rowsInJournals(profile)
        expect(await rowsInStore(page)).toEqual(journals)
        const now = inOrder(journals.history)
        expect(now.slice(0, history.length)).toEqual(history)
        history = now
        await close()
      }
      await expectAllThere(profile, saved)
      lookedFor += saved.size
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  reportFault({
    fault: 'Clock of the application jumps between sessions',
    rounds,
    lookedFor,
    lost: 0,
    seen: 'the history kept its order, and undo took back what was done last, also of the session before'
  })
})

/** Ids of the only project's change sets by their numbers. */
function inOrder(history: Readonly<Record<string, string>>): string[] {
  const number = (key: string) => Number(key.split(' ').at(-1))
  return Object.entries(history)
    .sort(([a], [b]) => number(a) - number(b))
    .map(([, id]) => id)
}
