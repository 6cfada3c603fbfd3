import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { Dataset } from '../../src/core/formats/dataset/schema'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { articleText } from './workbench'

const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../resources/sample/sample.counterpoint.json'), 'utf8')
) as Dataset

let launched: LaunchedCounterpoint
test.beforeAll(async () => {
  launched = await launchCounterpoint()
  const { page } = launched
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await page.keyboard.press('Alt+3')
})
test.afterAll(() => launched.close())

const arrange = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Arrangement' }).getByRole('radio', { name }).click()
const topOf = (scroller: Locator) => scroller.evaluate(element => element.scrollTop)
const numberIn = (text: string) => Number(text.replaceAll(',', ''))

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  expect(found).toEqual([])
}

test('the matrix counts who speaks on what, shows the silent, and opens the passages of a cell', async () => {
  const { page } = launched
  await arrange(page, 'Matrix')
  const grid = page.getByRole('grid', { name: 'Perspective matrix' })
  const passages = page.getByRole('complementary', { name: 'Passages' })
  await expectNoViolation(page)

  await test.step('by share, those who say most come first', async () => {
    await page.getByRole('checkbox', { name: 'Group by role' }).uncheck()
    await page.getByLabel('Order by').selectOption({ label: 'Share' })
    const totals = (await grid.locator('.matrix-row:not(.is-total) .matrix-total').allTextContents()).map(
      numberIn
    )
    expect(totals.length).toBeGreaterThan(5)
    expect(totals).toEqual(totals.toSorted((a, b) => b - a))
    const all = await grid.locator('.is-total .matrix-total').textContent()
    expect(numberIn(all ?? '')).toBe(sample.annotations.filter(({ layer }) => layer === 'perspective').length)
  })

  await test.step('a cell and its passages are as many as the dataset has', async () => {
    const actor = sample.actors.find(({ name }) => name === 'Kamala Harris')
    const row = grid.getByRole('row', { name: /^Kamala Harris/ })
    await row
      .getByRole('gridcell', { name: /^Supports/ })
      .first()
      .click()
    const title = (await passages.getByRole('heading').textContent()) ?? ''
    const issue = sample.issues.find(({ question }) => title.endsWith(question))
    const own = sample.annotations.filter(
      ({ attributes }) => attributes['holder'] === actor?.id && attributes['issue'] === issue?.id
    )
    expect(own.length).toBeGreaterThan(0)
    await expect(passages.getByRole('listitem')).toHaveCount(own.length)
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeVisible()
    await page.keyboard.press('Control+[')
    await expect(row.locator('[data-cell]:focus')).toHaveAccessibleName(/^Supports/)
  })

  await test.step('silence has a word, rows and columns change places', async () => {
    const silent = grid.getByRole('gridcell', { name: /silent/i }).first()
    await silent.click()
    await expect(page.getByTestId('announcements')).toHaveText(/, silent$/)
    await page.keyboard.press('t')
    await expect(page.getByTestId('announcements')).toHaveText('Rows are issues')
    const headings = grid.getByRole('rowheader')
    await expect(headings.and(page.getByTitle(sample.issues[0]?.question ?? '')).first()).toBeVisible()
    await page.keyboard.press('t')
  })
})

test('two articles go together, and what one leaves out is listed', async () => {
  const { page } = launched
  await arrange(page, 'Articles')
  const left = page.getByRole('region', { name: /^Left: / })
  const right = page.getByRole('region', { name: /^Right: / })
  const things = page.getByRole('listbox', { name: 'What the texts have in common' })
  const current = (side: Locator) => side.locator('mark[data-current="true"]').first()
  await expectNoViolation(page)

  await test.step('what both speak of is brought to light in both', async () => {
    await things.focus()
    await page.keyboard.press('Home')
    await expect(
      things.getByRole('group', { name: /^In both/ }).locator('[aria-selected="true"]')
    ).toHaveCount(1)
    await expect(current(left)).toBeInViewport()
    await expect(current(right)).toBeInViewport()
  })

  await test.step('what only one speaks of has no place in the other', async () => {
    await page.keyboard.press('End')
    const last = things.getByRole('option', { selected: true })
    await expect(last).toHaveAccessibleName(/, 0 left, [1-9]\d* right$/)
    await expect(current(right)).toBeInViewport()
    await expect(left.locator('mark[data-selected="true"]')).toHaveCount(0)
  })

  await test.step('scrolling one scrolls the other, unless it is not to', async () => {
    const began = await topOf(right)
    // While a passage is brought into sight nothing follows.
    await page.waitForTimeout(300)
    await left.hover()
    await page.mouse.wheel(0, 900)
    await expect.poll(() => topOf(right)).not.toBe(began)
    await page.mouse.wheel(0, -9000)
    await expect.poll(() => topOf(right)).toBeLessThan(100)
    await page.mouse.wheel(0, 900)
    await expect.poll(() => topOf(right)).toBeGreaterThan(200)
    await page.getByRole('checkbox', { name: 'Scroll together' }).uncheck()
    const before = await topOf(right)
    await left.hover()
    await page.mouse.wheel(0, -9000)
    await expect.poll(() => topOf(left)).toBe(0)
    expect(await topOf(right)).toBe(before)
    await page.getByRole('checkbox', { name: 'Scroll together' }).check()
  })

  await test.step('one key to the text and back', async () => {
    await things.focus()
    await page.keyboard.press('Home')
    const name = (await things.getByRole('option', { selected: true }).getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeVisible()
    await page.keyboard.press('Control+[')
    await expect(things).toBeFocused()
    await expect(things.getByRole('option', { selected: true })).toHaveAccessibleName(name)
  })
})
