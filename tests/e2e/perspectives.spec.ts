import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { articleText, saveState } from './workbench'

let launched: LaunchedCounterpoint
test.beforeAll(async () => {
  launched = await launchCounterpoint()
  const { page } = launched
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await page.keyboard.press('Alt+3')
})
test.afterAll(() => launched.close())

const columns = (page: Page) => page.getByRole('table', { name: 'Perspectives by stance' })
const heading = (page: Page, name: RegExp) => columns(page).getByRole('columnheader', { name })
const focused = (page: Page) => page.locator('.persp-card:focus')

async function chooseIssue(page: Page, name: RegExp): Promise<void> {
  await page.keyboard.press('i')
  await page.getByRole('listbox', { name: 'Issues' }).getByRole('option', { name }).click()
}

test('who stands where on an issue; a stance corrected by one key moves the card and is taken back', async () => {
  const { page } = launched
  await expect(page.getByRole('heading', { level: 1, name: 'All issues' })).toBeVisible()
  await chooseIssue(page, /Was closing the site justified/)
  await expect(heading(page, /Supports/)).toContainText('4')
  await expect(heading(page, /Opposes/)).toContainText('4')
  await expect(columns(page).getByText('Silent. No mixed voice is quoted.')).toBeVisible()

  const card = columns(page).getByRole('listitem', { name: /^Claire McCaskill, Politician, Supports/ })
  await card.click()
  await expect(card.getByRole('button', { name: 'Open in article', exact: true })).toBeVisible()
  await page.keyboard.press('x')
  await expect(heading(page, /Mixed/)).toContainText('1')
  await expect(page.getByText('Stance, mixed')).toBeAttached()
  // The card has gone to another column, and the keyboard with it.
  await expect(focused(page)).toHaveAccessibleName(/^Claire McCaskill, Politician, Mixed/)
  await expect(saveState(page)).toHaveText('Saved')
  await page.keyboard.press('Control+z')
  await expect(heading(page, /Supports/)).toContainText('4')
})

test('arrows, context, comparison, and the way to the text and back', async () => {
  const { page } = launched
  await columns(page).getByRole('listitem').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveAccessibleName(/, Opposes,/)
  await page.keyboard.press('ArrowDown')
  const name = (await focused(page).getAttribute('aria-label')) ?? ''
  await page.keyboard.press(' ')
  await expect(focused(page).locator('mark')).not.toHaveCount(0)
  await page.keyboard.press('c')
  await expect(page.getByRole('region', { name: 'Compared perspectives' }).getByRole('listitem')).toHaveCount(
    1
  )

  await page.keyboard.press('Enter')
  await expect(articleText(page)).toBeVisible()
  await page.keyboard.press('Control+[')
  await expect(page.getByRole('heading', { level: 1, name: 'Was closing the site justified?' })).toBeVisible()
  await expect(focused(page)).toHaveAccessibleName(name)
})

test('other columns and rows show everyone; a filter that nobody passes says so; nothing is amiss for axe', async () => {
  const { page } = launched
  await chooseIssue(page, /All issues/)
  await page.getByLabel('Columns by').selectOption({ label: 'Chosen actors' })
  await page.getByLabel('Rows by').selectOption({ label: 'Frame' })
  const byActor = page.getByRole('table', { name: 'Perspectives by actor' })
  await expect(byActor.getByRole('columnheader', { name: /Kamala Harris/ })).toContainText('4')
  await byActor.getByRole('button', { name: 'Column Everyone else' }).click()
  await expect(byActor.getByRole('columnheader', { name: /Everyone else/ })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))).toEqual(
    []
  )

  await page.keyboard.press('f')
  await page.getByRole('searchbox', { name: 'Words' }).fill('nobody says this')
  await expect(page.getByText('No perspective matches the filter.')).toBeVisible()
})
