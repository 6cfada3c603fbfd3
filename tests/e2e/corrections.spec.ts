import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint } from './launch'
import {
  annotationList,
  answerOpenDialog,
  articleParagraphs,
  articleText,
  clickOn,
  dragOver,
  inspector,
  openArticle,
  runCommand,
  saveState,
  startProject
} from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-corrections-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Three long paragraphs below one another, and the words of each. */
function longParagraphs(): string[][] {
  const long = articleParagraphs().filter(paragraph => paragraph.length > 300)
  return long.slice(1, 5).map(paragraph => paragraph.split(' '))
}

const [above, first, second, third] = longParagraphs() as [string[], string[], string[], string[]]
const words = (paragraph: string[], from: number, to: number) => paragraph.slice(from, to).join(' ')

/** What is tagged, one passage for each way a correction can meet it. */
const passages = {
  below: words(first, 0, 6),
  inside: words(second, 2, 12),
  across: words(second, 16, 28),
  deleted: words(third, 4, 15)
}
const typo = 'Xylofon7'

/** The text with a word changed above, one inside, two across an end, and a passage deleted. */
function corrected(text: string): string {
  const across = words(second, 27, 29)
  return text
    .replace(words(above, 2, 5), `${above[2]!} ${typo} ${above[4]!}`)
    .replace(passages.inside, passages.inside.replace(second[6]!, typo))
    .replace(`${words(second, 16, 27)} ${across}`, `${words(second, 16, 27)} ${typo}`)
    .replace(`${passages.deleted} `, '')
}

const draft = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Correct text' })
const panel = (page: Page) => page.getByRole('region', { name: 'Panel', exact: true })
const said = (page: Page, message: string | RegExp) =>
  expect(page.locator('[aria-live="polite"]').filter({ hasText: message }).first()).toBeAttached()

/** Fails with every rule that is broken, and where. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  // Electron gives Playwright no way to open the extra page that axe would otherwise use.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  expect.soft(found, state).toEqual([])
}

async function tag(page: Page, passage: string, key: string): Promise<void> {
  await dragOver(page, passage)
  await page.keyboard.press(key)
  await expect(inspector(page).getByRole('blockquote')).toHaveText(passage)
}

test('a corrected text keeps its annotations, asks about those it moved, and loses none', async () => {
  test.setTimeout(120_000)
  const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  const picture = (name: string) => page.screenshot({ path: join('test-results', `corrections-${name}.png`) })
  await startProject(app, page)
  await openArticle(page, /.+/)

  await test.step('four passages are tagged', async () => {
    await tag(page, passages.below, '1')
    await tag(page, passages.inside, '2')
    await tag(page, passages.across, '1')
    await tag(page, passages.deleted, '3')
  })

  await test.step('what a correction does is read before it is saved', async () => {
    await page.keyboard.press('Control+Shift+E')
    const whole = await draft(page).inputValue()
    expect(whole).toContain(passages.deleted)
    await draft(page).fill(corrected(whole))
    const review = page.getByRole('region', { name: 'What changes' })
    await expect(review.getByRole('status')).toHaveText('1 stays, 2 to confirm, 1 orphaned')
    await expect(review.getByRole('list', { name: 'Changes' }).getByRole('listitem')).not.toHaveCount(0)
    await expect(review.getByRole('insertion').first()).toHaveText(typo)
    await picture('dialog')
    await expectAccessible(page, 'correct text')
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture('dialog-dark')
    await expectAccessible(page, 'correct text, dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('Escape throws nothing away unasked', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Discard the corrections?' }).waitFor()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    expect(await draft(page).inputValue()).toContain(typo)
  })

  await test.step('saving is one step, and says what became of the annotations', async () => {
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await said(page, 'Text corrected: 1 annotation kept, 2 to confirm, 1 orphaned')
    await expect(dialog(page)).toBeHidden()
    await expect(articleText(page)).toContainText(typo)
    await expect(annotationList(page).getByRole('option')).toHaveCount(3)
    await expect(saveState(page)).toHaveText('Saved')
  })

  await test.step('a moved annotation asks, in the inspector and in the panel', async () => {
    await clickOn(page, words(second, 2, 5))
    await expect(inspector(page).getByRole('note')).toContainText('Moved by a correction')
    await runCommand(page, 'Show text and revisions')
    await expect(panel(page).getByRole('list', { name: 'To confirm' }).getByRole('listitem')).toHaveCount(2)
    await picture('panel')
    await expectAccessible(page, 'text and revisions')
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture('panel-dark')
    await expectAccessible(page, 'text and revisions, dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await articleText(page).focus()
    await page.keyboard.press('y')
    await expect(inspector(page).getByRole('note')).toHaveCount(0)
    await panel(page)
      .getByRole('button', { name: /^Confirm / })
      .press('y')
    await said(page, 'Place confirmed, nothing left to confirm')
  })

  await test.step('the orphan is placed again at a selection', async () => {
    const orphans = panel(page).getByRole('list', { name: 'Orphaned' }).getByRole('listitem')
    await expect(orphans).toContainText(passages.deleted)
    const place = orphans.getByRole('button', { name: /^Place at selection/ })
    await expect(place).toBeDisabled()
    await dragOver(page, words(third, 17, 22))
    await expect(place).toBeEnabled()
    await page.keyboard.press('g')
    await expect(orphans).toHaveCount(0)
    await expect(annotationList(page).getByRole('option')).toHaveCount(4)
    await clickOn(page, words(third, 17, 19))
    await expect(inspector(page).getByRole('blockquote')).toHaveText(words(third, 17, 22))
  })

  await test.step('the older revision opens with the annotations it had', async () => {
    await panel(page).getByRole('button', { name: 'Open revision 1' }).click()
    const old = page.getByRole('dialog', { name: /^Revision 1 of/ })
    await expect(old.getByText('4 annotations on this revision')).toBeVisible()
    await expect(old.getByRole('region', { name: 'Article text' })).toContainText(passages.deleted)
    await picture('revision')
    await old.getByRole('radio', { name: 'What was changed next' }).check()
    await expect(old.getByRole('deletion').filter({ hasText: words(third, 5, 14) })).toBeVisible()
    await picture('revision-changes')
    await expectAccessible(page, 'an older revision')
    await page.keyboard.press('Escape')
    await expect(old).toBeHidden()
  })

  await test.step('undo brings the old text back on screen, and redo the new one', async () => {
    await articleText(page).focus()
    for (const step of ['Place annotation again', 'Confirm place', 'Confirm place', 'Correct text']) {
      await page.keyboard.press('Control+z')
      await said(page, `Undone: ${step}`)
      await expect(saveState(page)).toHaveText('Saved')
    }
    await expect(articleText(page)).not.toContainText(typo)
    await expect(annotationList(page).getByRole('option')).toHaveCount(4)
    // The text is another one, but where one was reading it is not.
    const here = articleText(page).locator('[data-block]').filter({ hasText: passages.deleted })
    await expect(here).toBeInViewport()
    await articleText(page).focus()
    await page.keyboard.press('Control+Shift+z')
    await expect(articleText(page)).toContainText(typo)
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(articleText(page)).not.toContainText(typo)
  })

  await test.step('a file takes the text’s place in the same way', async () => {
    const file = join(folder, 'changed.txt')
    const paragraphs = articleParagraphs().filter(paragraph => !paragraph.includes(passages.below))
    writeFileSync(file, paragraphs.join('\n\n'))
    await answerOpenDialog(app, [file])
    await runCommand(page, 'Replace text from file…')
    const replacing = page.getByRole('dialog', { name: 'Replace text from changed.txt' })
    await expect(replacing.getByRole('status')).toHaveText('3 stay, 1 orphaned')
    await replacing.getByRole('button', { name: 'Save' }).click()
    await said(page, 'Text replaced: 3 annotations kept, 1 orphaned')
    await expect(panel(page).getByRole('list', { name: 'Revisions' }).getByRole('listitem')).toHaveCount(2)
  })
  await close()
})
