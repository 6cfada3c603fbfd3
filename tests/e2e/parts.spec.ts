import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { launchCounterpoint } from './launch'
import {
  annotationList,
  answerSaveDialog,
  articleParagraphs,
  articleText,
  dragOver,
  inspector,
  openArticle,
  saveState,
  startProject
} from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-parts-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

interface Quotation {
  before: string
  after: string
  source: string
  cue: string
}

/**
 * A quotation interrupted by "said Somebody" in the journey's article; in our own sample, which has none, four
 * pieces of one paragraph stand in for it.
 */
function interruptedQuotation(): Quotation {
  const name = String.raw`[A-Z][\w’.-]+(?: [A-Z][\w’-]+)*`
  const pattern = new RegExp(`(“[^”]{30,}”) (?:(said) (${name})|(${name}) (said))\\b[^“”]*(“[^”]{30,}”)`, 'u')
  for (const paragraph of articleParagraphs()) {
    const [, before, cueFirst, sourceLast, sourceFirst, cueLast, after] = pattern.exec(paragraph) ?? []
    const source = sourceLast ?? sourceFirst
    const cue = cueFirst ?? cueLast
    if (before === undefined || after === undefined || source === undefined || cue === undefined) continue
    return { before, after, source, cue }
  }
  const words = articleParagraphs()
    .find(paragraph => paragraph.length > 300)!
    .split(' ')
  const piece = (from: number, to: number) => words.slice(from, to).join(' ')
  return { before: piece(0, 5), source: piece(6, 8), cue: piece(9, 11), after: piece(12, 18) }
}

interface Dataset {
  articles: { text: string }[]
  annotations: { layer: string; spans: { role: string; start: number; end: number; quote: string }[] }[]
}

test('an interrupted quotation is one annotation with two passages, its source and its cue', async () => {
  test.setTimeout(120_000)
  const { before, after, source, cue } = interruptedQuotation()
  const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  await startProject(app, page)
  await openArticle(page, /.+/)
  const panel = inspector(page)
  const parts = panel.getByRole('group', { name: 'Parts' })
  const toolbar = page.getByRole('toolbar', { name: 'Tag selection' })
  const said = (message: string | RegExp) =>
    expect(page.locator('[aria-live="polite"]').filter({ hasText: message }).first()).toBeAttached()

  await test.step('the second half first, so that order is the program’s doing', async () => {
    await dragOver(page, after)
    await expect(toolbar.getByRole('button', { name: 'Add to focused annotation' })).toHaveCount(0)
    await page.keyboard.press('2')
    await expect(panel.getByRole('heading', { name: 'Perspective' })).toBeVisible()
    await expect(parts).toContainText('Not marked')
    await dragOver(page, before)
    await page.screenshot({ path: join('test-results', 'parts-toolbar.png') })
    await page.keyboard.press('f')
    await said('Passage added, 2 passages')
    await expect(panel.getByRole('blockquote')).toContainText('[…]')
    await expect(annotationList(page).getByRole('option', { selected: true })).toContainText('2 passages')
  })

  await test.step('source by the toolbar, cue by its key', async () => {
    await dragOver(page, source)
    await toolbar.getByRole('button', { name: 'Mark as source' }).click()
    await expect(parts.getByRole('button', { name: `Source: ${source}` })).toBeVisible()
    await expect(toolbar).toBeHidden()
    await said('Source added')
    await dragOver(page, cue)
    await page.keyboard.press('Shift+C')
    await expect(parts.getByRole('button', { name: `Cue: ${cue}` })).toBeVisible()
    await expect(page.locator('.article-focus-cue')).not.toHaveCount(0)
    await expect(page.locator('.article-focus-source')).not.toHaveCount(0)
  })

  await test.step('each part is one undo step', async () => {
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(parts.getByRole('button', { name: `Cue: ${cue}` })).toHaveCount(0)
    await page.keyboard.press('Control+Shift+z')
    await expect(parts.getByRole('button', { name: `Cue: ${cue}` })).toBeVisible()
    await parts.getByRole('button', { name: 'Remove source' }).click()
    await expect(parts.getByRole('button', { name: /^Source:/ })).toHaveCount(0)
    await expect(parts).toBeFocused()
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(parts.getByRole('button', { name: `Source: ${source}` })).toBeVisible()
  })

  await test.step('boundaries belong to the passage at the caret', async () => {
    const quote = panel.getByRole('blockquote')
    const whole = await quote.textContent()
    await parts.getByRole('button', { name: /^Passage 1:/ }).click()
    await expect(articleText(page).getByRole('document').or(page.locator('.tiptap'))).toBeFocused()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(quote).not.toHaveText(whole ?? '')
    expect(await quote.textContent()).toContain(after)
    await page.keyboard.press('Control+z')
    await expect(quote).toHaveText(whole ?? '')
    await page.screenshot({ path: join('test-results', 'parts-light.png') })
  })

  await test.step('the dataset has them in order', async () => {
    const path = join(folder, 'parts.counterpoint.json')
    await expect(saveState(page)).toHaveText('Saved')
    await answerSaveDialog(app, path)
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => readable(path)).toBe(true)
    const dataset = JSON.parse(readFileSync(path, 'utf8')) as Dataset
    expectValid(dataset)
    expect(dataset.annotations).toHaveLength(1)
    expect(dataset.annotations[0]!.spans.map(({ role, quote }) => [role, quote])).toEqual([
      ['content', before],
      ['content', after],
      ['source', source],
      ['cue', cue]
    ])
    const [first, second, ...marked] = dataset.annotations[0]!.spans
    for (const span of marked) {
      expect(span.start).toBeGreaterThanOrEqual(first!.end)
      expect(span.end).toBeLessThanOrEqual(second!.start)
    }
    const codePoints = [...dataset.articles[0]!.text]
    for (const span of dataset.annotations[0]!.spans)
      expect(codePoints.slice(span.start, span.end).join('')).toBe(span.quote)
  })
  await close()
})

function readable(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

function expectValid(dataset: Dataset): void {
  const schemaFile = join(import.meta.dirname, '../../resources/schema/counterpoint-dataset.schema.json')
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
  expect(validate(dataset), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
}
