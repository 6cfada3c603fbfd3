import { expect } from '@playwright/test'
import { launchCounterpoint } from '../e2e/launch'
import { rowsInJournals, rowsInStore } from './stored-rows'
import { whenRestored } from './tagging'

/**
 * Starts the application twice: at both starts the journal must hold every change set that was acknowledged,
 * and the working store what the journal holds.
 */
export async function expectAllThere(profile: string, saved: ReadonlySet<string>): Promise<void> {
  for (let start = 1; start <= 2; start += 1) {
    const { page, close } = await launchCounterpoint({ profile })
    await whenRestored(page)
    const [store, journals] = [await rowsInStore(page), await rowsInJournals(profile)]
    const there = new Set(Object.values(journals.history))
    expect([...saved].filter(id => !there.has(id))).toEqual([])
    expect(store).toEqual(journals)
    await close()
  }
}
