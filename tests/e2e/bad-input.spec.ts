import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { smallDataset, smallDatasetWith } from '../core/formats/small-dataset'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { answerOpenDialog, saveState } from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bad-input-'))
const png = readFileSync(join(import.meta.dirname, '../../resources/icon.png'))
const megabyte = 1024 * 1024

/** What is on the disk: bytes, a folder, nothing, or a file that claims a size without holding it. */
type Content = string | Uint8Array | { isFolder: true } | { sparseBytes: number } | null

interface Row {
  what: string
  name: string
  content: Content
  /** What the dialog names: a file, or a place inside it. The file's name when left out. */
  place?: string
  reason: RegExp
}

const utf16 = (text: string, mark = '') => Buffer.from(mark + text, 'utf16le')
const json = (value: unknown) => JSON.stringify(value)

const brokenArticles: Row[] = [
  { what: 'no bytes', name: 'empty.txt', content: '', reason: /is empty/ },
  { what: 'only a byte order mark', name: 'mark.txt', content: '\ufeff', reason: /is empty/ },
  { what: 'white space', name: 'blank.txt', content: ' \n\t\n ', reason: /no text in/ },
  { what: 'invisible characters', name: 'unseen.md', content: '\u200b\u200e', reason: /no text in/ },
  { what: 'only marks', name: 'marks.md', content: '---\n\n***\n', reason: /only marks/ },
  {
    what: 'bytes that are not UTF-8',
    name: 'latin.txt',
    content: Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]),
    reason: /encoding/
  },
  {
    what: 'UTF-16 without a mark',
    name: 'utf16.txt',
    content: utf16('Some words'),
    reason: /not plain text/
  },
  {
    what: 'UTF-16 cut in half a unit',
    name: 'odd.txt',
    content: utf16('Some words', '\ufeff').subarray(0, 11),
    reason: /encoding/
  },
  {
    what: 'half a character',
    name: 'half.txt',
    content: utf16('Some \ud83d words', '\ufeff'),
    reason: /half of a character/
  },
  { what: 'a picture', name: 'picture.txt', content: png, reason: /encoding|not plain text/ },
  { what: 'a PDF cut off', name: 'report.pdf', content: '%PDF-1.7', reason: /report\.pdf|\.pdf files/ },
  {
    what: 'a Word document cut off',
    name: 'report.docx',
    content: 'PK\u0003\u0004',
    reason: /not a ZIP archive|damaged/
  },
  { what: 'a web page without words', name: 'page.html', content: '<nav>Menu</nav>', reason: /no text in/ },
  { what: 'no extension', name: 'README', content: 'Words', reason: /without an extension/ },
  {
    what: 'quotations in quotations without end',
    name: 'deep.md',
    content: `${'>'.repeat(5000)} words`,
    reason: /deep/
  },
  {
    what: '50 MB of words',
    name: 'long.txt',
    content: 'words and '.repeat(5 * megabyte),
    reason: /longer than 20 million characters/
  },
  {
    what: '300 MB',
    name: 'huge.txt',
    content: { sparseBytes: 300 * megabyte },
    reason: /300 MB; at most 256 MB/
  },
  {
    what: 'a folder',
    name: 'folder.txt',
    content: { isFolder: true },
    reason: /not a file that can be read/
  },
  { what: 'a file that is gone', name: 'gone.txt', content: null, reason: /does not exist/ }
]

const first = 'annotations[0].spans[0]'

/** A dataset with one wrong value; the dialog must name its place. */
function value(what: string, place: string, wrong: unknown, reason: RegExp, named = place): Row {
  const name = `${what.replace(/[^a-z0-9]+/gi, '-')}.counterpoint.json`
  return { what, name, content: json(smallDatasetWith({ [place]: wrong })), place: named, reason }
}

const brokenDatasets: Row[] = [
  { what: 'no bytes', name: 'empty.json', content: '', reason: /is empty/ },
  { what: 'white space', name: 'blank.json', content: ' \n ', reason: /is empty/ },
  { what: 'a picture', name: 'picture.json', content: png, reason: /not UTF-8/ },
  {
    what: 'UTF-16',
    name: 'utf16.json',
    content: utf16(json(smallDataset), '\ufeff'),
    reason: /not UTF-8 at byte 0/
  },
  {
    what: 'a web page',
    name: 'page.json',
    content: '<!doctype html><p>Not found</p>',
    place: 'line 1, column 1',
    reason: /not valid JSON/
  },
  {
    what: 'a comma too many',
    name: 'comma.json',
    content: '{\n  "format": "counterpoint-dataset",\n}',
    place: 'line 3, column 1',
    reason: /key in double quotation marks/
  },
  {
    what: 'half a file',
    name: 'half.json',
    content: json(smallDataset).slice(0, 400),
    place: 'line 1, column 401',
    reason: /ends too early|not closed/
  },
  { what: 'a list', name: 'list.json', content: '[]', reason: /not a Counterpoint dataset/ },
  { what: 'null', name: 'null.json', content: 'null', reason: /not a Counterpoint dataset/ },
  {
    what: 'JSON of someone else',
    name: 'other.json',
    content: '{"type":"Annotation"}',
    place: 'format',
    reason: /does not name its format/
  },
  {
    what: 'brackets without end',
    name: 'deep.json',
    content: '['.repeat(200_000) + ']'.repeat(200_000),
    place: '[0][0]',
    reason: /nested more than 64 levels/
  },
  {
    what: 'a hidden key',
    name: 'proto.json',
    content: json(smallDataset).replace('"claimant"', '"__proto__":{"isAdmin":true},"claimant"'),
    place: 'annotations[0].attributes.__proto__',
    reason: /not allowed/
  },
  {
    what: 'a hidden key at the top',
    name: 'proto-top.json',
    content: json(smallDataset).replace('{', '{"__proto__":{},'),
    place: '__proto__',
    reason: /not allowed/
  },
  {
    what: '300 MB',
    name: 'huge.json',
    content: { sparseBytes: 300 * megabyte },
    reason: /300 MB; at most 256 MB/
  },
  {
    what: 'a folder',
    name: 'folder.json',
    content: { isFolder: true },
    reason: /not a file that can be read/
  },
  value('a newer version', 'version', 99, /needs a newer Counterpoint/),
  value('a version that is text', 'version', '1', /./),
  value('UTF-16 offsets', 'offsetUnit', 'utf-16-code-unit', /./),
  value('a key we do not know', 'colour', 'red', /colour|key/i),
  value('no project', 'project', undefined, /./),
  value('articles that are an object', 'articles', {}, /./),
  value('a title that is a number', 'articles[0].title', 7, /./),
  value('a date that is none', 'annotations[1].attributes.date', '2018-02-30', /./),
  value('an unknown option', 'annotations[1].attributes.type', 'party', /./),
  value('an unknown layer', 'annotations[0].layer', 'frame', /frame/),
  value('an unknown article', 'annotations[0].articleId', 'nowhere', /nowhere/),
  value('an unknown annotator', 'annotations[0].annotatorId', 'nobody', /nobody/),
  value('an unknown claimant', 'annotations[0].attributes.claimant', 'nobody', /nobody/),
  value('a relation to nothing', 'relations[0].to', 'n9', /n9/),
  value('an offset outside the text', `${first}.end`, 99_999, /./),
  value('an offset before the text', `${first}.start`, -1, /./),
  value('an offset beyond all numbers', `${first}.end`, 1e300, /./),
  value('another quote', `${first}.quote`, 'he was Charged', /./),
  value('no spans', 'annotations[0].spans', [], /./),
  value(
    'two annotations of one id',
    'annotations[2]',
    smallDataset.annotations[0],
    /n1/,
    'annotations[2].id'
  ),
  value('another text than was hashed', 'articles[0].textSha256', 'a'.repeat(64), /./),
  value(
    'half a character',
    'articles[0].text',
    `${smallDataset.articles[0].text}\ud83d`,
    /half of a character/
  ),
  value(
    'a link that runs',
    'annotations[0].attributes.evidence',
    ['javascript:alert(1)'],
    /./,
    'annotations[0].attributes.evidence'
  )
]

test.describe('a broken file ends in one named error and changes nothing', () => {
  let launched: LaunchedCounterpoint
  let before: string
  const troubles: string[] = []

  test.beforeAll(async () => {
    launched = await launchCounterpoint()
    const { page } = launched
    page.on('pageerror', error => troubles.push(error.message))
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 20_000 })
    before = await wholeStore(page)
    expect(before, 'what is compared is the whole sample').toContain('Closing Backpage')
    expect(before.length).toBeGreaterThan(100_000)
  })
  test.afterAll(async () => {
    await launched.close()
    rmSync(folder, { recursive: true, force: true })
  })
  test.afterEach(() => expect(troubles, 'errors nobody caught').toEqual([]))

  for (const row of brokenArticles) {
    test(`article: ${row.what}`, async () => {
      const { app, page } = launched
      await importArticles(app, page, [onDisk(row)])
      await expectOneError(page, 'Some files were not imported', row)
      expect(await wholeStore(page)).toBe(before)
    })
  }

  for (const row of brokenDatasets) {
    test(`dataset: ${row.what}`, async () => {
      const { app, page } = launched
      await importDataset(app, page, onDisk(row))
      await expectOneError(page, 'The dataset was not imported', row)
      expect(await wholeStore(page)).toBe(before)
    })
  }

  test('dropped together, every file that is broken is named', async () => {
    const { page } = launched
    const dropped = [
      { name: 'report.xyz', text: 'words' },
      { name: 'list.json', text: '[]' },
      { name: 'comma.json', text: '{,}' },
      { name: 'empty.txt', text: '' }
    ]
    await dropFiles(page, dropped)
    for (const [title, ...entries] of [
      ['The dataset was not imported', /list\.json/],
      ['The dataset was not imported', /line 1, column 2/],
      ['Some files were not imported', /report\.xyz/, /empty\.txt/]
    ] as [string, ...RegExp[]][]) {
      const dialog = page.getByRole('dialog', { name: title })
      await expect(dialog.getByRole('listitem')).toHaveText(entries)
      await dialog.getByRole('button', { name: 'Close' }).last().click()
    }
    await expect(page.getByRole('dialog')).toBeHidden()
    expect(await wholeStore(page)).toBe(before)
  })

  test('pasted text that could not be saved is refused beside the field', async () => {
    const { page } = launched
    await page.getByRole('button', { name: 'Paste text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Paste text' })
    await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('words\u0000words')
    await dialog.getByRole('button', { name: 'Add article' }).click()
    await expect(dialog.getByText(/not plain text/)).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await wholeStore(page)).toBe(before)
  })

  // The last one: it changes the project.
  test('beside broken files the good one is imported', async () => {
    const { app, page } = launched
    const good = onDisk({
      name: 'good.txt',
      content: 'A good headline\n\nA paragraph of the good article.\n'
    })
    const bad = brokenArticles.filter(({ name }) =>
      ['empty.txt', 'report.pdf', 'half.txt', 'gone.txt'].includes(name)
    )
    const paths = bad.map(onDisk)
    await importArticles(app, page, [...paths.slice(0, 2), good, ...paths.slice(2)])
    const dialog = page.getByRole('dialog', { name: 'Some files were not imported' })
    await expect(dialog).toContainText('The others were imported.')
    await expect(dialog.getByRole('listitem')).toHaveCount(bad.length)
    for (const { name } of bad)
      await expect(dialog.getByRole('listitem').filter({ hasText: name })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('row', { name: /A good headline/ })).toBeVisible()
    // The headings, the sample's two articles and the new one.
    await expect(page.getByRole('row')).toHaveCount(4)
    await expect(saveState(page)).toHaveText('Saved')
  })
})

async function expectOneError(page: Page, title: string, { name, place = name, reason }: Row): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveCount(1, { timeout: 15_000 })
  await expect(dialog.getByRole('heading', { name: title })).toBeVisible({ timeout: 15_000 })
  const entry = dialog.getByRole('listitem')
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText(place)
  await expect(entry).toContainText(reason)
  // Somewhere the person reads which file it was.
  await expect(dialog).toContainText(name)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(saveState(page)).toHaveText('Saved')
}

async function importArticles(app: ElectronApplication, page: Page, paths: string[]): Promise<void> {
  await answerOpenDialog(app, paths)
  await page.getByRole('button', { name: 'Import articles' }).click()
}

async function importDataset(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpenDialog(app, [path])
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill('Import dataset')
  await page.getByRole('option', { name: 'Import dataset' }).click()
}

function onDisk({ name, content }: Pick<Row, 'name' | 'content'>): string {
  const path = join(folder, name)
  rmSync(path, { recursive: true, force: true })
  if (content === null) return path
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content)
  else if ('isFolder' in content) mkdirSync(path)
  else {
    const file = openSync(path, 'w')
    ftruncateSync(file, content.sparseBytes)
    closeSync(file)
  }
  return path
}

/** Drops files on the window as the desktop would. */
async function dropFiles(page: Page, files: { name: string; text: string }[]): Promise<void> {
  await page.evaluate(dropped => {
    const data = new DataTransfer()
    for (const { name, text } of dropped) data.items.add(new File([text], name))
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
    )
  }, files)
}

/** Every row of every store, as one text: equal texts are equal stores. */
function wholeStore(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('refused'))
      })
    const database = await answer(indexedDB.open('counterpoint'))
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names)
    const rows = await Promise.all(
      names.map(async name => {
        const store = transaction.objectStore(name)
        return [name, await answer(store.getAllKeys()), await answer(store.getAll())]
      })
    )
    database.close()
    return JSON.stringify(rows)
  })
}
