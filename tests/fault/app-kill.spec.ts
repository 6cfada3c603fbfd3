import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCounterpoint } from '../e2e/launch'
import { faultRounds, reportFault } from './fault-report'
import { rowsInJournals, rowsInStore, storedChangeIds } from './stored-rows'
import { kill, openFirstArticle, openSample, tagWord, whenRestored } from './tagging'

const rounds = faultRounds(25)

// IndexedDB alone would not do: a log that is cut short looks healthy at the first start after the crash, and
// everything is gone at the second. So there are two starts after each kill.
test(`nothing is lost when the application is killed while tagging, ${rounds} times`, async () => {
  test.setTimeout(rounds * 30_000)
  const profile = mkdtempSync(join(tmpdir(), 'counterpoint-kill-'))
  const saved = new Set<string>()
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { app, page } = await launchCounterpoint({ profile })
      await (round === 0 ? openSample(page) : openFirstArticle(page))
      // Killed at any moment: between two changes, and in the middle of one.
      const killing = new Promise(resolve => setTimeout(resolve, 200 + Math.random() * 2300)).then(() =>
        kill(app)
      )
      try {
        for (;;) {
          await tagWord(page)
          for (const id of await storedChangeIds(page)) saved.add(id)
        }
      } catch (error) {
        // The page went away under our hands; anything else is a fault of this test.
        expect(String(error)).toMatch(/closed|crash|disconnect|Target|ECONN|has been/i)
      }
      await killing
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
  expect(saved.size).toBeGreaterThan(rounds)
  reportFault({
    fault: 'Application killed while tagging',
    rounds,
    lookedFor: saved.size,
    lost: 0,
    seen: `${rounds * 2} starts after them; the store equalled the journal each time`
  })
})
