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

test('what is shown is chosen by brush, wheel, drag and key', async () => {
  const { page, close } = await launchCounterpoint()
  const drawing = page.getByRole('img', { name: /^Legal timeline, / })
  const counts = async () =>
    (/(\d+) of (\d+) dated events/u.exec((await drawing.getAttribute('aria-label')) ?? '') ?? [])
      .slice(1)
      .map(Number)
  const shownCount = async () => (await counts())[0]
  const whole = page.getByRole('button', { name: 'Whole', exact: true })
  const shownX = async () => Number(await page.locator('.tl-strip-shown').getAttribute('x'))
  try {
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor()
    await page.keyboard.press('Alt+4')
    await drawing.waitFor()
    const [first, all] = await counts()
    expect(first).toBe(all)
    await expect(whole).toBeDisabled()

    await test.step('a brush over the strip, a double click for everything', async () => {
      const strip = (await page.locator('.tl-strip').boundingBox())!
      const at = (share: number) => [strip.x + strip.width * share, strip.y + strip.height / 2] as const
      await page.mouse.move(...at(0.6))
      await page.mouse.down()
      await page.mouse.move(...at(0.8), { steps: 4 })
      await page.mouse.up()
      await expect.poll(shownCount).toBeLessThan(all!)
      expect(await shownCount()).toBeGreaterThan(0)
      await page.locator('.tl-strip').dblclick()
      await expect.poll(shownCount).toBe(all)
    })

    await test.step('Ctrl and the wheel look closer at what is under the pointer; dragging moves on', async () => {
      const sheet = (await page.locator('.tl-sheet').boundingBox())!
      await page.mouse.move(sheet.x + sheet.width * 0.7, sheet.y + sheet.height / 2)
      await page.keyboard.down('Control')
      for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -100)
      await page.keyboard.up('Control')
      await expect(whole).toBeEnabled()
      await expect.poll(shownCount).toBeLessThan(all!)
      const before = await shownX()
      // Upper edge of the sheet: no event stands there.
      await page.mouse.move(sheet.x + sheet.width * 0.5, sheet.y + 3)
      await page.mouse.down()
      await page.mouse.move(sheet.x + sheet.width * 0.5 + 200, sheet.y + 3, { steps: 5 })
      await page.mouse.up()
      await expect.poll(shownX).toBeLessThan(before)
    })

    await test.step('keys do the same', async () => {
      await page.getByRole('listbox', { name: 'Events on the timeline' }).focus()
      await page.keyboard.press('0')
      await expect(whole).toBeDisabled()
      await page.keyboard.press('Home')
      for (let press = 0; press < 3; press++) await page.keyboard.press('+')
      await expect.poll(shownCount).toBeLessThan(all!)
      await page.keyboard.press('0')
      await expect.poll(shownCount).toBe(all)
    })

    await test.step('lanes by court are others than lanes by case', async () => {
      const names = () => page.locator('.tl-name > span').allTextContents()
      const cases = await names()
      await page.getByRole('radio', { name: 'Court' }).click()
      await expect.poll(names).not.toEqual(cases)
    })
  } finally {
    await close()
  }
})
