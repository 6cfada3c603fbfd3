import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { launchCounterpoint } from './launch'
import { articleText } from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-ledger-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('the sample’s counts are reckoned, and every figure leads to its passage and back', async () => {
  const { page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  const problems = page.getByRole('group', { name: 'Ledger problems' })
  const account = page.getByRole('table', { name: 'Account of United States v. Lacey' })
  const charges = page.getByRole('table', { name: 'Charges by defendant, United States v. Lacey' })
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await page.keyboard.press('Alt+5')

  await test.step('what became of the counts, and what the story leaves open', async () => {
    const totals = page.getByRole('region', { name: 'Disposition totals' })
    for (const words of ['1 convicted', '1 guilty plea', '54 acquitted', '31 jury divided', 'no disposition'])
      await expect(totals).toContainText(words)
    await expect(problems).toContainText(/\d counts have no disposition\./)
    await problems.getByRole('button', { name: /^Show \d+ more/ }).click()
    await expect(problems).toContainText('James Larkin died with counts undecided.')
    await expect(account.getByRole('row', { name: /Verdict/ })).toContainText('84 jury divided')
    await expect(account.getByRole('row', { name: /April 2024 Acquittal/ })).toContainText(
      '53 acquitted, of those where the jury was divided'
    )
    await expect(charges.getByRole('columnheader', { name: 'Dan Hyer' })).toBeVisible()
  })

  await test.step('one case alone', async () => {
    await page.getByRole('button', { name: 'All cases' }).click()
    await page.getByRole('menuitem', { name: 'United States v. Lacey' }).click()
    await expect(page.getByRole('region', { name: 'Disposition totals' })).toContainText('1 convicted')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
    ).toEqual([])
  })

  await test.step('arrows move through the cells; Enter lists the passages behind one', async () => {
    await charges.getByRole('button').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect(charges.getByRole('button', { name: /50 no disposition/ }).first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Passages' })).toContainText('93 counts')
    await page.keyboard.press('Escape')
    await expect(charges.getByRole('button', { name: /50 no disposition/ }).first()).toBeFocused()
  })

  await test.step('an event opens its passage, and one comes back to it', async () => {
    const death = account.getByRole('button', { name: /^Death of a party/ })
    await death.click()
    await expect(articleText(page)).toBeVisible()
    await page.keyboard.press('Control+[')
    await expect(death).toBeFocused()
    await expect(page.getByRole('button', { name: 'United States v. Lacey' }).first()).toBeVisible()
  })
  await close()
})
