import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { answerOpenDialog, answerSaveDialog } from './workbench'

let launched: LaunchedCounterpoint
const folder = mkdtempSync(join(tmpdir(), 'counterpoint-reports-'))
test.beforeAll(async () => {
  launched = await launchCounterpoint()
  const { page } = launched
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await page.keyboard.press('Alt+3')
  await page.getByRole('table', { name: 'Perspectives by stance' }).waitFor()
})
test.afterAll(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Save picture, table or report' })

/** Saves what is offered in a format and answers the file. */
async function save(format: string, fileName: string): Promise<Buffer> {
  const { app, page } = launched
  const path = join(folder, fileName)
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+Shift+S')
  await expect(dialog(page).getByRole('img', { name: /^Perspectives/ })).toBeVisible()
  const figures = dialog(page)
    .getByRole('group', { name: 'Figures' })
    .getByRole('checkbox', { checked: true })
  // A report holds what the view shows; a picture is one.
  if (!format.includes('report'))
    for (const figure of (await figures.all()).slice(1).reverse()) await figure.uncheck()
  await dialog(page).getByRole('radio', { name: format }).check()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toBeHidden({ timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Message' })).toContainText(`Saved as ${fileName}`)
  return readFileSync(path)
}

test('a view is saved as pictures and as a table', async () => {
  const svg = (await save('SVG picture', 'columns.svg')).toString('utf8')
  expect(svg).toMatch(/^<\?xml[^>]*>\n<svg [^>]*role="img"/u)
  expect(svg).toContain('<title>Perspectives on all issues</title>')

  const png = await save('PNG picture', 'columns.png')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Twice the width of the picture.
  expect(png.readUInt32BE(16)).toBe(2400)
  expect(png.length).toBeGreaterThan(50_000)

  const csv = (await save('CSV table', 'columns.csv')).toString('utf8')
  expect(csv.split('\r\n')[0]).toContain('Holder')
  expect(csv).toContain('Claire McCaskill')
})

test('a report holds the quotations word for word, and is printed', async () => {
  const html = (await save('HTML report', 'report.html')).toString('utf8')
  const sample = JSON.parse(readFileSync('resources/sample/sample.counterpoint.json', 'utf8')) as {
    articles: { text: string }[]
  }
  const text = sample.articles.map(article => article.text).join('\n')
  const quotes = [...html.matchAll(/<blockquote>(.*?)<\/blockquote>/gsu)].map(([, quote = '']) => quote)
  expect(quotes.length).toBeGreaterThan(20)
  for (const piece of quotes.flatMap(quote => quote.split(' […] ')))
    expect(text).toContain(piece.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))

  const pdf = (await save('PDF report', 'report.pdf')).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf.match(/\/Type\s*\/Page\b/gu)?.length).toBeGreaterThan(2)
})

test('several pictures go into a folder, and what is there stays', async () => {
  const { app, page } = launched
  await page.keyboard.press('Control+Shift+S')
  const figures = dialog(page).getByRole('group', { name: 'Figures' }).getByRole('checkbox')
  for (const figure of (await figures.all()).slice(0, 3)) await figure.check()
  await dialog(page).getByRole('radio', { name: 'CSV table' }).check()
  const before = readdirSync(folder).length
  const chosen = await dialog(page)
    .getByRole('group', { name: 'Figures' })
    .getByRole('checkbox', { checked: true })
    .count()
  await answerOpenDialog(app, [folder])
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toBeHidden()
  expect(readdirSync(folder).length - before).toBe(chosen)
})
