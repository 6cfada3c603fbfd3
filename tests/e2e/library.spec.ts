import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { smallDataset } from '../core/formats/small-dataset'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { answerOpenDialog, articleText, saveState, startProject } from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-library-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

// An accent, an emoji of several code points and a combining mark: what decoding and counting get wrong.
const body = 'Zoë said 👩‍⚖️ ruled.\n\nCafe\u0301 owners\nwent home.'
const textOf = (headline: string) => `${headline}\n\n${body}\n`
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** The same text as different programs save it. */
const encodings: { headline: string; bytes: Buffer }[] = [
  { headline: 'Plain', bytes: Buffer.from(textOf('Plain')) },
  { headline: 'With mark', bytes: Buffer.from(`\ufeff${textOf('With mark')}`) },
  { headline: 'Little endian', bytes: Buffer.from(`\ufeff${textOf('Little endian')}`, 'utf16le') },
  { headline: 'Big endian', bytes: swapped(`\ufeff${textOf('Big endian')}`) },
  { headline: 'Windows lines', bytes: Buffer.from(textOf('Windows lines').replaceAll('\n', '\r\n')) }
]

function onDisk(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Stored {
  articles: { id: string; title: string; original: { fileName: string; sha256: string } | null }[]
  revisions: { articleId: string; text: string }[]
}

/** The bytes that the project folder keeps under a hash; there is one project. */
function keptBytes(profile: string, sha256: string): Buffer {
  const projects = join(profile, 'projects')
  const [folder = ''] = readdirSync(projects).filter(name => name !== 'complete')
  return readFileSync(join(projects, folder, 'blobs', sha256))
}

/** What the store holds of articles and their texts. */
function stored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('refused'))
      })
    const database = await answer(indexedDB.open('counterpoint'))
    const transaction = database.transaction(['articles', 'revisions'])
    const all = (name: string) => answer<unknown[]>(transaction.objectStore(name).getAll())
    const [articles, revisions] = await Promise.all([all('articles'), all('revisions')])
    database.close()
    return { articles, revisions } as Stored
  })
}

const rows = (page: Page): Locator => page.getByRole('table', { name: 'Articles' }).getByRole('row')
const rowOf = (page: Page, title: string): Locator =>
  rows(page).filter({ has: page.getByRole('button', { name: title, exact: true }) })
const titles = (page: Page): Locator =>
  page.getByRole('table', { name: 'Articles' }).getByRole('rowheader').getByRole('button')

async function choose(page: Page, title: string, action: string): Promise<void> {
  await rowOf(page, title).click({ button: 'right' })
  await page.getByRole('menuitem', { name: action }).click()
}

test('at first start the sample opens, with its annotations', async () => {
  const { page, close } = await launchCounterpoint()
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(rows(page)).toHaveCount(3, { timeout: 20_000 })
  await rows(page).nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(articleText(page)).toBeVisible()
  await expect(page.getByRole('contentinfo', { name: 'Status bar' })).toContainText(/\d{2,} annotations/)
  await close()
})

test.describe('a library', () => {
  // Each test leaves the library as it found it, or with more articles.
  test.describe.configure({ mode: 'serial' })
  let launched: LaunchedCounterpoint
  test.beforeAll(async () => {
    launched = await launchCounterpoint()
    const files = encodings.map(({ headline, bytes }) => onDisk(`${headline}.txt`, bytes))
    await startProject(launched.app, launched.page, files)
  })
  test.afterAll(() => launched.close())
  test.afterEach(() => expect(saveState(launched.page)).toHaveText('Saved'))

  test('files of every encoding come in at once, with equal text and their bytes kept', async () => {
    const { page } = launched
    await expect(rows(page)).toHaveCount(encodings.length + 1)
    await expect(page.locator('.toast')).toContainText('5 articles imported.')
    const { articles, revisions } = await stored(page)
    for (const { headline, bytes } of encodings) {
      const article = articles.find(({ title }) => title === headline)
      expect(article, headline).toBeDefined()
      // Line breaks after the last word belong to no paragraph.
      expect(revisions.find(({ articleId }) => articleId === article!.id)?.text, headline).toBe(
        textOf(headline).trimEnd()
      )
      expect(article!.original?.fileName).toBe(`${headline}.txt`)
      const kept = keptBytes(launched.profile, article!.original?.sha256 ?? '')
      expect(kept.equals(bytes), `bytes of ${headline}`).toBe(true)
    }
  })

  test('a file that is in the project already is named, not imported again', async () => {
    const { app, page } = launched
    const copy = onDisk('Copy of plain.txt', encodings[0]!.bytes)
    await answerOpenDialog(app, [copy])
    await page.getByRole('button', { name: 'Import articles' }).click()
    const dialog = page.getByRole('dialog', { name: 'Some files were not imported' })
    await expect(dialog.getByRole('listitem')).toHaveText(
      'Copy of plain.txtThis file is in the project already, as “Plain”.'
    )
    await page.keyboard.press('Escape')
    await expect(rows(page)).toHaveCount(encodings.length + 1)
  })

  test('dropped files are imported', async () => {
    const { page } = launched
    const drop = (type: string) =>
      page.evaluate(eventType => {
        const data = new DataTransfer()
        data.items.add(
          new File(['# A dropped headline\n\nIts text.\n'], 'dropped.md', { type: 'text/markdown' })
        )
        const event = new DragEvent(eventType, { dataTransfer: data, bubbles: true, cancelable: true })
        document.body.dispatchEvent(event)
        return event.defaultPrevented
      }, type)
    // Without this the window would show a "no entry" pointer, or leave for the file.
    expect(await drop('dragover')).toBe(true)
    await expect(page.getByText('Drop articles, folders or datasets to import them')).toBeVisible()
    expect(await drop('drop')).toBe(true)
    await expect(page.getByText('Drop articles, folders or datasets to import them')).toBeHidden()
    await expect(rowOf(page, 'A dropped headline')).toBeVisible()
  })

  test('pasted text becomes an article and opens', async () => {
    const { page } = launched
    await page.getByRole('button', { name: 'Paste text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Paste text' })
    await expect(dialog.getByRole('button', { name: 'Add article' })).toBeDisabled()
    await dialog
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('Pasted headline\n\nA first paragraph.\n\nA second one.')
    await dialog.getByRole('button', { name: 'Add article' }).click()
    await expect(articleText(page)).toContainText('A second one.')
    await expect(page.getByRole('heading', { level: 1, name: 'Pasted headline' })).toBeVisible()
    await page.keyboard.press('Alt+1')
    await expect(rowOf(page, 'Pasted headline')).toBeVisible()
  })

  test('details are edited, checked and undone', async () => {
    const { page } = launched
    await choose(page, 'Plain', 'Edit details…')
    const dialog = page.getByRole('dialog', { name: 'Article details' })
    const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
    const save = dialog.getByRole('button', { name: 'Save' })
    const broken: [field: string, wrong: string, right: string][] = [
      ['Title', ' ', 'Plain, renamed'],
      ['Published', '2024-02-30', '2024-08'],
      ['Language', 'not a language', 'de-AT']
    ]
    for (const [name, wrong, right] of broken) {
      await field(name).fill(wrong)
      await expect(field(name), name).toHaveAttribute('aria-invalid', 'true')
      await expect(save, name).toBeDisabled()
      await field(name).fill(right)
      await expect(field(name), name).toHaveAttribute('aria-invalid', 'false')
    }
    await field('Outlet').fill('The Example Gazette')
    await save.click()
    await expect(dialog).toBeHidden()
    const row = rowOf(page, 'Plain, renamed')
    await expect(row).toContainText('The Example Gazette')
    await expect(row).toContainText('August 2024')
    await row.focus()
    await page.keyboard.press('Control+z')
    await expect(rowOf(page, 'Plain')).not.toContainText('The Example Gazette')
    await page.keyboard.press('Control+Shift+z')
    await expect(row).toContainText('August 2024')
    await page.keyboard.press('Control+z')
    await expect(rowOf(page, 'Plain')).toBeVisible()
  })

  test('the status is set and undone', async () => {
    const { page } = launched
    await expect(rowOf(page, 'Big endian')).toContainText('New')
    await choose(page, 'Big endian', 'Mark as done')
    await expect(rowOf(page, 'Big endian')).toContainText('Done')
    await rowOf(page, 'Big endian').focus()
    await page.keyboard.press('Control+z')
    await expect(rowOf(page, 'Big endian')).toContainText('New')
  })

  test('articles are found by what is typed', async () => {
    const { page } = launched
    await rows(page).nth(1).focus()
    await page.keyboard.press('/')
    const search = page.getByRole('textbox', { name: 'Search articles' })
    await expect(search).toBeFocused()
    await search.fill('END big')
    await expect(titles(page)).toHaveText(['Big endian'])
    await search.fill('no such article')
    await page.getByRole('button', { name: 'Show all 7' }).click()
    await expect(titles(page)).toHaveCount(7)
  })

  test('the order is chosen and remembered', async () => {
    const { page } = launched
    const sort = page.getByRole('combobox', { name: 'Sort:' })
    await sort.selectOption('title')
    const inOrder = [
      'A dropped headline',
      'Big endian',
      'Little endian',
      'Pasted headline',
      'Plain',
      'Windows lines',
      'With mark'
    ]
    await expect(titles(page)).toHaveText(inOrder)
    await page.keyboard.press('Control+,')
    await page.keyboard.press('Alt+1')
    await expect(sort).toHaveValue('title')
    await expect(titles(page)).toHaveText(inOrder)
    await sort.selectOption('words')
    await expect(titles(page).last()).toHaveText('A dropped headline')
    await sort.selectOption('title')
  })

  test('an article is deleted after a question, and comes back', async () => {
    const { page } = launched
    const remove = async () => {
      await rowOf(page, 'Windows lines').focus()
      await page.keyboard.press('Delete')
    }
    const dialog = page.getByRole('dialog', { name: 'Delete article' })
    await remove()
    await expect(dialog).toContainText('“Windows lines” and its 0 annotations')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(rowOf(page, 'Windows lines')).toBeVisible()
    const before = await stored(page)

    await remove()
    await dialog.getByRole('button', { name: 'Delete article' }).click()
    await expect(rowOf(page, 'Windows lines')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(rowOf(page, 'Windows lines')).toBeVisible()
    expect(await stored(page)).toEqual(before)

    await choose(page, 'Windows lines', 'Delete…')
    await dialog.getByRole('button', { name: 'Delete article' }).click()
    await expect(rowOf(page, 'Windows lines')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(rowOf(page, 'Windows lines')).toBeVisible()
  })

  test('arrows walk the articles, Enter opens one', async () => {
    const { page } = launched
    await rows(page).nth(1).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await expect(rowOf(page, 'Big endian')).toBeFocused()
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'Big endian')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Big endian' })).toBeVisible()
    await expect(articleText(page)).toContainText('Cafe\u0301 owners')
  })
})

// Rows far from the window are not in the document; the one with the focus always is.
test('a long library keeps the focus on its way, and all its rows can be reached', async () => {
  const { app, page, close } = await launchCounterpoint()
  const articles = Array.from({ length: 300 }, (_, i) => ({
    id: `a${i}`,
    title: `Article ${String(i).padStart(3, '0')}`,
    text: `Article ${i}\n\nIts text.`
  }))
  const dataset = { ...smallDataset, articles, annotations: [], relations: [] }
  await answerOpenDialog(app, [onDisk('many.counterpoint.json', JSON.stringify(dataset))])
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await expect(page.getByRole('table', { name: 'Articles' })).toHaveAttribute('aria-rowcount', '301', {
    timeout: 20_000
  })
  await page.getByLabel('Sort:').selectOption('title')
  expect(await rows(page).count()).toBeLessThan(60)
  await rowOf(page, 'Article 000').focus()
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowDown')
  await expect(rowOf(page, 'Article 030')).toBeFocused()
  await rowOf(page, 'Article 030').hover()
  await page.mouse.wheel(0, 8000)
  const scroll = page.locator('.library-scroll')
  // Scrolling by wheel takes its time, and goes on over whatever is asked meanwhile.
  await expect.poll(() => scroll.evaluate(element => element.scrollTop)).toBeGreaterThan(9000)
  await expect(rowOf(page, 'Article 030')).toBeFocused()
  await page.keyboard.press('End')
  await expect(rowOf(page, 'Article 299')).toBeFocused()
  await expect(rowOf(page, 'Article 299')).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(rowOf(page, 'Article 000')).toBeInViewport()
  await close()
})
