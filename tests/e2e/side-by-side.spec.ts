import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { hasRealArticle, noRealArticle, realArticleFile } from '../fixtures/real-article'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import { answerOpenDialog, articleText, saveState } from './workbench'

test.skip(!hasRealArticle, noRealArticle)

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-side-by-side-'))
const dataset = join(folder, 'real-article.counterpoint.json')
let launched: LaunchedCounterpoint
test.beforeAll(async () => {
  if (!hasRealArticle) return
  writeFileSync(dataset, realArticleFile().bytes)
  launched = await launchCounterpoint()
  const { app, page } = launched
  await answerOpenDialog(app, [dataset])
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 20_000 })
})
test.afterAll(async () => {
  if (hasRealArticle) await launched.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const columns = (page: Page) => page.getByRole('table', { name: 'Perspectives by stance' })
const cardOf = (page: Page, name: RegExp) => columns(page).getByRole('listitem', { name })

/** Opens the perspectives and looks at one issue with its sub-issues. */
async function lookAt(page: Page, issue: RegExp): Promise<void> {
  await page.keyboard.press('Alt+3')
  await columns(page).waitFor()
  await page.keyboard.press('i')
  await page.getByRole('listbox', { name: 'Issues' }).getByRole('option', { name: issue }).click()
}

test('who stands on which side of the closure, corrected by one key, read in the text and found again', async () => {
  const { page } = launched
  await lookAt(page, /Was closing the site justified/)
  for (const holder of ['Kamala Harris', 'Claire McCaskill', 'Courtney Baldwin', 'Maggy Krell'])
    await expect.soft(cardOf(page, new RegExp(`^${holder}, .*Supports`)).first()).toBeAttached()
  for (const holder of ['Kaytlin Bailey', 'Alex Andrews', 'Michael Lacey'])
    await expect.soft(cardOf(page, new RegExp(`^${holder}, .*Opposes`)).first()).toBeAttached()
  await expect(cardOf(page, /^Kaytlin Bailey, .*Supports/)).toHaveCount(0)
  await lookAt(page, /Did concern for victims drive/)
  await expect(cardOf(page, /^Robert Corn-Revere, .*Opposes/)).toHaveCount(1)
  await expect(cardOf(page, /^Maggy Krell, .*Supports/)).toHaveCount(1)
  await lookAt(page, /Was closing the site justified/)

  await test.step('a stance', async () => {
    await cardOf(page, /^Courtney Baldwin, .*Supports/).click()
    await page.keyboard.press('o')
    await expect(cardOf(page, /^Courtney Baldwin, .*Opposes/)).toHaveCount(1)
    await expect(saveState(page)).toHaveText('Saved')
    await page.keyboard.press('Control+z')
    await expect(cardOf(page, /^Courtney Baldwin, .*Supports/)).toHaveCount(1)
  })

  await test.step('the way there and back, with what was tagged on it', async () => {
    // Only cards near the screen are made: what one has scrolled away from is gone until one comes back.
    await page.locator('.persp-body').evaluate(body => body.scrollTo({ top: 0 }))
    const card = cardOf(page, /^Kaytlin Bailey, .*Opposes/).first()
    await card.click()
    const name = (await card.getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeVisible()
    await articleText(page).focus()
    await page.keyboard.press('u')
    await expect(saveState(page)).toHaveText('Saved')
    await page.keyboard.press('Control+[')
    const unclear = name.replace('Opposes', 'Unclear')
    await expect(page.locator('.persp-card:focus')).toHaveAccessibleName(unclear)
    await page.keyboard.press('Control+z')
    await expect(page.locator('.persp-card:focus')).toHaveAccessibleName(name)
  })
})

test('what became of the 93 counts, and what the story leaves open', async () => {
  const { page } = launched
  await page.keyboard.press('Alt+5')
  const federal = page.getByRole('region', { name: 'Federal case against Backpage' })
  const charges = page.getByRole('table', { name: 'Charges by defendant, Federal case against Backpage' })
  await expect(charges).toBeVisible()
  const account = page.getByRole('table', { name: 'Account of Federal case against Backpage' })
  await expect(federal).toContainText('93')
  for (const defendant of ['Michael Lacey', 'James Larkin', 'Carl Ferrer', 'Four other people'])
    await expect.soft(charges.getByRole('columnheader', { name: defendant })).toBeVisible()
  const verdict = account.getByRole('row').filter({ hasText: /Verdict/ })
  for (const number of ['1', '84']) await expect.soft(verdict).toContainText(number)
  await expect.soft(account.getByRole('row').filter({ hasText: /Acquittal/ })).toContainText('53')
  const totals = page.getByRole('region', { name: 'Disposition totals' })
  for (const total of [/93/, /1 convicted/, /54 acquitted/, /31 jury divided/])
    await expect.soft(totals).toContainText(total)

  const problems = page.getByRole('group', { name: 'Ledger problems' })
  await expect(problems).toContainText('7 counts have no disposition.')
  await expect(problems).toContainText('31 counts stand where the jury was divided.')
  const find = problems.getByRole('button', { name: /^Find in text: 31 counts/ })
  await find.click()
  const passages = page.getByRole('complementary', { name: /Passages|counts/ })
  await expect(passages.or(articleText(page)).first()).toBeVisible()
})

test('what happened in which order, though the story begins in 2016', async () => {
  const { page } = launched
  await page.keyboard.press('Alt+4')
  const events = page.getByRole('listbox', { name: 'Events on the timeline' })
  const details = page.getByRole('complementary', { name: 'Event details' })
  await events.focus()
  await page.keyboard.press('Home')
  const dates: string[] = []
  for (let step = 0; step < 45; step++) {
    const date = (await details.locator('code').first().textContent()) ?? ''
    const title = (await details.getByRole('heading', { level: 2 }).textContent()) ?? ''
    dates.push(`${date} ${title}`)
    await page.keyboard.press('ArrowRight')
  }
  const at = (pattern: RegExp) => dates.findIndex(date => pattern.test(date))
  const happened = [/^2004 /, /^2010 /, /^2013 /, /^2016 /, /^2017-01 /, /^2018-02-06 /, /^2021 /]
  happened.push(/^2023-08 /, /^2024-08 /, /^2024-09 /)
  const places = happened.map(at)
  expect(places, dates.join('\n')).not.toContain(-1)
  expect(places, dates.join('\n')).toEqual(places.toSorted((a, b) => a - b))
})
