import './check-node.mjs'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { isStartedDirectly, runAsCommand } from './command-error.mjs'
import { dragOver, pickPassages } from './demo-selection.mjs'
import { launchApp } from './launch-app.mjs'
import { picturesOfCoding } from './pictures-of-coding.mjs'
import { picturesOfPerspectives } from './pictures-of-perspectives.mjs'
import { inProject } from './project-folder.mjs'
import { setup } from './setup.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const folder = inProject('docs/pictures')

/**
 * Makes the pictures of the documentation from the real application, on the sample; with the argument
 * `perspectives` only those of the views of a study.
 */
async function takePictures() {
  fs.mkdirSync(folder, { recursive: true })
  await withVirtualDisplay(async env => {
    if (process.argv.includes('perspectives')) return picturesOfPerspectives(env, pictureOf)
    const { app, page, close } = await launchApp({ env })
    try {
      page.setDefaultTimeout(20_000)
      await firstStart(page)
      await annotating(page)
      await dialogs(app, page)
      await inTheDark(page)
      await backups(page)
    } finally {
      await close()
    }
    await picturesOfCoding(env, pictureOf)
    await picturesOfPerspectives(env, pictureOf)
    await afterACrash(env)
  })
  console.log(`Pictures are in ${path.relative(process.cwd(), folder)}/.`)
  return 0
}

/** @param {Page} page */
function pictureOf(page) {
  return async (/** @type {string} */ name) => {
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(500)
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
  }
}

/** @param {Page} page */
async function firstStart(page) {
  const picture = pictureOf(page)
  await page.getByRole('button', { name: 'Open the sample' }).waitFor()
  await picture('first-start')
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('textbox', { name: 'Project title' }).fill('A new study')
  await page.getByRole('textbox', { name: 'Your name' }).fill('M. Haas')
  await page.getByRole('button', { name: 'Create project' }).click()
  await page.getByRole('heading', { name: 'Nothing to read yet' }).waitFor()
  await picture('library-empty')
  await page.keyboard.press('Control+o')
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await picture('library')
}

/** @param {Page} page */
async function annotating(page) {
  const picture = pictureOf(page)
  await page.getByRole('rowheader').getByRole('button').first().click()
  await page.getByRole('region', { name: 'Article text' }).focus()
  await picture('annotate')
  await focusFirst(page, 'Perspective')
  await picture('annotate-perspective')
  await focusFirst(page, 'Legal event')
  await picture('annotate-legal-event')
  const [words] = await pickPassages(page, 1)
  if (words !== undefined) await dragOver(page, words)
  await picture('annotate-selection')
  await page.keyboard.press('Escape')
  await openPicker(page)
  await picture('annotate-picker')
  await page.keyboard.press('Escape')
}

/**
 * Walks with J until an annotation of the layer is focused.
 * @param {Page} page
 * @param {string} layer
 */
async function focusFirst(page, layer) {
  await page.getByRole('region', { name: 'Article text' }).focus()
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('j')
    await page.waitForTimeout(40)
    if (
      await page
        .getByRole('complementary', { name: 'Inspector' })
        .getByRole('heading', { name: layer })
        .isVisible()
    )
      return
  }
}

/**
 * Clicks places of the text until several annotations answer at once.
 * @param {Page} page
 */
async function openPicker(page) {
  const box = await page.getByRole('region', { name: 'Article text' }).boundingBox()
  const left = (box?.x ?? 320) + 20
  for (let y = 120; y < 820; y += 29)
    for (let x = left; x < left + 520; x += 60) {
      await page.mouse.click(x, y)
      if (await page.getByRole('listbox', { name: 'Annotations at this point' }).isVisible()) return
    }
}

/**
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {Page} page
 */
async function dialogs(app, page) {
  const picture = pictureOf(page)
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export' }).waitFor()
  await picture('export')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('tag')
  await picture('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await picture('keys')
  await page.keyboard.press('Escape')
  const broken = path.join(os.tmpdir(), 'broken.counterpoint.json')
  fs.writeFileSync(broken, '{ "format": "counterpoint-dataset", "version": 1, "articles": [')
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, broken)
  await page.keyboard.press('Control+o')
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('dialog', { name: 'The dataset was not imported' }).waitFor()
  await picture('error')
  fs.rmSync(broken)
  await page.keyboard.press('Escape')
}

/** @param {Page} page */
async function inTheDark(page) {
  const picture = pictureOf(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await picture('settings-dark')
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: /Closing Backpage/ }).click()
  await page.getByRole('rowheader').getByRole('button').first().click()
  await page.getByRole('region', { name: 'Article text' }).focus()
  await focusFirst(page, 'Perspective')
  await picture('annotate-dark')
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

/** @param {Page} page */
async function backups(page) {
  const picture = pictureOf(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Light' }).check({ force: true })
  await page.keyboard.press('Alt+2')
  await runCommand(page, 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await picture('backups')
  await page.keyboard.press('Escape')
  const [words] = await pickPassages(page, 1)
  if (words !== undefined) await dragOver(page, words)
  await page.keyboard.press('1')
  await focusFirst(page, 'Legal event')
  await page.keyboard.press('Delete')
  await focusFirst(page, 'Perspective')
  await page.keyboard.press('u')
  await runCommand(page, 'Backups')
  await page.getByRole('button', { name: /^Compare/ }).click()
  await page.getByRole('dialog', { name: /and now$/ }).waitFor()
  await picture('backup-compared')
}

/** @param {NodeJS.ProcessEnv} env */
async function afterACrash(env) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-pictures-'))
  const first = await launchApp({ env, profile })
  await first.page.getByRole('button', { name: 'Open the sample' }).click()
  await first.page.getByRole('table', { name: 'Articles' }).waitFor()
  first.app.process().kill('SIGKILL')
  await new Promise(resolve => setTimeout(resolve, 1000))
  const { page, close } = await launchApp({ env, profile })
  await page.getByText('not closed in the usual way').waitFor()
  await pictureOf(page)('after-a-crash')
  await close()
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

if (isStartedDirectly(import.meta.url)) {
  await runAsCommand(async () => {
    await setup({ isDisplayNeeded: process.platform === 'linux' })
    return takePictures()
  })
}
