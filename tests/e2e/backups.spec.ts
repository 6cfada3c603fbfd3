import { expect, test } from '@playwright/test'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSample, tagWord } from '../fault/tagging'
import { rowsInJournals, rowsInStore } from '../fault/stored-rows'
import { launchCounterpoint } from './launch'
import { annotationList, answerOpenDialog, answerSaveDialog, inspector, runCommand } from './workbench'

test('a backup is taken, looked at beside the present, and restored as another project', async () => {
  const { app, page, profile, close } = await launchCounterpoint()
  await openSample(page)
  await runCommand(page, 'Backups…')
  const dialog = page.getByRole('dialog', { name: /Backups/ })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option')).toContainText('150 annotations')
  await dialog.getByText('Close', { exact: true }).click()

  await tagWord(page)
  // Not the one just made, which is the first.
  await annotationList(page).getByRole('option').nth(3).click()
  await inspector(page).waitFor()
  await page.keyboard.press('Delete')
  await runCommand(page, 'Backups…')
  await dialog.getByRole('option').first().click()
  await dialog.getByRole('button', { name: /Compare/ }).click()
  const compared = page.getByRole('dialog', { name: /Backup of .* and now/ })
  await expect(compared).toContainText(/1 .*added/i)
  await expect(compared).toContainText(/1 .*removed/i)
  await compared.getByRole('button', { name: /Restore/ }).click()
  const before = await rowsInJournals(profile)
  await page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: /Restore/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/backup of/)
  await expect(page.getByRole('main')).toContainText('150 annotations')

  // The old project is as it was, and the working store holds both as their journals do.
  const after = await rowsInJournals(profile)
  for (const [key, row] of Object.entries(before.rows['annotations'] ?? {}))
    expect(after.rows['annotations']?.[key]).toEqual(row)
  expect(await rowsInStore(page)).toEqual(after)

  await runCommand(page, 'Check project…')
  await expect(page.getByRole('dialog', { name: /Check/ })).toContainText('Everything is as it should be')
  await page.keyboard.press('Escape')
  expect(app.process().exitCode).toBeNull()
  await close()
})

test('a project moves to another computer in one file, with its history and its original files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bundle-'))
  const bundle = join(folder, 'moved.counterpoint-project')
  const first = await launchCounterpoint()
  await openSample(first.page)
  await tagWord(first.page)
  await answerSaveDialog(first.app, bundle)
  await runCommand(first.page, 'Export project bundle…')
  await expect(first.page.locator('.toast')).toContainText('moved.counterpoint-project')
  const expected = await rowsInJournals(first.profile)
  await first.close()
  expect(existsSync(bundle)).toBe(true)
  expect(readdirSync(folder)).toEqual(['moved.counterpoint-project'])

  const second = await launchCounterpoint()
  await second.page.getByRole('button', { name: 'Open the sample' }).waitFor()
  await answerOpenDialog(second.app, [bundle])
  await runCommand(second.page, 'Import project bundle…')
  await second.page.getByRole('table', { name: 'Articles' }).waitFor()
  expect(await rowsInJournals(second.profile)).toEqual(expected)
  expect(await rowsInStore(second.page)).toEqual(expected)
  await second.page.keyboard.press('Control+z')
  await expect(second.page.locator('.app-view')).toContainText('150 annotations')
  await second.close()
  rmSync(folder, { recursive: true, force: true })
})
