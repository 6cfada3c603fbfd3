import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readZip } from '../../src/core/archive/read-zip'
import type { Dataset } from '../../src/core/formats/dataset/schema'
import { launchCounterpoint } from './launch'
import { answerOpenDialog, answerSaveDialog } from './workbench'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export', exact: true })

test('an export is narrowed, put under pseudonyms, split and saved as one archive with its notes', async () => {
  const { app, page, close } = await launchCounterpoint()
  const path = join(mkdtempSync(join(tmpdir(), 'export-')), 'brat.zip')
  try {
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor()
    await page.keyboard.press('Control+e')
    const dialog = dialogOf(page)
    const preview = dialog.getByRole('region', { name: 'Export preview' })

    await test.step('a dataset of everything is one bare file', async () => {
      await expect(preview).toContainText('closing-backpage.counterpoint.json')
      await expect(preview).toContainText('counterpoint-dataset')
    })

    await test.step('formats are walked by key, and what they lose is said before saving', async () => {
      await dialog.getByRole('listbox', { name: 'Export format' }).focus()
      const brat = dialog.getByRole('option', { name: /^brat/ })
      for (let tries = 0; tries < 20 && (await brat.getAttribute('aria-selected')) !== 'true'; tries++)
        await page.keyboard.press('ArrowDown')
      await expect(brat).toHaveAttribute('aria-selected', 'true')
      await expect(dialog.getByRole('region', { name: 'What is left out' })).toContainText(
        'Who of the annotators adjudicates'
      )
      await expect(preview).toContainText('brat.zip')
    })

    await test.step('a text that may not be shared is never written by a format that needs it', async () => {
      const includesText = dialog.getByRole('checkbox', { name: 'Include the article text' })
      await includesText.uncheck()
      await expect(preview).toContainText('cannot be written without the texts')
      await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
      await includesText.check()
    })

    await test.step('choices change what will be written', async () => {
      await dialog.getByRole('checkbox', { name: /^Claims/ }).uncheck()
      await dialog.getByRole('checkbox', { name: 'Pseudonyms for actors' }).check()
      await dialog.getByRole('checkbox', { name: 'Split for training' }).check()
      await dialog.getByRole('spinbutton', { name: /Validation/ }).fill('0')
      await dialog.getByRole('spinbutton', { name: /Test/ }).fill('80')
      await expect(dialog.getByRole('group', { name: 'Validation' })).toContainText('train 1 article')
    })

    await test.step('it is saved, and what was left out case by case is listed', async () => {
      await answerSaveDialog(app, path)
      await page.keyboard.press('Control+Enter')
      const report = page.getByRole('dialog', { name: 'Exported, with something left out' })
      await expect(report).toContainText('they lead to the names')
      await report.getByRole('button', { name: 'Close' }).last().click()
    })

    await test.step('the archive holds what was chosen', () => {
      const read = readZip(readFileSync(path), 'brat.zip')
      if (!read.ok) throw new Error(read.error.message)
      const files = new Map(read.value.map(file => [file.name, new TextDecoder().decode(file.bytes)]))
      const names = [...files.keys()]
      expect(names.filter(name => /^(train|test)\/.*\.ann$/.test(name))).toHaveLength(2)
      expect(names.slice(-2)).toEqual(['methods.md', 'losses.json'])
      const all = [...files.values()].join('\n')
      expect(all).toContain('Person 1')
      expect(all).not.toContain('Lacey')
      expect(all).not.toMatch(/^T\d+\tclaim /m)
      expect(files.get('methods.md')).toContain('pseudonyms')
    })

    await test.step('the next export begins as this one was', async () => {
      await page.keyboard.press('Control+e')
      await expect(dialog.getByRole('option', { name: /^brat/ })).toHaveAttribute('aria-selected', 'true')
      await expect(dialog.getByRole('checkbox', { name: 'Split for training' })).toBeChecked()
    })
  } finally {
    await close()
  }
})

test('a dataset that went without its texts comes in again together with them', async () => {
  const { app, page, close } = await launchCounterpoint()
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  const path = join(folder, 'shared.zip')
  const sample = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/sample/sample.counterpoint.json'), 'utf8')
  ) as Dataset
  const texts = sample.articles.map(({ text }, i) => {
    const file = join(folder, `downloaded (${i}).txt`)
    writeFileSync(file, text)
    return file
  })
  const heading = page.getByRole('heading', { level: 1, name: sample.project.title })
  const bringIn = async (files: string[]) => {
    await answerOpenDialog(app, files)
    await page.getByRole('button', { name: 'Import articles' }).click()
  }
  try {
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await expect(heading).toBeVisible()
    await page.keyboard.press('Control+e')
    const dialog = dialogOf(page)
    await dialog.getByRole('checkbox', { name: 'Include the article text' }).uncheck()
    await dialog.getByRole('checkbox', { name: 'Add notes' }).check()
    await answerSaveDialog(app, path)
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.toast')).toContainText('shared.zip')

    await bringIn([path])
    const report = page.getByRole('dialog', { name: /not imported|could not/ })
    await expect(report).toContainText('Choose the articles’ files together with it.', { timeout: 15_000 })
    await page.keyboard.press('Escape')

    await bringIn([path, ...texts])
    await expect(page.locator('.toast')).toContainText('is a project now', { timeout: 15_000 })
    await expect(heading).toBeVisible()
    for (const { title } of sample.articles)
      await expect(page.getByRole('rowheader', { name: title })).toBeVisible()
    await page.keyboard.press('Control+o')
    await expect(page.getByRole('button', { name: sample.project.title })).toHaveCount(2)
  } finally {
    await close()
  }
})
