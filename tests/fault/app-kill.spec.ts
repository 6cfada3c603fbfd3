import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCounterpoint } from '../e2e/launch'
import { faultRounds, reportFault } from './fault-report'
import { rowsInJournals, rowsInStore, storedChangeIds } from './stored-rows'
import { kill, openFirstArticle, openSample, tagWord, whenRestored } from './tagging'

const rounds = faultRounds(25)

/** Two applications at a time, each with a profile of its own: most of a round is waiting for a start. */
const lanes = 2

// IndexedDB alone would not do: a log that is cut short looks healthy at the first start after the crash, and
// everything is gone at the second. So there are two starts after each kill.
test(`nothing is lost when the application is killed while tagging, ${rounds} times`, async () => {
  test.setTimeout(rounds * 30_000)
  const own = Array.from({ length: lanes }, (_, lane) => Math.floor((rounds + lane) / lanes))
  const saved = (await Promise.all(own.map(killAgainAndAgain))).reduce((sum, count) => sum + count, 0)
  expect(saved).toBeGreaterThan(rounds)
  reportFault({
    fault: 'Application killed while tagging',
    rounds,
    lookedFor: saved,
    lost: 0,
    seen: `${rounds * 2} starts after them; the store equalled the journal each time`
  })
})

/** Answers how many changes were said to be saved; all of them were there after each kill. */
async function killAgainAndAgain(times: number): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'counterpoint-kill-'))
  const saved = new Set<string>()
  try {
    for (let round = 0; round < times; round += 1) {
      await tagUntilKilled(profile, round === 0, saved)
      for (let start = 1; start <= 2; start += 1) {
        const again = await launchCounterpoint({ profile })
        await whenRestored(again.page)
        const [store, journals] = [await rowsInStore(again.page), await rowsInJournals(profile)]
        const there = new Set(Object.values(journals.history))
        expect([...saved].filter(id => !there.has(id))).toEqual([])
        expect(store).toEqual(journals)
        await again.close()
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return saved.size
}

/** Tags words, and notes which changes were saved, until the application is gone. */
async function tagUntilKilled(profile: string, isFirst: boolean, saved: Set<string>): Promise<void> {
  const { app, page } = await launchCounterpoint({ profile })
  await (isFirst ? openSample(page) : openFirstArticle(page))
  // Killed at any moment: between two changes, and in the middle of one.
  const moment = new Promise(resolve => setTimeout(resolve, 200 + Math.random() * 2300))
  let isKilled = false
  const killing = moment.then(() => {
    isKilled = true
    return kill(app)
  })
  try {
    for (;;) {
      await tagWord(page)
      for (const id of await storedChangeIds(page)) saved.add(id)
    }
  } catch (error) {
    // The page went away under our hands; anything else is a fault of this test.
    if (!isKilled) throw error
  }
  await killing
}
