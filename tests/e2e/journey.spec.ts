import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { launchCounterpoint } from './launch'
import {
  answerOpenDialog,
  answerSaveDialog,
  articleParagraphs,
  articleText,
  clickOn,
  dragOver,
  inspector,
  openArticle,
  saveState,
  startProject
} from './workbench'

interface Dataset {
  exportedAt: string
  articles: { text: string }[]
  actors: { name: string }[]
  annotations: {
    layer: string
    spans: { role: string; start: number; end: number; quote: string }[]
    attributes: Record<string, unknown>
    memo: string
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-journey-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Long paragraphs of the article, cut into passages that occur once in it. */
function passages(): { whole: string; first: string; middle: string; last: string }[] {
  const all = articleParagraphs().join('\n')
  const occursOnce = (words: string) => all.split(words).length === 2
  return articleParagraphs()
    .filter(
      paragraph =>
        paragraph.length > 260 && !paragraph.includes('\n') && !/[*_[\]>#-]{1}\s|\*|_|\[/.test(paragraph)
    )
    .map(whole => {
      const words = whole.split(' ')
      return {
        whole,
        first: words.slice(0, 6).join(' '),
        middle: words.slice(9, 17).join(' '),
        last: words.slice(-6).join(' ')
      }
    })
    .filter(({ first, middle, last }) => [first, middle, last].every(occursOnce))
}

test('an article is imported, tagged by mouse and keyboard, kept, exported and read back', async () => {
  test.setTimeout(240_000)
  const profile = join(folder, 'profile')
  const exported = join(folder, 'first.counterpoint.json')
  const parts = passages()
  expect(parts.length, 'the article has enough long paragraphs').toBeGreaterThanOrEqual(6)

  await test.step('import and tag', async () => {
    const { app, page, close } = await launchCounterpoint({ profile })
    await startProject(app, page)
    await openArticle(page, /.+/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()

    // Two per paragraph and layer by mouse: one by key, one by the toolbar; the second overlaps the first.
    for (const [i, layer] of (['Claim', 'Perspective', 'Legal event'] as const).entries()) {
      const [one, two] = [parts[i * 2]!, parts[i * 2 + 1]!]
      await dragOver(page, one.first)
      await page.keyboard.press(String(i + 1))
      await expect(inspector(page).getByRole('heading', { name: layer })).toBeVisible()
      await dragOver(page, two.first, two.middle)
      await page.getByRole('toolbar', { name: 'Tag selection' }).getByRole('button', { name: layer }).click()
      await expect(inspector(page).getByRole('heading', { name: layer })).toBeVisible()
      await dragOver(page, two.middle)
      await page.keyboard.press(String(((i + 1) % 3) + 1))
      await expect(saveState(page)).toHaveText('Saved')
    }

    // One across a paragraph border.
    const first = articleParagraphs().findIndex(
      (p, i, all) => i > 2 && p.length > 150 && all[i + 1]!.length > 150
    )
    const [before, after] = [articleParagraphs()[first]!, articleParagraphs()[first + 1]!]
    await dragOver(page, before.split(' ').slice(-3).join(' '), after.split(' ').slice(0, 3).join(' '))
    await page.keyboard.press('2')
    await expect(inspector(page).getByRole('blockquote')).toContainText(before.split(' ').slice(-2).join(' '))

    // Two by keyboard alone: caret browsing in the read-only text.
    await clickOn(page, parts[4]!.last)
    for (const key of ['1', '3']) {
      for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+Control+ArrowRight')
      await page.keyboard.press(key)
      await expect(
        inspector(page).getByRole('heading', { name: key === '1' ? 'Claim' : 'Legal event' })
      ).toBeVisible()
      await articleText(page).focus()
      await page.keyboard.press('ArrowRight')
    }
    await expect(page.getByRole('contentinfo', { name: 'Status bar' })).toContainText('12 annotations')

    await test.step('attributes', async () => {
      await clickOn(page, parts[2]!.first)
      const panel = inspector(page)
      await expect(panel.getByRole('heading', { name: 'Perspective' })).toBeVisible()
      await articleText(page).focus()
      await page.keyboard.press('s')
      await expect(panel.getByRole('radio', { name: 'Supports' })).toBeChecked()
      await page.keyboard.press('d')
      await expect(panel.getByRole('radio', { name: 'Direct', exact: true })).toBeChecked()
      await panel.getByRole('combobox', { name: 'Holder' }).fill('Maggy Example')
      await page.keyboard.press('Enter')
      await panel.getByRole('combobox', { name: 'Issue' }).fill('Was closing the site justified?')
      await page.keyboard.press('Enter')
      await panel.getByRole('textbox', { name: 'Memo' }).fill('A comma, a "quote"\nand a new line')
      await page.keyboard.press('Tab')

      await clickOn(page, parts[4]!.first)
      await expect(panel.getByRole('heading', { name: 'Legal event' })).toBeVisible()
      const date = panel.getByRole('textbox', { name: 'Date', exact: true })
      await date.fill('next spring')
      await expect(panel.getByText(/Not a date yet/)).toBeVisible()
      await date.fill('2018-02-06')
      await expect(panel.getByText('6 February 2018')).toBeVisible()
      await date.press('Enter')
      await expect(saveState(page)).toHaveText('Saved')
    })

    await test.step('undo and redo, by name', async () => {
      const label = () =>
        app.evaluate(({ Menu }) => {
          const edit = Menu.getApplicationMenu()?.items.find(item => item.label.replace('&', '') === 'Edit')
          return edit?.submenu?.items.map(item => item.label).find(text => text.startsWith('Undo'))
        })
      await expect.poll(label).toBe('Undo set date')
      await articleText(page).focus()
      await page.keyboard.press('Control+z')
      await expect(inspector(page).getByRole('textbox', { name: 'Date', exact: true })).toHaveValue('')
      await page.keyboard.press('Control+Shift+z')
      await expect(inspector(page).getByRole('textbox', { name: 'Date', exact: true })).toHaveValue(
        '2018-02-06'
      )
    })
    await close()
  })

  await test.step('after a restart everything is there, and undo still works', async () => {
    const { app, page, close } = await launchCounterpoint({ profile })
    await articleText(page).waitFor()
    await expect(page.getByRole('contentinfo', { name: 'Status bar' })).toContainText('12 annotations')
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await clickOn(page, parts[4]!.first)
    await expect(inspector(page).getByRole('textbox', { name: 'Date', exact: true })).toHaveValue('')
    await articleText(page).focus()
    await page.keyboard.press('Control+Shift+z')
    await expect(inspector(page).getByRole('textbox', { name: 'Date', exact: true })).toHaveValue(
      '2018-02-06'
    )
    await exportTo(app, page, exported)
    await close()
  })

  const dataset = JSON.parse(readFileSync(exported, 'utf8')) as Dataset
  const schemaFile = join(import.meta.dirname, '../../resources/schema/counterpoint-dataset.schema.json')
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
  expect(validate(dataset), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  const codePoints = [...dataset.articles[0]!.text]
  for (const span of dataset.annotations.flatMap(annotation => annotation.spans))
    expect(codePoints.slice(span.start, span.end).join('')).toBe(span.quote)
  expect(dataset.annotations).toHaveLength(12)
  expect(new Set(dataset.annotations.map(annotation => annotation.layer)).size).toBe(3)
  expect(dataset.annotations.some(annotation => annotation.spans[0]!.quote.includes('\n\n'))).toBe(true)
  expect(dataset.annotations.some(annotation => annotation.attributes['date'] === '2018-02-06')).toBe(true)
  expect(dataset.annotations.some(annotation => annotation.memo.includes('"quote"\nand'))).toBe(true)

  await test.step('the dataset reads back into an empty profile, equal', async () => {
    const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'empty') })
    await answerOpenDialog(app, [exported])
    await page.getByRole('button', { name: 'Import dataset' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor()
    const again = join(folder, 'second.counterpoint.json')
    await exportTo(app, page, again)
    const second = JSON.parse(readFileSync(again, 'utf8')) as Dataset
    expect({ ...second, exportedAt: '' }).toEqual({ ...dataset, exportedAt: '' })
    const withoutTime = (path: string) => readFileSync(path, 'utf8').replace(/"exportedAt": "[^"]*"/, '')
    expect(withoutTime(again)).toBe(withoutTime(exported))
    await close()
  })
})

async function exportTo(
  app: Parameters<typeof answerSaveDialog>[0],
  page: Parameters<typeof articleText>[0],
  path: string
): Promise<void> {
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Export' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('region', { name: 'Export preview' })).toContainText('counterpoint-dataset')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden({ timeout: 20_000 })
}
