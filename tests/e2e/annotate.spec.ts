import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import {
  annotationList,
  articleText,
  clickOn,
  dragOver,
  inspector,
  openArticle,
  saveState
} from './workbench'

/** One window on the sample for all of these; each test undoes nothing of another's. */
let running: LaunchedCounterpoint
let page: Page
const profile = mkdtempSync(join(tmpdir(), 'counterpoint-annotate-'))

test.beforeAll(async () => {
  running = await launchCounterpoint({ profile })
  page = running.page
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await openArticle(page, /Closing Backpage/)
  await expect(page.getByRole('contentinfo', { name: 'Status bar' })).toContainText('125 annotations')
})
test.afterAll(async () => {
  await running.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})
test.beforeEach(async () => {
  await articleText(page).focus()
  await page.keyboard.press('Escape')
})

const quote = () => inspector(page).getByRole('blockquote')
const heading = (name: string) => inspector(page).getByRole('heading', { name })

test('J and K walk the annotations in text order, and the list follows', async () => {
  await page.keyboard.press('j')
  await expect(heading('Legal event')).toBeVisible()
  const first = await quote().textContent()
  await page.keyboard.press('j')
  await expect(quote()).not.toHaveText(first ?? '')
  await page.keyboard.press('k')
  await expect(quote()).toHaveText(first ?? '')
  const focused = annotationList(page).getByRole('option', { selected: true })
  await expect(focused).toHaveAttribute('aria-posinset', '1')
  await expect(focused).toHaveAccessibleName(/^Legal event, /)
  const id = await focused.getAttribute('id')
  await expect(annotationList(page)).toHaveAttribute('aria-activedescendant', id ?? '')
})

test('a click where annotations overlap offers a picker, and Enter keeps the choice', async () => {
  await clickOn(page, '$3 million')
  const picker = page.getByRole('listbox', { name: 'Annotations at this point' })
  await expect(picker).toBeFocused()
  await expect(picker.getByRole('option')).toHaveCount(2)
  const shortest = await quote().textContent()
  expect(shortest).toContain('$3 million')
  await page.keyboard.press('ArrowDown')
  await expect(quote()).not.toHaveText(shortest ?? '')
  await page.keyboard.press('Enter')
  await expect(picker).toBeHidden()
  await expect(quote()).not.toHaveText(shortest ?? '')
})

test('boundaries move by a word at either end, and to a selection; each is one undo step', async () => {
  await dragOver(page, 'newspapermen first')
  await page.keyboard.press('1')
  await expect(quote()).toHaveText('newspapermen first')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(quote()).toHaveText('newspapermen')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(quote()).toHaveText('were newspapermen')
  await dragOver(page, 'Larkin were newspapermen first')
  await page.keyboard.press('b')
  await expect(quote()).toHaveText('Larkin were newspapermen first')
  await page.keyboard.press('Control+z')
  await expect(quote()).toHaveText('were newspapermen')
  await page.keyboard.press('Control+z')
  await expect(quote()).toHaveText('newspapermen')
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z')
  await expect(inspector(page).getByText('Select a passage')).toBeVisible()
})

test('the layer is changed from the menu, and undo brings the attributes back', async () => {
  await clickOn(page, 'a storefront where a trafficker')
  await expect(heading('Perspective')).toBeVisible()
  const holder = inspector(page).getByRole('combobox', { name: 'Holder' })
  const before = await holder.inputValue()
  expect(before).not.toBe('')
  await inspector(page).getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Change to claim' }).click()
  await expect(heading('Claim')).toBeVisible()
  await articleText(page).focus()
  await page.keyboard.press('Control+z')
  await expect(heading('Perspective')).toBeVisible()
  await expect(holder).toHaveValue(before)
})

test('deleting takes the annotation away, offers undo, and undo restores it with its relations', async () => {
  const bar = page.getByRole('contentinfo', { name: 'Status bar' })
  await expect(bar).toContainText('125 annotations')
  await clickOn(page, 'a storefront where a trafficker')
  await articleText(page).focus()
  await page.keyboard.press('Delete')
  await expect(bar).toContainText('124 annotations')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(bar).toContainText('125 annotations')
  await expect(saveState(page)).toHaveText('Saved')
})

test('a right click on a passage offers what can be done to it', async () => {
  await clickOn(page, 'a storefront where a trafficker')
  const box = await page.evaluate(() => {
    const highlighted = document.querySelector('.margin-card.is-focused')
    return highlighted?.getBoundingClientRect().top ?? 0
  })
  const text = await articleText(page).boundingBox()
  await page.mouse.click((text?.x ?? 0) + 40, box + 45, { button: 'right' })
  await expect(page.getByRole('menu', { name: 'Actions for this annotation' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
})

/** Chooses an item of the native menu, which no pointer of a test reaches. */
const chooseInMenu = (command: string) =>
  running.app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, command)

/** Ways to take the memo's field off the screen without the keyboard leaving it first, and back to it. */
const waysToLeaveTheMemo: { way: string; leave(): Promise<void>; comeBack(): Promise<void> }[] = [
  {
    way: 'another view is shown',
    leave: () => page.keyboard.press('Alt+1'),
    comeBack: () => page.keyboard.press('Alt+2')
  },
  {
    way: 'the inspector is hidden',
    leave: () => page.keyboard.press('Control+.'),
    comeBack: () => page.keyboard.press('Control+.')
  },
  {
    way: 'the project is left',
    leave: () => page.keyboard.press('Control+o'),
    comeBack: async () => {
      await page
        .getByRole('listitem')
        .getByRole('button', { name: /Closing Backpage/ })
        .click()
      await openArticle(page, /Closing Backpage/)
    }
  },
  {
    way: 'the next annotation is chosen in the menu',
    leave: () => chooseInMenu('annotate.next'),
    comeBack: () => Promise.resolve()
  }
]
for (const { way, leave, comeBack } of waysToLeaveTheMemo)
  test(`a memo that is being typed when ${way} is kept`, async () => {
    const memo = inspector(page).getByRole('textbox', { name: 'Memo' })
    await clickOn(page, 'a storefront where a trafficker')
    await memo.fill(`Typed before ${way}`)
    await leave()
    await expect(memo.and(page.locator(':focus'))).toHaveCount(0)
    await comeBack()
    await articleText(page).waitFor()
    await clickOn(page, 'a storefront where a trafficker')
    await expect(memo).toHaveValue(`Typed before ${way}`)
    await expect(saveState(page)).toHaveText('Saved')
  })

test('while a dialog is open the native menu does nothing', async () => {
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog', { name: 'All keys' })
  await expect(dialog).toBeVisible()
  await chooseInMenu('view.library')
  // Goes the way that the menu's message went: that one has arrived before the dialog is closed below.
  await running.app.evaluate(async ({ BrowserWindow }) => {
    await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('null')
  })
  await expect
    .poll(() =>
      running.app.evaluate(
        ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('dataset.export')?.enabled
      )
    )
    .toBe(false)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(articleText(page)).toBeVisible()
})

test('Enter opens a hidden inspector on its first field, and a button hides it', async () => {
  const toggle = page.getByRole('button', { name: 'Inspector', exact: true })
  await clickOn(page, 'a storefront where a trafficker')
  await toggle.click()
  await expect(inspector(page)).toBeHidden()
  await articleText(page).focus()
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('combobox', { name: 'Holder' })).toBeFocused()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
})

test('a memo that is being typed when the window closes is there after the next start', async () => {
  await clickOn(page, 'a storefront where a trafficker')
  await inspector(page).getByRole('textbox', { name: 'Memo' }).fill('Half a thought')
  await running.close()
  running = await launchCounterpoint({ profile })
  page = running.page
  await articleText(page).waitFor()
  await clickOn(page, 'a storefront where a trafficker')
  await expect(inspector(page).getByRole('textbox', { name: 'Memo' })).toHaveValue('Half a thought')
})
