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

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-relations-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The first words of three paragraphs near one another, and of the last long one. */
const paragraphs = articleParagraphs().filter(paragraph => paragraph.length > 150)
const words = (paragraph: string) => paragraph.split(' ').slice(0, 6).join(' ')
const [claim, perspective, event] = paragraphs.slice(0, 3).map(words) as [string, string, string]
const far = words(paragraphs.at(-1)!)

async function expectNoViolation(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any.map(check => check.message).join('; ')}`)
  )
  expect.soft(found, state).toEqual([])
}

test('annotations are related by key and by drag, shown as arcs, and undone', async () => {
  test.setTimeout(120_000)
  const { app, page, close } = await launchCounterpoint({ profile: join(folder, 'profile') })
  await startProject(app, page)
  await openArticle(page, /.+/)
  const strip = page.getByRole('region', { name: 'Relate', exact: true })
  const types = page.getByRole('listbox', { name: 'Type of relation' })
  const relations = inspector(page).getByRole('list', { name: 'Relations' })
  const focused = annotationList(page).getByRole('option', { selected: true })
  const arcs = page.locator('.relation-arcs g')
  const said = (message: string | RegExp) =>
    expect(page.locator('[aria-live="polite"]').filter({ hasText: message }).first()).toBeAttached()
  for (const [passage, key] of [
    [claim, '1'],
    [perspective, '2'],
    [event, '3'],
    [far, '1']
  ] as const) {
    await dragOver(page, passage)
    await page.keyboard.press(key)
    await expect(inspector(page).getByRole('blockquote')).toHaveText(passage)
  }
  const focusFirst = async () => {
    await articleText(page).focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('k')
    await expect(inspector(page).getByRole('blockquote')).toHaveText(claim)
  }

  await test.step('by key: R, walk, Enter, the type', async () => {
    await focusFirst()
    await page.keyboard.press('r')
    await expect(strip).toContainText('C1')
    await expect(strip.getByRole('button', { name: 'Choose' })).toBeDisabled()
    await page.keyboard.press('j')
    await expect(strip).toContainText('P1')
    await page.screenshot({ path: join('test-results', 'relate-strip.png') })
    await page.keyboard.press('Enter')
    await expect(types).toBeFocused()
    await expect(types.getByRole('option').first()).toHaveAccessibleName(/^supports\./)
    await expectNoViolation(page, 'type of relation')
    await page.screenshot({ path: join('test-results', 'relate-picker.png') })
    await page.keyboard.press('2')
    await expect(types).toBeHidden()
    await expect(strip).toBeHidden()
    await said('Relation added, disputes')
    await expect(inspector(page).getByRole('blockquote')).toHaveText(claim)
    await expect(relations.getByRole('listitem')).toHaveText(/^disputes.*P1/)
    await expect(arcs).toHaveCount(1)
    await expect(page.locator('.relation-label')).toHaveText('disputes')
  })

  await test.step('Escape leaves without a trace', async () => {
    await page.keyboard.press('r')
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    await expect(strip).toBeHidden()
    await expect(inspector(page).getByRole('blockquote')).toHaveText(claim)
    await expect(relations.getByRole('listitem')).toHaveCount(1)
  })

  await test.step('by drag from the focused card to another', async () => {
    const handle = (await page.locator('.relate-handle circle').boundingBox())!
    const target = (await annotationList(page)
      .getByRole('option', { name: /^Legal event/ })
      .boundingBox())!
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
    await page.mouse.down()
    await page.mouse.move(target.x + 30, target.y + 4, { steps: 5 })
    await page.mouse.move(target.x + 60, target.y + target.height / 2, { steps: 3 })
    await page.screenshot({ path: join('test-results', 'relate-drag.png') })
    await page.mouse.up()
    await expect(types).toBeFocused()
    await page.keyboard.press('x')
    await expect(types.getByRole('option').first()).toHaveAccessibleName(/^is evidence for\./)
    await page.keyboard.press('Enter')
    await expect(relations.getByRole('listitem')).toHaveText([/^disputes/, /^rests on.*L1/])
    await expect(arcs).toHaveCount(2)
  })

  await test.step('one that ends further down is named at the edge', async () => {
    await page.keyboard.press('r')
    for (let i = 0; i < 3; i++) await page.keyboard.press('j')
    await expect(strip).toContainText('C2')
    await page.keyboard.press('Enter')
    await page.keyboard.press('3')
    await expect(relations.getByRole('listitem')).toHaveCount(3)
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect(page.locator('.relation-label.is-away')).toHaveText('↓ rephrases C2')
    await expectNoViolation(page, 'arcs')
    await page.screenshot({ path: join('test-results', 'relations-light.png') })
  })

  await test.step('the type is changed, and undo brings it back', async () => {
    await relations.getByRole('button', { name: 'Change relation: disputes' }).click()
    await page.getByRole('menuitem', { name: 'Change to “supports”' }).click()
    await expect(relations.getByRole('listitem').first()).toHaveText(/^supports/)
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(relations.getByRole('listitem').first()).toHaveText(/^disputes/)
  })

  await test.step('each leads to its other end, and reads from there', async () => {
    await relations.getByRole('button', { name: /^rests on L1/ }).click()
    await expect(focused).toHaveAccessibleName(/^Legal event/)
    await expect(relations.getByRole('listitem')).toHaveText(/^is evidence for.*C1/)
    await relations.getByRole('button', { name: 'Change relation: is evidence for' }).click()
    await page.getByRole('menuitem', { name: 'Remove relation' }).click()
    await expect(relations).toHaveCount(0)
    await articleText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(relations.getByRole('listitem')).toHaveCount(1)
  })

  await test.step('in the dark', async () => {
    await relations.getByRole('button', { name: /^is evidence for C1/ }).click()
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await expectNoViolation(page, 'arcs, dark')
    await page.screenshot({ path: join('test-results', 'relations-dark.png') })
  })
  await expect(saveState(page)).toHaveText('Saved')
  await close()
})
