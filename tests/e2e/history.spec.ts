import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint } from './launch'
import { annotationList, articleText, inspector, openArticle, runCommand, saveState } from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-history-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

async function expectNoViolation(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any.map(check => check.message).join('; ')}`)
  )
  expect.soft(found, state).toEqual([])
}

test('a dense article: its relations drawn, its history read, an earlier state restored', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await openArticle(page, /.+/)
  const history = inspector(page).getByRole('list', { name: 'History' })
  const heading = inspector(page).getByRole('heading', { level: 2 })
  const said = (message: string | RegExp) =>
    expect(page.locator('[aria-live="polite"]').filter({ hasText: message }).first()).toBeAttached()

  await test.step('relations as a diagram and as a table', async () => {
    await runCommand(page, 'Show relations')
    const panel = page.getByRole('tabpanel', { name: 'Relations' })
    await expect(panel.getByRole('img', { name: /relations between \d+ annotations/ })).toBeVisible()
    await page.screenshot({ path: join('test-results', 'relations-diagram.png') })
    await panel.locator('.relation-node').nth(6).hover()
    await expect(panel.locator('.relations-words')).toContainText(/^[CPL]\d+, /)
    await page.screenshot({ path: join('test-results', 'relations-diagram-pointed.png') })
    await expectNoViolation(page, 'relations as a diagram')
    await panel.locator('.relation-node').nth(6).click()
    await expect(annotationList(page).getByRole('option', { selected: true })).toBeVisible()
    await panel.getByRole('radio', { name: 'Table' }).check()
    await expect(panel.getByRole('table', { name: 'Relations' }).getByRole('row')).not.toHaveCount(1)
    await page.screenshot({ path: join('test-results', 'relations-table.png') })
    await expectNoViolation(page, 'relations as a table')
    await panel.getByRole('row').nth(1).getByRole('button').first().click()
    await expect(articleText(page)).toBeVisible()
  })

  await test.step('a stance is changed twice, and read in words', async () => {
    await articleText(page).focus()
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('j')
      await expect(heading).toBeVisible()
      if ((await heading.textContent()) === 'Perspective') break
    }
    for (const key of ['s', 'o']) {
      await page.keyboard.press(key)
      await said(key === 's' ? 'Stance, supports' : 'Stance, opposes')
    }
    await page.keyboard.press('x')
    await said('Stance, mixed')
    await expect(history.getByRole('listitem').first()).toContainText('Stance: Opposes → Mixed')
    await expect(history.getByRole('listitem').nth(1)).toContainText('Stance: Supports → Opposes')
  })

  await test.step('an earlier state is restored in one step, and undone', async () => {
    const stance = inspector(page).getByRole('radiogroup', { name: 'Stance' })
    await history
      .getByRole('listitem')
      .nth(2)
      .getByRole('button', { name: /^Restore this state/ })
      .click()
    await said('Earlier state restored. Undo available')
    await expect(stance.getByRole('radio', { name: 'Supports' })).toBeChecked()
    await expect(history.getByRole('listitem').first()).toContainText('Stance: Mixed → Supports')
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(stance.getByRole('radio', { name: 'Mixed' })).toBeChecked()
    await history.scrollIntoViewIfNeeded()
    await page.screenshot({ path: join('test-results', 'history-annotation.png') })
  })

  await test.step('the project’s history, filtered, leads to the place', async () => {
    await runCommand(page, 'Show history')
    const panel = page.getByRole('tabpanel', { name: 'History' })
    const items = panel.locator('.history-item')
    await expect(items.first()).toContainText('Undone: Restore earlier state')
    await expect(items.nth(1)).toContainText('Stance: Mixed → Supports')
    await page.screenshot({ path: join('test-results', 'history-light.png') })
    await expectNoViolation(page, 'history')
    const all = await items.count()
    await panel.getByRole('combobox', { name: 'Of' }).selectOption('Relations')
    await expect(panel.getByText('No change matches.')).toBeVisible()
    await panel.getByRole('combobox', { name: 'Of' }).selectOption('Annotations')
    await expect(items).toHaveCount(all - 1)
    await articleText(page).focus()
    await page.keyboard.press('s')
    await expect(items.first()).toContainText('Stance: Mixed → Supports')
    await articleText(page).focus()
    await page.keyboard.press('Escape')
    await items.first().getByRole('button').click()
    await expect(heading).toHaveText('Perspective')
    const quote = (await inspector(page).getByRole('blockquote').textContent())!
    await articleText(page).focus()
    await page.keyboard.press('Delete')
    await said(/^Deleted|deleted/)
    await expect(inspector(page).getByRole('blockquote')).not.toHaveText(quote)
    await items
      .first()
      .getByRole('button', { name: /^Restore: / })
      .click()
    await expect(inspector(page).getByRole('blockquote')).toHaveText(quote)
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await expectNoViolation(page, 'history, dark')
    await page.screenshot({ path: join('test-results', 'history-dark.png') })
    await runCommand(page, 'Show relations')
    await page.screenshot({ path: join('test-results', 'relations-diagram-dark.png') })
  })
  await expect(saveState(page)).toHaveText('Saved')
  await close()
})
