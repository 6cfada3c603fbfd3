import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')
const realArticle = join(root, '..', 'shared', 'corpus', 'backpage-2024.txt')

/** The article the journeys are made on: the real one where it is present, our own sample otherwise. */
export const articlePath = existsSync(realArticle)
  ? realArticle
  : join(root, 'resources', 'sample', 'article.md')

/** The paragraphs of the journey's article, as plain text. */
export function articleParagraphs(): string[] {
  return readFileSync(articlePath, 'utf8')
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '' && !paragraph.startsWith('#'))
}

/** The next open dialog answers with these files. The dialog itself belongs to the desktop, not to us. */
export async function answerOpenDialog(app: ElectronApplication, filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

/** The next save dialog answers with this path, or is cancelled. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  }, filePath)
}

export const articleText = (page: Page): Locator => page.getByRole('region', { name: 'Article text' })
export const annotationList = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Annotations', exact: true })
export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' })

/** Brings a passage of the article on screen and answers the points where its first and last letters lie. */
async function pointsOf(page: Page, from: string, to: string) {
  return page.evaluate(
    ([first, last]) => {
      const region = document.querySelector('[aria-label="Article text"]')
      if (region === null) throw new Error('No article text')
      const find = (words: string) => {
        for (const block of region.querySelectorAll('[data-block]')) {
          const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
          const at = node?.textContent?.indexOf(words) ?? -1
          if (node !== null && at >= 0) return { node, at, block }
        }
        throw new Error(`Not in the article: ${words}`)
      }
      const start = find(first!)
      const end = find(last!)
      start.block.scrollIntoView({ block: 'center' })
      const rectOf = (node: Node, offset: number) => {
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        return range.getBoundingClientRect()
      }
      const a = rectOf(start.node, start.at)
      const b = rectOf(end.node, end.at + last!.length - 1)
      return { x1: a.left + 1, y1: a.top + a.height / 2, x2: b.right - 1, y2: b.top + b.height / 2 }
    },
    [from, to]
  )
}

/** Selects a passage by dragging the mouse from the start of `from` to the end of `to`. */
export async function dragOver(page: Page, from: string, to = from): Promise<void> {
  await pointsOf(page, from, to)
  await page.waitForTimeout(80)
  const { x1, y1, x2, y2 } = await pointsOf(page, from, to)
  await page.mouse.move(x1, y1)
  await page.mouse.down()
  await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 3 })
  await page.mouse.move(x2, y2, { steps: 3 })
  await page.mouse.up()
  await page.getByRole('toolbar', { name: 'Tag selection' }).waitFor()
}

/** Clicks the first letter of a passage. */
export async function clickOn(page: Page, words: string): Promise<void> {
  await pointsOf(page, words, words)
  await page.waitForTimeout(80)
  const { x1, y1 } = await pointsOf(page, words, words)
  await page.mouse.click(x1 + 2, y1)
}

/** Makes a first project and imports the journey's article into it. */
export async function startProject(
  app: ElectronApplication,
  page: Page,
  files = [articlePath]
): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /title/i }).fill('Closing a website')
  await dialog.getByRole('textbox', { name: /name/i }).fill('M. Haas')
  await dialog.getByRole('button', { name: /create/i }).click()
  await answerOpenDialog(app, files)
  await page.getByRole('button', { name: 'Import articles' }).first().click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
}

/** Opens an article of the library by its title. */
export async function openArticle(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('rowheader', { name: title }).getByRole('button').first().click()
  await articleText(page).waitFor()
}

/** Runs a command by its title, through the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const name = title.replace('…', '')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(name)
  await page.getByRole('option', { name }).first().click()
}
