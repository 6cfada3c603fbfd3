import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { existsSync, rmSync } from 'node:fs'
import { answerSaveDialog, articleText, saveState } from '../e2e/workbench'
import { countShown, tagWord } from './tagging'

/** How long after the key a person must have been told, in milliseconds. */
export const messageLimitMs = 2000
/** The app tries again every three seconds; a second attempt may be needed. */
const healedWithinMs = 8000

export const trouble = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'is not saved' })

/** Runs a command by its id, as the application's menu does. */
export async function chooseInMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)
}

/** Tags the next word where that must fail, and answers after how many milliseconds the person was told. */
export async function tagInVain(page: Page, words: RegExp): Promise<number> {
  await selectNextWord(page)
  const began = performance.now()
  await page.keyboard.press('1')
  await trouble(page).waitFor({ timeout: 10_000 })
  const after = performance.now() - began
  await expect(trouble(page)).toContainText(words)
  await expect(saveState(page)).toHaveText(/^Not saved: /)
  expect(after).toBeLessThan(messageLimitMs)
  return after
}

/** Tags word after word until it fails. Answers how many were saved, and how soon the person was told. */
export async function tagUntilRefused(page: Page, words: RegExp): Promise<{ saved: number; ms: number }> {
  for (let saved = 0; saved < 400; saved += 1) {
    const before = await countShown(page)
    await selectNextWord(page)
    const began = performance.now()
    await page.keyboard.press('1')
    const isSaved = await answered(page, before)
    if (isSaved) continue
    const ms = performance.now() - began
    await expect(trouble(page)).toContainText(words)
    await expect(saveState(page)).toHaveText(/^Not saved: /)
    expect(ms).toBeLessThan(messageLimitMs)
    return { saved, ms }
  }
  throw new Error('The disk does not run full')
}

/** Another change is refused in words while one waits, and nothing hangs: one can still move about. */
export async function expectRefused(page: Page): Promise<void> {
  const before = await countShown(page)
  await selectNextWord(page)
  await page.keyboard.press('1')
  await expect(page.locator('.toast')).toContainText(/not saved yet/)
  expect(await countShown(page)).toBe(before)
  await expect(trouble(page)).toBeVisible()
}

/** Exports the project to a disk that has room. */
export async function exportElsewhere(app: ElectronApplication, page: Page, path: string): Promise<void> {
  rmSync(path, { force: true })
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Export' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('region', { name: 'Export preview' })).toContainText('counterpoint-dataset')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden({ timeout: 20_000 })
  expect(existsSync(path)).toBe(true)
}

/** Waits until what could not be saved is saved by itself, and tags one word more. Answers the milliseconds. */
export async function expectHealed(page: Page): Promise<number> {
  const began = performance.now()
  await expect(saveState(page)).toHaveText('Saved', { timeout: healedWithinMs })
  await expect(trouble(page)).toHaveCount(0)
  const after = performance.now() - began
  await tagWord(page)
  return after
}

async function selectNextWord(page: Page): Promise<void> {
  await articleText(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowRight')
}

async function answered(page: Page, before: number): Promise<boolean> {
  for (;;) {
    if (await trouble(page).isVisible()) return false
    if ((await countShown(page)) > before && (await saveState(page).textContent()) === 'Saved') return true
    await new Promise(resolve => setTimeout(resolve, 15))
  }
}
