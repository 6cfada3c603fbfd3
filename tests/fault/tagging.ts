import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { articleText, saveState } from '../e2e/workbench'

/** Opens the sample in a profile that has no project yet. */
export async function openSample(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await openFirstArticle(page)
}

/** Waits until the workbench is there and nothing is being restored any more. */
export async function whenRestored(page: Page): Promise<void> {
  await saveState(page).waitFor({ timeout: 30_000 })
  await page.getByRole('progressbar', { name: 'Restored' }).waitFor({ state: 'detached', timeout: 30_000 })
}

/** Opens the project and its first article, unless they are open: what was open is remembered, but not at once. */
export async function openFirstArticle(page: Page): Promise<void> {
  const text = page.locator('[aria-label="Article text"] [data-block]').first()
  const table = page.getByRole('table', { name: 'Articles' })
  const project = page.getByRole('region', { name: 'Projects' }).getByRole('button').first()
  await text.or(table).or(project).first().waitFor()
  if (await project.isVisible()) {
    // What was open can come by itself just then, and the button is gone.
    await project.click({ timeout: 3000 }).catch(() => undefined)
    await text.or(table).first().waitFor()
  }
  if (await table.isVisible()) await page.getByRole('rowheader').first().getByRole('button').first().click()
  await text.waitFor()
  // The caret goes to where one clicks; the words after it are tagged one by one. Each time in another paragraph,
  // because the marks of dozens of annotations in one line cover its text.
  const paragraphs = page.locator('[aria-label="Article text"] p[data-block]')
  const chosen = Math.floor(Math.random() * (await paragraphs.count()))
  await paragraphs.nth(chosen).click({ position: { x: 4, y: 8 } })
}

/** Tags the next word of the article as a claim, by keyboard, and answers once the window says "Saved". */
export async function tagWord(page: Page): Promise<void> {
  const before = await countShown(page)
  await articleText(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('1')
  await expect.poll(() => countShown(page), { timeout: 10_000, intervals: [20, 20, 50] }).toBe(before + 1)
  await expect(saveState(page)).toHaveText('Saved')
}

/** How many annotations the status bar says the article has. */
export async function countShown(page: Page): Promise<number> {
  const bar = await page.getByRole('contentinfo', { name: 'Status bar' }).textContent()
  return Number.parseInt(/(\d+) annotation/.exec(bar ?? '')?.[1] ?? '0')
}

/** Ends the application as a crash does: all of its processes at once. */
export async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const { pid } = child
  if (pid === undefined) throw new Error('The application has no process')
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
  await ended
}
