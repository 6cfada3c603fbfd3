import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { launchApp } from './launch-app.mjs'
import { inProject } from './project-folder.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').ElectronApplication} App */
/** @typedef {(page: Page) => (name: string) => Promise<void>} Pictures */

/**
 * Pictures of coding an article: parts, relations, crowded pages, finding, correcting, problems, registers.
 * @param {NodeJS.ProcessEnv} env
 * @param {Pictures} pictureOf
 */
export async function picturesOfCoding(env, pictureOf) {
  for (const dark of [false, true]) {
    const { app, page, close } = await launchApp({ env, dark })
    page.setDefaultTimeout(20_000)
    /** @param {string} name */
    const picture = name => pictureOf(page)(dark ? `${name}-dark` : name)
    try {
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await page.getByRole('table', { name: 'Articles' }).waitFor()
      await openFirstArticle(page)
      await parts(page, picture)
      await finding(page, picture)
      await panels(page, picture)
      await correcting(page, picture)
      await views(page, picture)
      await crowded(app, page, picture)
    } finally {
      await close()
    }
  }
}

/** @typedef {(name: string) => Promise<void>} Picture */

/** @param {Page} page */
async function openFirstArticle(page) {
  await page.getByRole('rowheader').getByRole('button').first().click()
  await page.getByRole('region', { name: 'Article text' }).focus()
}

/**
 * Walks with J until the inspector shows what is looked for.
 * @param {Page} page
 * @param {RegExp} words
 */
async function walkTo(page, words) {
  await page.getByRole('region', { name: 'Article text' }).focus()
  const found = page.getByRole('complementary', { name: 'Inspector' }).getByText(words).first()
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('j')
    await page.waitForTimeout(40)
    if (await found.isVisible()) return
  }
  throw new Error(`No annotation of the sample shows ${String(words)}`)
}

/** @param {Page} page @param {Picture} picture */
async function parts(page, picture) {
  await walkTo(page, /^Passage 2/)
  await picture('split-quotation')
  await walkTo(page, /^(supports|disputes|is disputed by|responds to)/)
  await picture('relations-of-one')
}

/** @param {Page} page @param {Picture} picture */
async function finding(page, picture) {
  await page.keyboard.press('Control+f')
  await page.keyboard.type('court')
  await picture('find')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Article text' }).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+l')
  await page.keyboard.type('opposes')
  await page.keyboard.press('Enter')
  await picture('filter')
  await page.getByRole('button', { name: 'Clear' }).first().click()
  await page.getByRole('region', { name: 'Article text' }).focus()
}

/** @param {Page} page @param {Picture} picture */
async function panels(page, picture) {
  for (const [command, name] of [
    ['Show annotation table', 'table'],
    ['Show relations', 'relations']
  ]) {
    await runCommand(page, command ?? '')
    await picture(name ?? '')
  }
  await runCommand(page, 'Search the project')
  await page.keyboard.type('Senate')
  await page.waitForTimeout(800)
  await picture('search')
}

/** @param {Page} page @param {Picture} picture */
async function correcting(page, picture) {
  await page.keyboard.press('Control+Shift+E')
  const draft = page.getByRole('textbox', { name: 'Text', exact: true })
  const paragraphs = (await draft.inputValue()).split('\n\n')
  const [first = '', second = ''] = paragraphs
  paragraphs[0] = first
    .replace('five years in prison', '5 years in prison')
    .replace('a federal', 'the federal')
  paragraphs[1] = second.replace('does not mention', 'doesn’t mention')
  paragraphs.splice(5, 1)
  await draft.fill(paragraphs.join('\n\n'))
  await draft.evaluate(element => element.scrollTo(0, 0))
  await page.waitForTimeout(1500)
  await picture('correction')
  await page.getByRole('dialog', { name: 'Correct text' }).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog', { name: 'Correct text' }).waitFor({ state: 'hidden' })
  // Under the pointer the toast would stay.
  await page.mouse.move(5, 5)
  await page.locator('.toast').waitFor({ state: 'hidden' })
  await runCommand(page, 'Show text and revisions')
  await picture('orphans')
  await runCommand(page, 'Show history')
  await picture('history')
  await page.getByRole('button', { name: 'Close panel' }).click()
}

/** @param {Page} page @param {Picture} picture */
async function views(page, picture) {
  await page.keyboard.press('Alt+6')
  await page.getByRole('heading', { name: 'Codebook', level: 1 }).waitFor()
  await picture('codebook')
  await page.keyboard.press('Alt+7')
  await page.getByRole('heading', { name: 'Registers', level: 1 }).waitFor()
  await picture('registers')
}

/**
 * The sample with eight more annotations a paragraph, as after three annotators.
 * @param {App} app
 * @param {Page} page
 * @param {Picture} picture
 */
async function crowded(app, page, picture) {
  const file = path.join(os.tmpdir(), `crowded-${String(process.pid)}.counterpoint.json`)
  fs.writeFileSync(file, JSON.stringify(crowdedSample()))
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.keyboard.press('Control+o')
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  fs.rmSync(file)
  await page.locator('.toast').waitFor({ state: 'detached' })
  await openFirstArticle(page)
  for (let i = 0; i < 12; i++) await page.keyboard.press('j')
  await picture('dense')
  await runCommand(page, 'Show problems')
  await picture('problems')
}

function crowdedSample() {
  const sample = JSON.parse(
    fs.readFileSync(inProject('resources', 'sample', 'sample.counterpoint.json'), 'utf8')
  )
  const [article] = sample.articles
  const letters = [...article.text]
  const layers = ['claim', 'perspective', 'legal-event']
  let made = 0
  for (const block of article.blocks) {
    if (block.end - block.start < 200) continue
    for (let i = 0; i < 8; i++) {
      made += 1
      const start = wordAt(letters, block.start + Math.floor(((block.end - block.start) * i) / 9))
      const end = Math.min(block.end, wordAt(letters, start + 25 + ((made * 37) % 90)) - 1)
      if (end - start < 10) continue
      sample.annotations.push({
        ...sample.annotations[0],
        id: `crowded-${String(made)}`,
        layer: layers[made % 3],
        spans: [{ role: 'content', start, end, quote: letters.slice(start, end).join('') }],
        attributes: {},
        memo: ''
      })
    }
  }
  return { ...sample, project: { ...sample.project, id: 'crowded', title: 'A crowded page' } }
}

/**
 * The start of the word at or after a place.
 * @param {readonly string[]} letters
 * @param {number} from
 */
function wordAt(letters, from) {
  const space = letters.indexOf(' ', from - 1)
  return space < 0 ? letters.length : space + 1
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function runCommand(page, name) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(name)
  await page.getByRole('option', { name }).first().click()
}
