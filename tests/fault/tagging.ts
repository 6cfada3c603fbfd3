import type { ElectronApplication, Page } from '@playwright/test'
import { saveState } from '../e2e/workbench'

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
    await project.click()
    await text.or(table).first().waitFor()
  }
  if (await table.isVisible()) await page.getByRole('rowheader').first().getByRole('button').first().click()
  await text.waitFor()
}

/** Tags a word of the article, the n-th one of it, as a claim, and answers once the window says "Saved". */
export async function tagWord(page: Page, n: number): Promise<void> {
  const before = await countShown(page)
  await page.evaluate(index => {
    const region = document.querySelector('[aria-label="Article text"]')
    const blocks = [...(region?.querySelectorAll('[data-block]') ?? [])]
    const block = blocks[index % blocks.length]
    const text =
      block === undefined ? null : document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
    if (block === undefined || text === null) throw new Error('No text to tag')
    block.scrollIntoView({ block: 'center' })
    const words = [...(text.textContent ?? '').matchAll(/\p{L}{3,}/gu)]
    const word = words[Math.floor(index / blocks.length) % words.length]
    if (word === undefined) throw new Error('No word to tag')
    document.querySelector<HTMLElement>('[aria-label="Article text"] [contenteditable]')?.focus()
    getSelection()?.setBaseAndExtent(text, word.index, text, word.index + word[0].length)
  }, n)
  await page.getByRole('toolbar', { name: 'Tag selection' }).waitFor()
  await page.keyboard.press('1')
  await page.waitForFunction(
    count =>
      document.querySelector('[aria-label="Save state"]')?.textContent === 'Saved' &&
      Number.parseInt(
        document.querySelector('.status-bar')?.textContent?.match(/(\d+) annotation/)?.[1] ?? '0'
      ) > count,
    before
  )
}

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
