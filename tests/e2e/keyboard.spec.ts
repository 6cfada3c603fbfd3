import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint } from './launch'
import {
  annotationList,
  articleParagraphs,
  articleText,
  dragOver,
  inspector,
  openArticle,
  saveState,
  startProject
} from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-keyboard-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A paragraph that begins with three plain sentences. */
function paragraphOfSentences(): { index: number; sentences: string[] } {
  const paragraphs = articleParagraphs()
  for (const [index, paragraph] of paragraphs.entries()) {
    const sentences = paragraph.match(/[^.!?]+[.!?]+[”"]?(?=\s|$)/gu)?.map(sentence => sentence.trim()) ?? []
    const isPlain = (text: string | undefined) =>
      text !== undefined && text.length > 30 && !/[“”‘"…]|\b[A-Z][a-z]{0,4}\./u.test(text)
    if (index > 2 && sentences.length >= 3 && sentences.slice(0, 3).every(isPlain))
      return { index, sentences }
  }
  throw new Error('No paragraph of plain sentences')
}

const said = (page: Page, message: string | RegExp) =>
  expect(page.getByTestId('announcements')).toHaveText(message)
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('the whole of tagging a paragraph without a mouse', async () => {
  test.setTimeout(120_000)
  const { sentences } = paragraphOfSentences()
  const [first, second, third] = sentences as [string, string, string]
  const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  await startProject(app, page)
  await openArticle(page, /.+/)
  const panel = inspector(page)
  const focusedOption = annotationList(page).getByRole('option', { selected: true })

  await test.step('the caret goes by paragraph and sentence; Shift selects', async () => {
    await articleText(page).focus()
    await press(page, 'Control+Home')
    for (let steps = 0; steps < 200; steps++) {
      await press(page, 'Alt+Shift+ArrowDown')
      if ((await selected(page)) === first) break
      await press(page, 'Alt+ArrowUp', 'Control+ArrowDown')
    }
    expect(await selected(page)).toBe(first)
    await press(page, 'Shift+ArrowLeft')
    expect(await selected(page)).toBe(first.slice(0, -1))
    await press(page, 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown')
    expect(await selected(page)).toBe(`${first} ${second}`)
    await press(page, 'Control+ArrowUp')
    await press(page, 'Control+Shift+ArrowRight')
    expect(first.startsWith((await selected(page)).trim())).toBe(true)
    await press(page, 'Control+Shift+ArrowDown')
    expect(await selected(page)).toContain(third)
    await press(page, 'Control+ArrowUp')
  })

  await test.step('a sentence, grown and tagged; its attributes by keys', async () => {
    await press(page, 'v')
    expect(await selected(page)).toBe(first)
    await said(page, /^Sentence selected, \d+ words$/)
    await press(page, 'v')
    expect(await selected(page)).toBe(`${first} ${second}`)
    await press(page, 'Escape', 'Control+ArrowUp', 'v', '2')
    await said(page, 'Perspective added, 1 annotation')
    await expect(panel.getByRole('blockquote')).toHaveText(first)
    await press(page, 'o')
    await said(page, 'Stance, opposes')
    await press(page, 'd')
    await said(page, 'Form, direct')
    await expect(panel.getByRole('radio', { name: 'Opposes' })).toBeChecked()
  })

  await test.step('snapping is switched, and then a key tags the sentence at the caret', async () => {
    await press(page, 'w')
    await said(page, 'Snap: sentences')
    await expect(page.getByRole('button', { name: /^Snap: sentences/ })).toBeVisible()
    await press(page, 'Alt+ArrowDown', '.')
    await said(page, 'Perspective added, 2 annotations')
    await expect(panel.getByRole('blockquote')).toHaveText(second)
    // What was chosen for the last one comes with it.
    await expect(panel.getByRole('radio', { name: 'Opposes' })).toBeChecked()
  })

  await test.step('sticky: selections are tagged by themselves, also with the mouse', async () => {
    await press(page, 't')
    await said(page, 'Sticky tag: Perspective')
    await press(page, 'Alt+ArrowDown', '1')
    await said(page, 'Claim added, 3 annotations')
    await expect(page.getByRole('button', { name: /^Sticky: Claim/ })).toBeVisible()
    await page.screenshot({ path: join('test-results', 'keyboard-sticky.png') })
    await press(page, 'Control+ArrowDown', 'v', 'Enter')
    await said(page, 'Claim added, 4 annotations')
    await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'v')
    const words = (await selected(page)).split(' ').slice(0, 9).join(' ')
    await press(page, 'Escape')
    await articleText(page)
      .getByText(words)
      .first()
      .dblclick({ position: { x: 12, y: 12 } })
    await said(page, 'Claim added, 5 annotations')
    await expect(page.getByRole('toolbar', { name: 'Tag selection' })).toBeHidden()
    await press(page, 'Control+z')
    await said(page, 'Undone: Tag claim')
    await press(page, 'Escape')
    await said(page, 'Sticky tag off')
  })

  await test.step('into the inspector and back to the same place', async () => {
    const caret = () => page.evaluate(() => getSelection()?.focusNode?.textContent?.slice(0, 40) ?? '')
    const before = await caret()
    await press(page, 'k', 'Enter')
    await expect(panel.getByRole('textbox').first()).toBeFocused()
    await press(page, 'Escape')
    await expect(articleText(page)).toBeFocused()
    expect(await caret()).toBe(before)
  })

  await test.step('duplicate, walk, delete, undo', async () => {
    await press(page, 'Control+d')
    await said(page, 'Claim duplicated, 5 annotations')
    await press(page, 'Delete')
    await said(page, /eleted. Undo available$/)
    await press(page, 'Control+z')
    await said(page, 'Undone: Delete claim')
    await press(page, 'Escape', 'Control+Home', 'Shift+j')
    await expect(focusedOption).toHaveAccessibleName(/^Claim, /)
    await expect(panel.getByRole('blockquote')).toHaveText(third)
    await press(page, 'k')
    await expect(focusedOption).toHaveAccessibleName(/^Perspective, /)
    await press(page, 'Shift+k')
    await expect(panel.getByRole('blockquote')).toHaveText(first)
    await press(page, 'Shift+k')
    await said(page, 'No previous perspective')
    await expect(saveState(page)).toHaveText('Saved')
  })

  await test.step('a dragged piece becomes a passage of the annotation it is dropped on', async () => {
    await press(page, 'j')
    await dragOver(page, third.slice(0, 24))
    await page.screenshot({ path: join('test-results', 'keyboard-toolbar.png') })
    const handle = page.locator('.selection-handle')
    const card = annotationList(page).getByRole('option', { selected: true })
    await handle.dragTo(card)
    await said(page, /2 passages$/)
    await expect(panel.getByRole('blockquote')).toContainText('[…]')
    await articleText(page).focus()
    await press(page, 'Control+z')
  })

  await test.step('words become the actor who holds the view, and its source', async () => {
    await press(page, 'Escape', 'Control+Home', 'j')
    await articleText(page).focus()
    await press(page, 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
    const words = (await selected(page)).trim()
    await press(page, 'Shift+A')
    await said(page, /^Holder, .+, new actor$/)
    const parts = panel.getByRole('group', { name: 'Parts' })
    await expect(parts.getByRole('button', { name: `Source: ${words}` })).toBeVisible()
    await press(page, 'Control+z')
    await said(page, 'Undone: Set holder')
    await expect(parts.getByRole('button', { name: /^Source:/ })).toHaveCount(0)
  })

  await test.step('an interrupted quotation by two keys, one of its parts by the picker', async () => {
    const pattern = /^“[^”]{20,}” said [^“”]{3,110} “[^”]{10,}”/u
    const quoting = articleParagraphs().find(paragraph => pattern.test(paragraph))
    // Our own sample has none.
    if (quoting === undefined) return
    await press(page, 'Escape', 'Control+Home')
    const block = () => page.evaluate(() => getSelection()?.focusNode?.textContent?.slice(0, 60) ?? '')
    for (let steps = 0; steps < 200 && !quoting.startsWith(await block()); steps++)
      await press(page, 'Control+ArrowDown')
    await press(page, 'q')
    expect(quoting.startsWith(await selected(page))).toBe(true)
    await press(page, '2')
    await said(page, 'Perspective added, 6 annotations')
    await press(page, 'Shift+F')
    await said(page, 'Passage added, 2 passages')
    await press(page, 'Alt+ArrowDown', 'Control+Shift+ArrowRight', 'Control+k')
    await page.getByRole('combobox', { name: 'Command' }).fill('mark selection as')
    await page.getByRole('option', { name: 'Mark selection as', exact: true }).click()
    const roles = page.getByRole('menu', { name: 'Mark selection as' })
    await expect(roles.getByRole('menuitem')).toHaveText(['Passage', 'Source', 'Cue'])
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
    await said(page, 'Cue added')
    await articleText(page).focus()
    for (const label of ['Add cue', 'Extend quotation', 'Tag perspective']) {
      await press(page, 'Control+z')
      await said(page, `Undone: ${label}`)
    }
  })

  await test.step('the palette offers what can be run, with the key it has', async () => {
    await articleText(page).focus()
    await press(page, 'v', 'Control+k')
    const palette = page.getByRole('dialog', { name: 'Command palette' })
    await page.getByRole('combobox', { name: 'Command' }).fill('tag selection as legal')
    await expect(palette.getByRole('option')).toHaveCount(1)
    await expect(palette.getByRole('option').locator('kbd')).toHaveText('3')
    await page.screenshot({ path: join('test-results', 'keyboard-palette.png') })
    await press(page, 'Enter')
    await said(page, /^Legal event added/)
    await articleText(page).focus()
    await press(page, 'Control+z', '?')
    await page.screenshot({ path: join('test-results', 'keyboard-sheet.png') })
    await press(page, 'Escape')
  })

  await test.step('a key is given to another command; a clash is refused by name', async () => {
    await press(page, 'Control+,')
    const change = (name: string) => page.getByRole('button', { name: `Change key of ${name}`, exact: true })
    const row = (name: string) =>
      page.getByRole('table', { name: 'Keys' }).getByRole('row', { name: new RegExp(`^${name}`) })
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('repeat')
    await change('Repeat last tag').press('Enter')
    await press(page, 'k')
    await expect(page.getByRole('alert')).toHaveText(
      'K belongs to “Previous annotation”. The key was not changed.'
    )
    await change('Repeat last tag').press('Enter')
    await press(page, '2')
    await expect(page.getByRole('alert')).toContainText('“Tag as perspective”')
    await page.screenshot({ path: join('test-results', 'keyboard-refused.png') })
    await change('Repeat last tag').press('Enter')
    await press(page, 'Control+Shift+y')
    await expect(row('Repeat last tag')).toContainText('Ctrl+Shift+Y')
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('duplicate')
    await change('Duplicate annotation').press('Enter')
    await press(page, 'h')
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('')
    await page.screenshot({ path: join('test-results', 'keyboard-settings.png') })
    await press(page, 'Alt+2')
    const printed = () =>
      app.evaluate(({ Menu }) =>
        ['annotate.repeat', 'annotate.duplicate', 'annotate.tag-2'].map(
          id => Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator ?? ''
        )
      )
    await expect.poll(printed).toEqual(['CmdOrCtrl+Shift+Y', 'h', '2'])
    await articleText(page).focus()
    await press(page, 'j', 'h')
    await said(page, /duplicated, 6 annotations$/)
    await press(page, 'Control+d')
    await said(page, /duplicated, 6 annotations$/)
    await press(page, 'Control+Shift+y')
    await said(page, /added, 7 annotations$/)
  })
  await close()

  await test.step('chosen keys outlive a restart', async () => {
    const again = await launchCounterpoint({ profile: join(folder, 'profile') })
    const shown = () =>
      again.app.evaluate(
        ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('annotate.repeat')?.accelerator
      )
    await expect.poll(shown).toBe('CmdOrCtrl+Shift+Y')
    await again.close()
  })
})
