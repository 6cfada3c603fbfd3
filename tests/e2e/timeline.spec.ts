import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint } from './launch'
import { inspector, saveState } from './workbench'

async function expectNoViolation(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  expect.soft(found, state).toEqual([])
}

test('the chronology behind the sample is walked by key, a date is corrected, and the text is one key away', async () => {
  const { page, close } = await launchCounterpoint()
  const events = page.getByRole('listbox', { name: 'Events on the timeline' })
  const details = page.getByRole('complementary', { name: 'Event details' })
  try {
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor()
    await page.keyboard.press('Alt+4')
    await expect(page.getByRole('img', { name: /^Legal timeline, / })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Story order, / })).toBeVisible()
    await expectNoViolation(page, 'timeline')

    // In the order of what happened, not of the telling.
    await events.focus()
    const year = async () => Number(/\d{4}/u.exec((await details.locator('code').textContent()) ?? '')?.[0])
    await page.keyboard.press('End')
    const last = await year()
    await page.keyboard.press('Home')
    expect(await year()).toBeLessThan(last - 5)
    await page.keyboard.press('ArrowRight')
    const title = (await details.getByRole('heading', { level: 2 }).textContent()) ?? ''

    await page.keyboard.press('e')
    const date = details.getByRole('textbox', { name: 'Date' })
    const before = await date.inputValue()
    await date.fill('spring')
    await page.keyboard.press('Enter')
    await expect(details.getByRole('alert')).toHaveText('Not a date yet. Try 2018-04 or 2018?')
    await date.fill('2019-02')
    await page.keyboard.press('Enter')
    await expect(details.getByText('February 2019', { exact: true })).toBeVisible()
    await expect(saveState(page)).toHaveText('Saved')
    await page.keyboard.press('Control+z')
    await expect(details.getByText(before, { exact: true })).toBeVisible()

    await events.focus()
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('blockquote')).toBeVisible()
    await page.keyboard.press('Control+[')
    await expect(details.getByRole('heading', { level: 2 })).toHaveText(title)
    await expect(events).toBeFocused()

    await page.getByRole('button', { name: 'Show as table' }).click()
    await expect(
      page.getByRole('table', { name: 'Events in the order in which they happened' })
    ).toBeVisible()
  } finally {
    await close()
  }
})
