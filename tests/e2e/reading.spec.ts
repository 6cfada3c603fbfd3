import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint } from './launch'
import {
  annotationList,
  answerOpenDialog,
  articleText,
  clickOn,
  inspector,
  openArticle,
  runCommand,
  saveState
} from './workbench'

interface Sample {
  articles: { id: string; title: string; text: string }[]
  actors: { id: string; name: string }[]
  annotations: { articleId: string; layer: string; attributes: Record<string, unknown> }[]
}

const sampleFile = join(import.meta.dirname, '../../resources/sample/sample.counterpoint.json')
const sample = JSON.parse(readFileSync(sampleFile, 'utf8')) as Sample
const inArticle = sample.annotations.filter(({ articleId }) => articleId === sample.articles[0]!.id)
const total = inArticle.length
const isPerspective = ({ layer }: { layer: string }) => layer === 'perspective'
const perspectives = inArticle.filter(isPerspective)
/** In both articles. */
const whole = sample.annotations.length
/** Who holds most perspectives. */
const holder = sample.actors
  .map(actor => ({ ...actor, held: perspectives.filter(one => one.attributes.holder === actor.id).length }))
  .sort((a, b) => b.held - a.held)[0]!

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-reading-'))
const second = join(folder, 'second.md')
writeFileSync(second, '# The harbour office\n\nNobody had counted the lanterns before the office closed.\n')
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const picture = (name: string) => join('test-results', `reading-${name}.png`)
const selectedText = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '')

async function expectNoViolation(page: Page, state: string): Promise<void> {
  // Electron gives Playwright no way to open the extra page that axe would otherwise use.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  expect.soft(found, state).toEqual([])
}

test('a dense page is filtered, searched and edited as a table', async () => {
  test.setTimeout(180_000)
  const { app, page, close } = await launchCounterpoint({ dark: process.env.DARK === '1' })
  const said = (message: string | RegExp) =>
    expect(page.locator('[aria-live="polite"]').filter({ hasText: message }).first()).toBeAttached()
  const options = annotationList(page).getByRole('option')
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 20_000 })
  await answerOpenDialog(app, [second])
  await page.getByRole('button', { name: 'Import articles' }).first().click()
  await expect(page.getByRole('rowheader', { name: /harbour office/ })).toBeVisible()
  await openArticle(page, sample.articles[0]!.title)
  await expect(options.first()).toBeVisible()

  await test.step('a filter by layer and actor draws the others faintly and lets J walk what matches', async () => {
    await articleText(page).focus()
    await page.keyboard.press('Control+l')
    const field = page.getByRole('combobox', { name: 'Filter by' })
    await expect(field).toBeFocused()
    await page.keyboard.type('perspective')
    await expect(page.getByRole('listbox', { name: 'Filter by options' })).toBeVisible()
    await page.screenshot({ path: picture('filter-options') })
    await page.keyboard.press('Enter')
    const result = page.getByRole('status', { name: 'Filter result' })
    await expect(result).toHaveText(`${perspectives.length} of ${total}`)
    await page.keyboard.type(holder.name)
    await page.keyboard.press('Enter')
    await expect(result).toHaveText(`${holder.held} of ${total}`)
    await expect(page.getByRole('button', { name: 'Filter, 2 conditions' })).toBeVisible()
    await expectNoViolation(page, 'filter')
    await page.keyboard.press('Escape')
    await expect(articleText(page)).toBeFocused()
    await page.keyboard.press('j')
    await said(`Matching annotation 1 of ${holder.held}`)
    await expect(inspector(page).getByRole('combobox', { name: 'Holder' })).toHaveValue(holder.name)
    await page.keyboard.press('j')
    await said(`Matching annotation 2 of ${holder.held}`)
    const focused = annotationList(page).getByRole('option', { selected: true })
    await expect(focused).toHaveAccessibleName(/^Perspective/)
    await expect(focused).not.toHaveAttribute('aria-description')
    await expect(
      annotationList(page)
        .getByRole('option', { name: /^Claim/ })
        .first()
    ).toHaveAccessibleDescription('Outside the filter')
    await page.screenshot({ path: picture('filter') })
    await runCommand(page, 'Clear filter')
    await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeVisible()
    await expect(options.first()).not.toHaveAttribute('aria-description')
  })

  await test.step('find marks every hit and leaves the last one selected, ready to be tagged', async () => {
    await articleText(page).focus()
    await page.keyboard.press('Control+f')
    const bar = page.getByRole('search', { name: 'Find in article' })
    await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused()
    await page.keyboard.type('COURT')
    const count = sample.articles[0]!.text.toLowerCase().split('court').length - 1
    const hits = bar.getByRole('status', { name: 'Hits' })
    await expect(hits).toHaveText(new RegExp(`^\\d+ of ${count}$`))
    const at = Number((await hits.textContent())!.split(' ')[0])
    await page.keyboard.press('F3')
    await expect(hits).toHaveText(`${(at % count) + 1} of ${count}`)
    await page.keyboard.press('Shift+F3')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Enter')
    await expect(hits).toHaveText(`${at} of ${count}`)
    await page.screenshot({ path: picture('find') })
    await expectNoViolation(page, 'find')
    await bar.getByRole('button', { name: 'Match case' }).click()
    await expect(hits).toHaveText('Not found')
    await bar.getByRole('button', { name: 'Match case' }).click()
    await bar.getByRole('textbox', { name: 'Find' }).focus()
    await page.keyboard.press('Escape')
    await expect(bar).toBeHidden()
    expect((await selectedText(page)).toLowerCase()).toBe('court')
    await page.keyboard.press('1')
    await said(`Claim added, ${total + 1} annotations`)
    await page.keyboard.press('Control+z')
    await expect(page.getByText(`${total} annotations`, { exact: true })).toBeVisible()
  })

  await test.step('focus mode is only the text, and Escape leaves it', async () => {
    await clickOn(
      page,
      sample.articles[0]!.text.split('\n\n')
        .find(block => block.length > 200)!
        .slice(0, 30)
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('z')
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
    await expect(inspector(page)).toBeHidden()
    await page.waitForTimeout(200)
    await page.screenshot({ path: picture('focus') })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
    await expect(inspector(page)).toBeVisible()
  })

  await test.step('the search of the project leads to a place in another article', async () => {
    await page.keyboard.press('Control+Shift+f')
    const panel = page.getByRole('search', { name: 'Search the project' })
    await expect(panel.getByRole('searchbox', { name: 'Search for' })).toBeFocused()
    await page.keyboard.type('site')
    const result = panel.getByRole('status', { name: 'Search result' })
    await expect(result).toHaveText(/^\d+ results in 2 articles$/)
    await panel.getByRole('radio', { name: /^Memos/ }).check({ force: true })
    await panel.getByRole('radio', { name: /^All/ }).check({ force: true })
    await page.screenshot({ path: picture('search') })
    await expectNoViolation(page, 'search')
    await panel.getByRole('searchbox').fill('LANTERNS')
    await expect(result).toHaveText('1 result in 1 article')
    await page.getByRole('region', { name: 'The harbour office' }).getByRole('button').click()
    await expect(articleText(page)).toContainText('Nobody had counted')
    await expect.poll(() => selectedText(page)).toBe('lanterns')
    await page.keyboard.press('1')
    await expect(page.getByText('Something was changed since this search')).toBeVisible()
    await page.keyboard.press('Control+z')
  })

  await test.step('the table sorts, groups, and edits many in one step', async () => {
    await page.keyboard.press('Control+Shift+l')
    const grid = page.getByRole('grid', { name: 'Annotations in a table' })
    const facts = page.getByRole('status', { name: 'Annotations in the table' })
    await page.getByRole('radio', { name: 'Whole project' }).check({ force: true })
    await expect(facts).toHaveText(`${whole} listed`)
    await grid.getByRole('columnheader', { name: 'Stance' }).getByRole('button').click()
    await expect(grid.getByRole('columnheader', { name: 'Stance' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(grid.getByRole('row').nth(1)).toContainText('Supports')
    await page.getByRole('combobox', { name: 'Group' }).selectOption('layer')
    await expect(grid.getByRole('row').nth(1)).toHaveText(
      `Perspective ${sample.annotations.filter(isPerspective).length}`
    )
    await grid.focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(facts).toHaveText(`${whole} listed, 3 selected`)
    const bulk = page.getByRole('group', { name: 'Edit together' })
    await bulk.getByRole('combobox', { name: 'Change' }).selectOption({ label: 'Stance' })
    await bulk.getByRole('combobox', { name: 'New stance' }).selectOption({ label: 'Unclear' })
    await page.screenshot({ path: picture('table') })
    await expectNoViolation(page, 'table')
    const unclear = sample.annotations.filter(({ attributes }) => attributes.stance === 'unclear').length
    await bulk.getByRole('button', { name: 'Set on 3 annotations' }).click()
    await said('Set stance on 3 annotations. Undo available')
    await page.keyboard.press('Control+l')
    await expect(saveState(page)).toHaveText('Saved')
    await articleText(page).focus()
    const field = page.getByRole('combobox', { name: 'Filter by' })
    await field.fill('Unclear')
    await page.keyboard.press('Enter')
    await expect(facts).toHaveText(new RegExp(`^${unclear + 3} of ${whole} listed`))
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(facts).toHaveText(
      unclear === 0 ? new RegExp(`^0 of ${whole} listed`) : new RegExp(`^${unclear} of ${whole} listed`)
    )
    await page.getByRole('button', { name: /^Clear filter/ }).click()
    await grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('heading', { name: 'Perspective' })).toBeVisible()
  })
  await close()
})
