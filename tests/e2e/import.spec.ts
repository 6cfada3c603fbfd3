import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { smallDataset } from '../core/formats/small-dataset'
import { makePdf } from '../importer/documents/make-pdf'
import { docxOf, wordParagraph } from '../importer/documents/office-files'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { answerOpenDialog, dragOver, openArticle, runCommand, saveState } from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-import-'))
/** A passage that shares no four words in a row with one about something else. */
const about = (topic: string) =>
  ['board', 'court', 'harbour', 'union', 'council', 'paper']
    .map(who => `The ${topic} ${who} heard ${topic} people and ${topic} owners; no ${topic} changed.`)
    .join(' ')

const onDisk = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const page = `<!doctype html><html lang="en-GB"><head><title>The page</title>
<meta property="og:site_name" content="Example Courier"><meta property="article:published_time" content="2024-03-04">
</head><body><nav><a href="/">Home</a></nav><article><h1>Both sides of the quay</h1><p>${about('harbour').repeat(4)}</p></article>
<script>document.title = 'run'</script></body></html>`
const pdf = makePdf([
  [
    { x: 60, y: 700, size: 18, text: 'The quay in print' },
    { x: 60, y: 670, text: about('print').slice(0, 90) }
  ]
])
const word = docxOf(wordParagraph('What the fishers said', 'Title') + wordParagraph(about('fish')))

test.describe('files come in through their own process', () => {
  let launched: LaunchedCounterpoint

  test.beforeAll(async () => {
    launched = await launchCounterpoint()
    await launched.page.getByRole('button', { name: 'Open the sample' }).click()
    await launched.page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 20_000 })
  })
  test.afterAll(async () => {
    await launched.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a web page, a Word document and a PDF become articles; what is broken is named beside them', async () => {
    const { app, page: window } = launched
    await answerOpenDialog(app, [
      onDisk('page.html', page),
      onDisk('word.docx', word),
      onDisk('print.pdf', pdf),
      onDisk('broken.docx', word.subarray(0, 300))
    ])
    await window.getByRole('button', { name: 'Import articles' }).click()
    const report = window.getByRole('dialog', { name: 'Some files were not imported' })
    await expect(report.getByRole('listitem')).toHaveText([/broken\.docx.*damaged/], { timeout: 15_000 })
    await window.keyboard.press('Escape')
    await expect(window.getByRole('row', { name: /Both sides of the quay.*Example Courier/s })).toBeVisible()
    await expect(window.getByRole('row', { name: /What the fishers said/ })).toBeVisible()
    await expect(window.getByRole('row', { name: /The quay in print/ })).toBeVisible()
    await expect(saveState(window)).toHaveText('Saved')
  })

  test('a folder comes in whole', async () => {
    const { app, page: window } = launched
    onDisk('press/one.txt', `First of the folder\n\n${about('first')}`)
    onDisk('press/deeper/two.md', `# Second of the folder\n\n${about('second')}`)
    await answerOpenDialog(app, [join(folder, 'press')])
    await runCommand(window, 'Import folder')
    await expect(window.getByRole('row', { name: /First of the folder/ })).toBeVisible({ timeout: 15_000 })
    await expect(window.getByRole('row', { name: /Second of the folder/ })).toBeVisible()
  })

  test('files dropped on the window come in, and the same again are told from new ones', async () => {
    const { page: window } = launched
    await drop(window, 'dropped.txt', `A dropped headline\n\n${about('drop')}`)
    await expect(window.getByRole('row', { name: /A dropped headline/ })).toBeVisible({ timeout: 15_000 })
    await drop(window, 'again.txt', `A dropped headline\n\n${about('drop')}`)
    const report = window.getByRole('dialog', { name: 'Some files were not imported' })
    await expect(report.getByRole('listitem')).toHaveText([/again\.txt.*in the project already/], {
      timeout: 15_000
    })
    await window.keyboard.press('Escape')
  })

  test('what is nearly the same as an article is imported only when that is wanted', async () => {
    const { page: window } = launched
    const nearly = `A dropped headline, again\n\n${about('drop')}`
    const question = window.getByRole('dialog', { name: 'This article looks familiar' })
    await drop(window, 'nearly.txt', nearly)
    await expect(question.getByRole('listitem')).toHaveText(
      /A dropped headline, again.*nearly\.txt: \d+ % of the wording of “A dropped headline”/,
      { timeout: 15_000 }
    )
    await question.getByRole('button', { name: 'Leave it out' }).click()
    await expect(question).toBeHidden()
    await expect(window.getByRole('row', { name: /A dropped headline, again/ })).toHaveCount(0)
    await drop(window, 'nearly.txt', nearly)
    await question.getByRole('checkbox').check()
    await question.getByRole('button', { name: 'Import 1 as well' }).click()
    await expect(window.getByRole('row', { name: /A dropped headline, again/ })).toBeVisible()
  })

  test('of a table a person says what its columns are', async () => {
    const { page: window } = launched
    const rows = [`Row one,${about('one')},Quay Post`, `Row two,${about('two')},Quay Post`]
    await drop(
      window,
      'corpus.csv',
      `headline,words,paper\n${rows.map(row => row.replace(/, /g, '; ')).join('\n')}\n`
    )
    const dialog = window.getByRole('dialog', { name: 'Columns of corpus.csv' })
    // Its name says nothing; what it holds does.
    await expect(dialog.getByLabel('Text')).toHaveValue('words', { timeout: 15_000 })
    await expect(dialog.getByLabel('Title')).toHaveValue('headline')
    await expect(dialog.getByLabel('Outlet')).toHaveValue('')
    await dialog.getByLabel('Outlet').selectOption('paper')
    await dialog.getByRole('button', { name: 'Import 2 articles' }).click()
    await expect(window.getByRole('row', { name: /Row one.*Quay Post/s })).toBeVisible({ timeout: 15_000 })
    await expect(window.getByRole('row', { name: /Row two.*Quay Post/s })).toBeVisible()
  })

  // It opens another project, as the next one does.
  test('a table of annotations with columns of any name comes in with its texts', async () => {
    const { page: window } = launched
    await dropAll(window, [
      { name: 'coded.csv', text: 'doc,what,von,bis,wer\nstory,Blame,4,9,Cy\nstory,Praise,0,3,Cy\n' },
      { name: 'story.txt', text: 'Ana spoke to Bo about it.' }
    ])
    const dialog = window.getByRole('dialog', { name: 'Columns of coded.csv' })
    await dialog.getByRole('radio', { name: 'A row is an annotation' }).check({ timeout: 15_000 })
    await expect(dialog.getByLabel('Article', { exact: true })).toHaveValue('doc')
    const save = dialog.getByRole('button', { name: 'Import 2 annotations' })
    await expect(save).toBeDisabled()
    await dialog.getByLabel('Layer or label').selectOption('what')
    await dialog.getByLabel('Start', { exact: true }).selectOption('von')
    await dialog.getByLabel('End', { exact: true }).selectOption('bis')
    await dialog.getByLabel('Annotator', { exact: true }).selectOption('wer')
    await save.click()
    await expect(window.getByRole('row', { name: /story.*Blames: 1.*Praises: 1/s })).toBeVisible({
      timeout: 15_000
    })
  })

  test('a dataset among articles becomes a project of its own', async () => {
    const { app, page: window } = launched
    await answerOpenDialog(app, [onDisk('small.counterpoint.json', JSON.stringify(smallDataset))])
    await window.getByRole('button', { name: 'Import articles' }).click()
    const heading = window.getByRole('heading', { level: 1, name: smallDataset.project.title })
    await expect(heading).toBeVisible({ timeout: 15_000 })
  })

  test('of more labels than there are keys each can be tagged with', async () => {
    const { page: window } = launched
    const rows = Array.from({ length: 60 }, (_, i) => `scheme,Label ${i + 1},0,3`)
    await dropAll(window, [
      { name: 'many.csv', text: ['article,label,start,end', ...rows].join('\n') },
      { name: 'scheme.txt', text: 'Ana spoke to Bo about it, and Bo to her.' }
    ])
    await openArticle(window, /scheme/)
    const bar = window.getByRole('toolbar', { name: 'Tag selection' })
    await dragOver(window, 'about')
    await expect(bar.getByRole('button', { name: /Label/ })).toHaveCount(60)
    await window.screenshot({ path: join('test-results', 'import-many-labels.png') })
    await bar.getByRole('button', { name: 'Label 58', exact: true }).click()
    await expect(window.getByTestId('announcements')).toHaveText(/^Label 58 added/)
    await dragOver(window, 'her')
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox', { name: 'Command' }).fill('as label 55')
    await window.keyboard.press('Enter')
    await expect(window.getByTestId('announcements')).toHaveText(/^Label 55 added/)
    await expect(saveState(window)).toHaveText('Saved')
  })
})

/** Drops a file on the window as the desktop would. */
function drop(window: Page, name: string, text: string): Promise<void> {
  return dropAll(window, [{ name, text }])
}

async function dropAll(window: Page, files: { name: string; text: string }[]): Promise<void> {
  await window.evaluate(dropped => {
    const data = new DataTransfer()
    for (const { name, text } of dropped) data.items.add(new File([text], name))
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
    )
  }, files)
}
