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

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-problems-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const paragraphs = articleParagraphs()
/** A stretch without quotation marks, so that tagging it covers no quotation. */
const plain = paragraphs
  .find(paragraph => paragraph.length > 200 && !/[“”"]/u.test(paragraph))!
  .split(' ')
  .slice(2, 9)
  .join(' ')

async function expectNoViolation(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any.map(check => check.message).join('; ')}`)
  )
  expect.soft(found, state).toEqual([])
}

test('each problem leads to its place, and its step mends it', async () => {
  test.setTimeout(120_000)
  const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  await startProject(app, page)
  await openArticle(page, /.+/)
  const panel = page.getByRole('tabpanel', { name: 'Problems' })
  const status = page.getByRole('contentinfo', { name: 'Status bar' })
  const counted = status.getByRole('button', { name: /^(No|[\d,]+) problems?$/ })
  const group = (name: string) => panel.getByRole('region', { name: new RegExp(`^${name}`) })
  const rows = (name: string) => group(name).getByRole('listitem')
  const check = (name: string) => panel.getByRole('checkbox', { name: new RegExp(name) })
  const said = (message: string | RegExp) =>
    expect(page.locator('[aria-live="polite"]').filter({ hasText: message }).first()).toBeAttached()
  const count = async () => Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0] ?? 0)

  await test.step('the status bar counts and opens them', async () => {
    await expect(counted).toBeVisible()
    const before = await count()
    await dragOver(page, plain)
    await page.keyboard.press('2')
    await expect.poll(count).toBe(before + 2)
    await counted.click()
    await expect(rows('Perspective without a holder')).toHaveCount(1)
    await expect(rows('Needed attribute is empty')).toContainText(['Issue'])
  })

  await test.step('a place, then the control that mends it', async () => {
    await articleText(page).focus()
    await page.keyboard.press('Escape')
    await expect(inspector(page).getByRole('heading', { name: 'Perspective' })).toBeHidden()
    await rows('Perspective without a holder').getByRole('button').first().click()
    await expect(annotationList(page).getByRole('option', { selected: true })).toBeVisible()
    await expect(inspector(page).getByRole('heading', { name: 'Perspective' })).toBeVisible()
    await group('Perspective without a holder')
      .getByRole('button', { name: /^Set holder/ })
      .click()
    const holder = inspector(page).getByRole('combobox', { name: /holder/i })
    await expect(holder).toBeFocused()
    await holder.fill('Ana Lopez')
    await page.keyboard.press('Enter')
    await expect(group('Perspective without a holder')).toHaveCount(0)
  })

  await test.step('a duplicate is deleted, and undo brings it back', async () => {
    for (let copy = 1; copy <= 2; copy++) {
      await dragOver(page, plain)
      await page.keyboard.press('1')
      await said(/^Claim added/)
    }
    await expect(rows('Identical duplicate')).toHaveCount(1)
    await group('Identical duplicate')
      .getByRole('button', { name: /^Delete duplicate/ })
      .click()
    await expect(group('Identical duplicate')).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Problem list' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(rows('Identical duplicate')).toHaveCount(1)
    await group('Identical duplicate')
      .getByRole('button', { name: /^Delete duplicate/ })
      .click()
  })

  const quotations = 'Quotation without a perspective'
  await test.step('a quotation is tagged where it stands', async () => {
    test.skip((await group(quotations).count()) === 0, 'the article has no quotation')
    const before = await rows(quotations).count()
    const waves = () => page.evaluate(() => CSS.highlights.get('problem')?.size ?? 0)
    await expect.poll(waves).toBeGreaterThan(0)
    const words = await rows(quotations).first().getByRole('button').first().textContent()
    await group(quotations)
      .getByRole('button', { name: /^Tag as perspective/ })
      .first()
      .click()
    await expect(rows(quotations)).toHaveCount(before - 1)
    await expect(inspector(page).getByRole('blockquote')).toContainText(words!.slice(0, 20))
    await expectNoViolation(page, 'problems')
    await page.screenshot({ path: join('test-results', 'problems-light.png') })
  })

  await test.step('F8 walks them in the order of the text', async () => {
    const total = await count()
    await articleText(page).focus()
    await page.keyboard.press('F8')
    await said(new RegExp(`, \\d+ of ${total}$`))
    const place = () => page.getByTestId('announcements').textContent()
    const first = await place()
    await page.keyboard.press('F8')
    await expect.poll(place).not.toBe(first)
    await page.keyboard.press('Shift+F8')
    await expect.poll(place).toBe(first)
  })

  await test.step('a check is switched off, and counts no more', async () => {
    const before = await count()
    await check('Needed attribute is empty').uncheck()
    await expect(group('Needed attribute is empty')).toHaveCount(0)
    await expect.poll(count).toBeLessThan(before)
    await check('Needed attribute is empty').check()
    await expect.poll(count).toBe(before)
  })

  await test.step('the Library shows those of the whole project', async () => {
    const before = await count()
    await expect(saveState(page)).toHaveText('Saved')
    await page.keyboard.press('Alt+1')
    await expect(panel.getByText(/looked through/)).toHaveCount(0)
    const counts = await panel.getByRole('group', { name: 'Checks' }).locator('em').allTextContents()
    expect(counts.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(before)
    await expect(counted).toHaveCount(0)
    await panel.locator('.problem-place').first().click()
    await expect(articleText(page)).toBeVisible()
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await expectNoViolation(page, 'problems, dark')
    await page.screenshot({ path: join('test-results', 'problems-dark.png') })
  })
  await close()
})
