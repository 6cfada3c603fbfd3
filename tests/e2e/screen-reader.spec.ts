import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { annotationList, articleText, inspector, openArticle, saveState, startProject } from './workbench'

test.describe.configure({ mode: 'serial' })
let launched: LaunchedCounterpoint
test.beforeAll(async () => {
  launched = await launchCounterpoint()
  await startProject(launched.app, launched.page)
  await openArticle(launched.page, /.+/)
})
test.afterAll(() => launched.close())

const said = (page: Page, message: string | RegExp) =>
  expect(page.getByTestId('announcements')).toHaveText(message)

test('what a screen reader meets while tagging and reviewing', async () => {
  const { page } = launched
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const list = annotationList(page)
  const current = list.getByRole('option', { selected: true })

  await test.step('one live region, polite; the text is a region, the saving a status', async () => {
    await expect(page.locator('[aria-live]')).toHaveCount(1)
    await expect(page.getByTestId('announcements')).toHaveAttribute('aria-live', 'polite')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(saveState(page)).toHaveText('Saved')
    await articleText(page).focus()
    await expect(articleText(page)).toBeFocused()
  })

  await test.step('tagging says what was selected, what was added and what was chosen', async () => {
    await press('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 'v')
    await said(page, /^Sentence selected, \d+ words$/)
    const toolbar = page.getByRole('toolbar', { name: 'Tag selection' })
    await expect(toolbar.getByRole('button')).toHaveText([/Claim/, /Perspective/, /Legal event/])
    await press('2')
    await said(page, 'Perspective added, 1 annotation')
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Perspective')
    await press('s')
    await said(page, 'Stance, supports')
    await expect(
      inspector(page).getByRole('radiogroup', { name: 'Stance' }).getByRole('radio', { name: 'Supports' })
    ).toBeChecked()
    await press('Control+ArrowDown', 'v', '1')
    await said(page, 'Claim added, 2 annotations')
    await press('Control+ArrowDown', 'v', '3')
    await said(page, 'Legal event added, 3 annotations')
  })

  await test.step('reviewing: one list, its place in it, its name, its layer first', async () => {
    await list.focus()
    await press('k')
    await expect(current).toHaveAccessibleName(/^Claim, /)
    await expect(current).toHaveAttribute('aria-posinset', '2')
    await expect(current).toHaveAttribute('aria-setsize', '3')
    const active = await list.getAttribute('aria-activedescendant')
    expect(await current.getAttribute('id')).toBe(active)
    await press('k')
    await expect(current).toHaveAccessibleName(/^Perspective, .*Supports/)
    await expect(list.getByRole('option')).toHaveCount(3)
  })

  await test.step('snapping, sticky and their ends are said', async () => {
    await press('w')
    await said(page, 'Snap: sentences')
    await press('w', 'w', 'w')
    await said(page, 'Snap: words')
    await press('t')
    await said(page, 'Sticky tag: Legal event')
    await expect(page.getByRole('button', { name: /^Sticky: Legal event/ })).toBeVisible()
    await press('Escape')
    await said(page, 'Sticky tag off')
  })

  await test.step('into the inspector and back, deleting and undoing', async () => {
    await press('Enter')
    await expect(inspector(page).getByRole('combobox', { name: 'Holder' })).toBeFocused()
    await list.focus()
    await press('Delete')
    await said(page, /eleted. Undo available$/)
    await press('Control+z')
    await said(page, 'Undone: Delete perspective')
    await expect(list.getByRole('option')).toHaveCount(3)
    await expect(saveState(page)).toHaveText('Saved')
  })
})

test('at 200 % nothing lies beside the window, and everything can be reached', async () => {
  const { app, page } = launched
  const zoom = (factor: number) =>
    app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted)
    }, factor)
  // The page's own screenshots do not know of the zoom.
  const picture = async (name: string) => {
    const png = await app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
    writeFileSync(join('test-results', `${name}.png`), Buffer.from(png, 'base64'))
  }
  const widthBefore = await page.evaluate(() => window.innerWidth)
  await zoom(2)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(widthBefore * 0.6)
  for (const [view, key] of [
    ['annotate', 'Alt+2'],
    ['library', 'Alt+1'],
    ['codebook', 'Alt+6'],
    ['registers', 'Alt+7'],
    ['settings', 'Control+,']
  ] as const) {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
    await picture(`zoom-${view}`)
    const beside = await page.evaluate(lyingBeside)
    expect.soft(beside, view).toEqual([])
  }
  await page.keyboard.press('Alt+2')
  await articleText(page).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('button', { name: 'Next annotation' })).toBeInViewport()
  await picture('zoom-inspector')
  await page.keyboard.press('Control+.')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeInViewport()
  expect.soft(await page.evaluate(lyingBeside), 'help sheet').toEqual([])
  await picture('zoom-keys')
  await page.keyboard.press('Escape')
  await zoom(1)
})

test('with reduced motion nothing moves', async () => {
  const { page } = launched
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap(element => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
        const isStill =
          [transitionDuration, animationDuration].every(durations =>
            durations.split(', ').every(duration => parseFloat(duration) === 0)
          ) ||
          (animationName === 'none' && /^0m?s(, 0m?s)*$/.test(transitionDuration))
        return isStill
          ? []
          : [`${element.tagName}.${element.className}: ${transitionDuration} ${animationName}`]
      })
    )
  await articleText(page).focus()
  await page.keyboard.press('v')
  expect.soft(await moving()).toEqual([])
  await page.keyboard.press('Control+k')
  expect.soft(await moving()).toEqual([])
  await page.keyboard.press('Escape')
  await page.emulateMedia({ reducedMotion: null })
})

/** Controls that lie outside the window sideways and cannot be scrolled to; tables may scroll. */
function lyingBeside(): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`)
  for (const element of document.querySelectorAll<HTMLElement>(
    'button, input, select, textarea, a, [tabindex="0"]'
  )) {
    const box = element.getBoundingClientRect()
    if (box.width === 0 || element.closest('[hidden], .visually-hidden') !== null) continue
    const canScroll = (() => {
      for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
        if (/auto|scroll/.test(getComputedStyle(parent).overflowX) && parent.scrollWidth > parent.clientWidth)
          return parent.querySelector('table') !== null
      return false
    })()
    if (!canScroll && (box.left < -1 || box.right > window.innerWidth + 1))
      found.push(
        `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(0, 80)
      )
  }
  return found
}
