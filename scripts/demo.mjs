import './check-node.mjs'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { CommandError, isStartedDirectly, runAsCommand } from './command-error.mjs'
import { dragOver, pickPassages } from './demo-selection.mjs'
import { launchApp } from './launch-app.mjs'
import { inProject, projectFolder } from './project-folder.mjs'
import { setup } from './setup.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {{ layer: string, spans: readonly unknown[] }} DatasetAnnotation
 */

const demoFolder = inProject('counterpoint-demo')
const layers = ['Claim', 'Perspective', 'Legal event']

/**
 * Drives the real application as a person would: opens the sample, tags a passage per layer, looks at every
 * view, exports the dataset; leaves pictures and the dataset in `counterpoint-demo/` and says what it did.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @returns {Promise<number>} exit code
 */
export async function runDemo(electron) {
  fs.mkdirSync(demoFolder, { recursive: true })
  fs.rmSync(path.join(demoFolder, 'where-it-stopped.png'), { force: true })
  await withVirtualDisplay(async env => {
    const { app, page, close } = await launchApp({ env })
    try {
      page.setDefaultTimeout(20_000)
      await takeTour(app, page)
    } catch (error) {
      await page.screenshot({ path: path.join(demoFolder, 'where-it-stopped.png') }).catch(() => undefined)
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
      throw new CommandError(`The tour stopped: ${reason} (see counterpoint-demo/where-it-stopped.png)`)
    } finally {
      await close()
    }
  })
  console.log(
    `Done, with Electron ${electron.version}. Pictures and dataset are in ${path.basename(demoFolder)}/.`
  )
  return 0
}

/**
 * @param {ElectronApplication} app
 * @param {Page} page
 */
async function takeTour(app, page) {
  const picture = pictureTaker(page)
  const openSample = page.getByRole('button', { name: 'Open the sample' })
  await openSample.waitFor()
  await picture('first-start')
  await openSample.click()
  const articleText = page.getByRole('region', { name: 'Article text' })
  await openFirstArticle(page, articleText)
  await picture('sample')

  await tagPassages(page)
  await picture('tagged')
  await visitViews(page, picture)

  const file = path.join(demoFolder, 'sample.counterpoint.json')
  await exportDataset(app, page, file, picture)
  reportDataset(file)
}

/**
 * The sample may open in the library or in the reader.
 * @param {Page} page
 * @param {import('@playwright/test').Locator} articleText
 */
async function openFirstArticle(page, articleText) {
  const row = page.getByRole('table', { name: 'Articles' }).getByRole('row').nth(1)
  await articleText.or(row).first().waitFor()
  if (!(await articleText.isVisible())) await row.dblclick()
  await articleText.waitFor()
  console.log('Opened the sample that comes with the application.')
}

/** @param {Page} page */
async function tagPassages(page) {
  const passages = await pickPassages(page, layers.length)
  for (const [index, layer] of layers.entries()) {
    const words = passages[index]
    if (words === undefined) throw new Error('the sample has too few paragraphs to tag.')
    await dragOver(page, words)
    await page
      .getByRole('toolbar', { name: 'Tag selection' })
      .getByRole('button', { name: layer, exact: true })
      .click()
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { name: layer })
      .first()
      .waitFor()
    await page.getByRole('status', { name: 'Save state' }).getByText('Saved', { exact: true }).waitFor()
    console.log(`Tagged as ${layer.toLowerCase()}, and saved: “${words}”`)
  }
}

/**
 * Looks at every view that the navigation offers, whichever these are, and comes back to the text.
 * @param {Page} page
 * @param {(name: string) => Promise<void>} picture
 */
async function visitViews(page, picture) {
  const buttons = page.getByRole('navigation', { name: 'Views' }).getByRole('button')
  const names = (await buttons.allTextContents()).filter(name => name !== 'Export' && name !== 'Annotate')
  for (const name of [...names, 'Annotate']) {
    await buttons.filter({ hasText: name }).click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await picture(name.toLowerCase())
  }
}

/**
 * The save dialog belongs to the desktop, so it is answered in its place; all else is the application's.
 * @param {ElectronApplication} app
 * @param {Page} page
 * @param {string} file
 * @param {(name: string) => Promise<void>} picture
 */
async function exportDataset(app, page, file, picture) {
  fs.rmSync(file, { force: true })
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: 'Export', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('listbox', { name: 'Export format' }).waitFor()
  await dialog
    .getByRole('region', { name: 'Export preview' })
    .getByText('counterpoint-dataset')
    .first()
    .waitFor()
  await picture('export')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** @param {string} file */
function reportDataset(file) {
  /** @type {{ articles: readonly unknown[], annotations: readonly DatasetAnnotation[], actors: readonly unknown[], relations: readonly unknown[] }} */
  const dataset = JSON.parse(fs.readFileSync(file, 'utf8'))
  /** @type {Map<string, number>} */
  const perLayer = new Map()
  for (const { layer } of dataset.annotations) perLayer.set(layer, (perLayer.get(layer) ?? 0) + 1)
  const counts = [...perLayer].map(([layer, count]) => `${count} ${layer}`).join(', ')
  console.log(
    `Exported ${path.relative(projectFolder, file)}: ${dataset.articles.length} article, ` +
      `${dataset.annotations.length} annotations (${counts}), ${dataset.actors.length} actors, ` +
      `${dataset.relations.length} relations.`
  )
}

/**
 * @param {Page} page
 * @returns {(name: string) => Promise<void>} takes a picture, numbered in the order of the tour
 */
function pictureTaker(page) {
  let number = 0
  return async name => {
    number++
    await page.screenshot({ path: path.join(demoFolder, `${String(number).padStart(2, '0')}-${name}.png`) })
  }
}

if (isStartedDirectly(import.meta.url)) {
  await runAsCommand(async () => runDemo(await setup({ isDisplayNeeded: process.platform === 'linux' })))
}
