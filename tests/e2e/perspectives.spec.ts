import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import type { Dataset } from '../../src/core/formats/dataset/schema'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { articleText, saveState } from './workbench'

const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../resources/sample/sample.counterpoint.json'), 'utf8')
) as Dataset
const said = sample.annotations.filter(({ layer }) => layer === 'perspective')

/** How many perspectives of the sample take this stance on an issue and its parts. */
function count(question: string, stance: string): number {
  const whole = sample.issues.find(issue => issue.question === question)
  const ids = new Set<unknown>(
    sample.issues.filter(({ id, partOf }) => id === whole?.id || partOf === whole?.id).map(({ id }) => id)
  )
  return said.filter(({ attributes }) => ids.has(attributes['issue']) && attributes['stance'] === stance)
    .length
}

let launched: LaunchedCounterpoint
test.beforeAll(async () => {
  launched = await launchCounterpoint()
  const { page } = launched
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await page.keyboard.press('Alt+3')
})
test.afterAll(() => launched.close())

const closing = 'Was closing the site justified?'
const columns = (page: Page) => page.getByRole('table', { name: 'Perspectives by stance' })
const heading = (page: Page, name: RegExp) => columns(page).getByRole('columnheader', { name })
const focused = (page: Page) => page.locator('.persp-card:focus')

async function chooseIssue(page: Page, name: string): Promise<void> {
  await page.keyboard.press('i')
  await page.getByRole('listbox', { name: 'Issues' }).getByRole('option', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('who stands where on an issue; a stance corrected by one key moves the card and is taken back', async () => {
  const { page } = launched
  await expect(page.getByRole('heading', { level: 1, name: 'All issues' })).toBeVisible()
  const [supports, mixed] = [count(closing, 'supports'), count(closing, 'mixed')]
  await chooseIssue(page, closing)
  await expect(heading(page, /Supports/)).toContainText(String(supports))
  await expect(
    columns(page)
      .getByText(/^Silent\. No .+ voice is quoted\.$/)
      .first()
  ).toBeVisible()

  const card = columns(page).getByRole('listitem', { name: /^Claire McCaskill, Politician, Supports/ })
  await card.locator('b').click()
  await expect(card.getByRole('button', { name: 'Open in article', exact: true })).toBeVisible()
  await page.keyboard.press('x')
  await expect(heading(page, /Mixed/)).toContainText(String(mixed + 1))
  await expect(page.getByText('Stance, mixed')).toBeAttached()
  // The card has gone to another column, and the keyboard with it.
  await expect(focused(page)).toHaveAccessibleName(/^Claire McCaskill, Politician, Mixed/)
  await expect(saveState(page)).toHaveText('Saved')
  await page.keyboard.press('Control+z')
  await expect(heading(page, /Supports/)).toContainText(String(supports))
})

test('arrows, context, comparison, and the way to the text and back', async () => {
  const { page } = launched
  await columns(page).getByRole('listitem').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveAccessibleName(/, (Mixed|Neutral|Unclear|Opposes),/)
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
  await expect(page.getByRole('heading', { level: 1, name: closing })).toBeVisible()
  await expect(focused(page)).toHaveAccessibleName(name)
})

test('other columns and rows show everyone; a filter that nobody passes says so; nothing is amiss for axe', async () => {
  const { page } = launched
  await chooseIssue(page, 'All issues')
  await page.getByLabel('Columns by').selectOption({ label: 'Chosen actors' })
  await page.getByLabel('Rows by').selectOption({ label: 'Frame' })
  const byActor = page.getByRole('table', { name: 'Perspectives by actor' })
  await expect(byActor.getByRole('columnheader', { name: /Kamala Harris/ })).toBeVisible()
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
