import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
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

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-registers-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

async function expectNoViolation(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  expect.soft(found, state).toEqual([])
}

/** The first words of a long paragraph. */
function words(paragraph: number): string {
  const long = articleParagraphs().filter(text => text.length > 200)
  return long[paragraph]!.split(' ').slice(0, 5).join(' ')
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: join('test-results', `registers-${name}.png`) })

test('actors made while tagging are found by alias, merged and taken apart; a case has charges', async () => {
  test.setTimeout(150_000)
  const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  const holder = inspector(page).getByRole('combobox', { name: 'Holder' })
  const actors = page.getByRole('listbox', { name: 'Actors', exact: true })
  const mentions = page.getByRole('region', { name: 'Mentioned in' })
  const dialog = page.getByRole('dialog')
  await startProject(app, page)

  await test.step('without any rows the view says where they come from', async () => {
    await page.keyboard.press('Alt+7')
    await expect(page.getByRole('heading', { level: 1, name: 'Registers' })).toBeVisible()
    await expect(page.getByText('No actors yet.')).toBeVisible()
    await expectNoViolation(page, 'empty registers')
    await shot(page, 'empty')
    await page.keyboard.press('Alt+1')
  })

  await test.step('two actors by tagging; the second looks like the first', async () => {
    await openArticle(page, /.+/)
    await dragOver(page, words(0))
    await page.keyboard.press('2')
    await holder.fill('Joan Ferris')
    await holder.press('Enter')
    await expect(holder).toHaveValue('Joan Ferris')
    await dragOver(page, words(1))
    await page.keyboard.press('2')
    await expect(holder).toHaveValue('')
    await holder.fill('J. Ferris')
    await expect(page.getByRole('option', { name: /Looks like Joan Ferris/ })).toBeVisible()
    await shot(page, 'picker')
    await page.getByRole('option', { name: /Create “J. Ferris”/ }).click()
    await expect(holder).toHaveValue('J. Ferris')
    await expect(saveState(page)).toHaveText('Saved')
  })

  await test.step('an alias, a role and a colour', async () => {
    await page.keyboard.press('Alt+7')
    await actors.getByRole('option', { name: /^Joan Ferris/ }).click()
    await page.getByRole('textbox', { name: 'Add alias' }).fill('the lead prosecutor')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Remove alias the lead prosecutor' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Role' }).fill('Prosecutor')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Teal' }).click({ force: true })
    await expect(page.getByRole('radio', { name: 'Teal' })).toBeChecked()
    await expect(mentions.getByRole('button')).toHaveCount(1)
    await page.getByRole('searchbox', { name: 'Search actors' }).fill('lead pros')
    await expect(actors.getByRole('option')).toHaveCount(1)
    await page.getByRole('searchbox', { name: 'Search actors' }).fill('')
  })

  await test.step('a new name that looks like an old one is held back', async () => {
    await page.getByRole('button', { name: 'New actor' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('ferris')
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Joan Ferris' })).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Keep both' })).toBeVisible()
    await shot(page, 'new')
    await expectNoViolation(page, 'new actor')
    await dialog.getByRole('button', { name: 'Use it' }).first().click()
    await expect(actors.getByRole('option')).toHaveCount(2)
  })

  await test.step('merged as one step, which Ctrl+Z takes back', async () => {
    await page.getByRole('button', { name: /Possible duplicates/ }).click()
    await shot(page, 'duplicates')
    await page.getByRole('button', { name: /^Merge (J\. Ferris|Joan Ferris) and/ }).click()
    await dialog.getByRole('radio', { name: /^Joan Ferris/ }).check()
    await expect(
      dialog.getByText(/1 annotation that names “J\. Ferris” will name “Joan Ferris”/)
    ).toBeVisible()
    await shot(page, 'merge')
    await expectNoViolation(page, 'merge')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(actors.getByRole('option')).toHaveCount(1)
    await actors.getByRole('option').click()
    await expect(page.getByRole('button', { name: 'Remove alias J. Ferris' })).toBeVisible()
    await expect(mentions.getByRole('button')).toHaveCount(2)
    await actors.focus()
    await page.keyboard.press('Control+z')
    await expect(actors.getByRole('option')).toHaveCount(2)
    await expect(mentions.getByRole('button')).toHaveCount(1)
    await page.keyboard.press('Control+Shift+z')
    await expect(actors.getByRole('option')).toHaveCount(1)
  })

  await test.step('a case with charges, counts and defendants', async () => {
    await page.getByRole('tab', { name: /^Cases/ }).click()
    await page.getByRole('button', { name: 'New case' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('United States v. Ferris')
    await dialog.getByRole('button', { name: 'Create case' }).click()
    const charges = page.getByRole('table', { name: 'Charges' })
    for (const [number, statute] of [
      [1, '18 U.S.C. § 371'],
      [2, '18 U.S.C. § 1952']
    ] as const) {
      await page.getByRole('button', { name: 'Add charge' }).click()
      await charges.getByRole('textbox', { name: `Statute of charge ${number}` }).fill(statute)
      await page.keyboard.press('Enter')
    }
    await charges.getByRole('textbox', { name: 'Counts of charge 2' }).fill('fifty')
    await page.keyboard.press('Enter')
    await expect(charges.getByText('A whole number')).toBeVisible()
    await charges.getByRole('textbox', { name: 'Counts of charge 2' }).fill('50')
    await page.keyboard.press('Enter')
    const defendant = charges.getByRole('combobox', { name: 'Add defendant to charge 2' })
    await defendant.fill('lead prosecutor')
    await defendant.press('Enter')
    await expect(charges.getByRole('list', { name: 'Defendants of charge 2' })).toContainText('Joan Ferris')
    await charges.getByRole('button', { name: 'Move charge 2 up' }).click()
    await expect(charges.getByRole('textbox', { name: 'Statute of charge 1' })).toHaveValue(
      '18 U.S.C. § 1952'
    )
    await expect(charges.getByRole('textbox', { name: 'Counts of charge 1' })).toHaveValue('50')
    await shot(page, 'case')
    await expectNoViolation(page, 'case')
  })

  await test.step('a mention opens its passage', async () => {
    await page.getByRole('tab', { name: /^Actors/ }).click()
    await expect(mentions.getByText('and 1 charge')).toBeVisible()
    await mentions.getByRole('button').first().click()
    await expect(articleText(page)).toBeVisible()
    await expect(annotationList(page).getByRole('option', { selected: true })).toBeVisible()
    await expect(holder).toHaveValue('Joan Ferris')
  })
  await close()
})

for (const dark of [false, true])
  test(`the sample’s registers, ${dark ? 'dark' : 'light'}`, async () => {
    const { page, close } = await launchCounterpoint({ dark })
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 20_000 })
    await page.keyboard.press('Alt+7')
    for (const tab of ['Actors', 'Issues', 'Cases']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await expect(
        page.getByRole('listbox', { name: tab, exact: true }).getByRole('option').first()
      ).toBeVisible()
      await expectNoViolation(page, tab)
      await shot(page, `sample-${tab.toLowerCase()}-${dark ? 'dark' : 'light'}`)
    }
    await close()
  })
