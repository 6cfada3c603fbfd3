import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchCounterpoint } from './launch'
import { annotationList, openArticle } from './workbench'

test('reading', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launchCounterpoint({ dark: process.env.DARK === '1' })
  page.on('console', message => console.log(message.text()))
  page.on('pageerror', error => console.log(error))
  const shot = (name: string) => page.screenshot({ path: join('test-results', `reading-${name}.png`) })
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await openArticle(page, /.+/)
  await expect(annotationList(page).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Control+Shift+l')
  await page.waitForTimeout(600)
  await shot('table')
  await page.getByRole('columnheader', { name: 'Stance' }).getByRole('button').click()
  await page.getByLabel('Group').selectOption('actor')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByLabel('Change', { exact: true }).selectOption({ label: 'Stance' })
  await page.getByLabel('New stance').selectOption({ label: 'Mixed' })
  await page.waitForTimeout(300)
  await shot('table-group')
  await page.getByRole('button', { name: 'Columns' }).click()
  await shot('table-columns')
  await close()
})
