import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launchCounterpoint, type LaunchedCounterpoint } from './launch'
import {
  annotationList,
  answerOpenDialog,
  articleText,
  clickOn,
  dragOver,
  inspector,
  runCommand,
  saveState
} from './workbench'

interface Sample {
  articles: {
    id: string
    title: string
    text: string
    blocks: { type: string; start: number; end: number }[]
  }[]
  annotations: {
    articleId: string
    layer: string
    spans: { role: string; start: number; end: number; quote: string }[]
  }[]
}

const sampleFile = join(import.meta.dirname, '../../resources/sample/sample.counterpoint.json')
const sample = JSON.parse(readFileSync(sampleFile, 'utf8')) as Sample
const layers = ['Claim', 'Perspective', 'Legal event'] as const

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-accessibility-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Fails with every rule that is broken, and where. */
async function expectNoViolation(page: Page, state: string): Promise<void> {
  // Electron gives Playwright no way to open the extra page that axe would otherwise use.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // The dark theme differs from the light one in its colours alone.
  if ((await page.locator('html').getAttribute('data-theme')) === 'dark') axe.withRules(['color-contrast'])
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any.map(check => check.message).join('; ')}`)
  )
  expect.soft(found, state).toEqual([])
}

/** Opens a dialog, checks it, and closes it as the keyboard does. */
async function checkDialog(page: Page, name: string | RegExp, state: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  await expectNoViolation(page, state)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Walks from annotation to annotation until one of this layer is focused. */
async function focusLayer(page: Page, layer: string): Promise<void> {
  const heading = inspector(page).getByRole('heading', { level: 2 })
  for (let step = 0; step < sample.annotations.length; step++) {
    await articleText(page).focus()
    await page.keyboard.press('j')
    await expect(heading).toBeVisible()
    if ((await heading.textContent()) === layer) return
  }
  throw new Error(`The sample has no ${layer}`)
}

/** Words under two annotations that begin inside one paragraph: a click on them must ask which is meant. */
function crowdedWords(): string {
  const text = [...sample.articles[0]!.text]
  const inArticle = sample.annotations.filter(({ articleId }) => articleId === sample.articles[0]!.id)
  const contents = inArticle.map(({ spans }) => spans.find(span => span.role === 'content')!)
  for (const a of contents)
    for (const b of contents) {
      const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
      const words = text.slice(start, end).join('')
      const isOnce = sample.articles[0]!.text.split(words).length === 2
      if (a !== b && end - start > 12 && !words.includes('\n') && isOnce) return words
    }
  throw new Error('No two annotations of the sample overlap')
}

/** The first words of a paragraph: any selection opens the toolbar. */
function someWords(): string {
  const paragraph = sample.articles[0]!.blocks.find(
    ({ type, start, end }) => type === 'paragraph' && end - start > 100
  )!
  return [...sample.articles[0]!.text]
    .slice(paragraph.start, paragraph.end)
    .join('')
    .split(' ')
    .slice(0, 4)
    .join(' ')
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 20_000 })
}

async function openFirstArticle(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).focus()
  await page.keyboard.press('Enter')
  await articleText(page).waitFor()
  await expect(annotationList(page).getByRole('option').first()).toBeVisible()
}

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    // One window walks through every state; after a failure the rest would start from the wrong one.
    // Each look at a page takes axe a second or two on a busy machine.
    test.describe.configure({ mode: 'serial', timeout: 120_000 })
    let launched: LaunchedCounterpoint
    test.beforeAll(async () => {
      launched = await launchCounterpoint({ dark })
    })
    test.afterAll(() => launched.close())

    test('first start, empty library and their dialogs', async () => {
      const { app, page } = launched
      await expect(page.getByRole('heading', { level: 1, name: 'Counterpoint' })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-theme', dark ? 'dark' : 'light')
      await expectNoViolation(page, 'first start')

      await page.getByRole('button', { name: 'New project' }).click()
      await checkDialog(page, 'New project', 'new project')
      await page.getByRole('button', { name: 'New project' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Project title' }).fill('Nothing yet')
      await dialog.getByRole('textbox', { name: 'Your name' }).fill('M. Haas')
      await dialog.getByRole('button', { name: 'Create project' }).click()
      await expect(page.getByRole('heading', { name: 'Nothing to read yet' })).toBeVisible()
      await expectNoViolation(page, 'empty library')

      await page.getByRole('button', { name: 'Paste text' }).click()
      await checkDialog(page, 'Paste text', 'paste dialog')

      const pdf = join(folder, 'report.pdf')
      writeFileSync(pdf, '%PDF-1.7')
      await answerOpenDialog(app, [pdf])
      await page.getByRole('button', { name: 'Import articles' }).click()
      await checkDialog(page, 'Some files were not imported', 'failure list')

      await page.keyboard.press('Control+o')
      await expect(page.getByRole('list').getByRole('button', { name: /Nothing yet/ })).toBeVisible()
      await expectNoViolation(page, 'projects')
    })

    test('library with the sample, its menu and details', async () => {
      const { page } = launched
      await openSample(page)
      await expectNoViolation(page, 'library')
      await page.getByRole('row').nth(1).click({ button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await expectNoViolation(page, 'article menu')
      await page.getByRole('menuitem', { name: 'Edit details…' }).click()
      await checkDialog(page, 'Article details', 'article details')
      await page.getByRole('row').nth(1).focus()
      await page.keyboard.press('Delete')
      await checkDialog(page, 'Delete article', 'delete article')
      await page.getByRole('textbox', { name: 'Search articles' }).fill('nothing is called this')
      await expect(page.getByText('No article matches')).toBeVisible()
      await expectNoViolation(page, 'search without a match')
      await page.getByRole('button', { name: 'Show all 2' }).click()
    })

    test('annotate: nothing focused, each layer focused, toolbar and picker', async () => {
      const { page } = launched
      await openFirstArticle(page)
      await expectNoViolation(page, 'nothing focused')
      for (const layer of layers) {
        await focusLayer(page, layer)
        await expectNoViolation(page, `${layer} focused`)
        const more = inspector(page).locator('details.more-fields > summary')
        if ((await more.count()) > 0) {
          await more.click()
          await expectNoViolation(page, `${layer} focused, everything unfolded`)
        }
      }
      await inspector(page).getByRole('button', { name: 'More actions' }).click()
      await expect(page.getByRole('menu', { name: 'More actions' })).toBeVisible()
      await expectNoViolation(page, 'more actions')
      await page.keyboard.press('Escape')

      await clickOn(page, crowdedWords())
      await expect(page.getByRole('listbox', { name: 'Annotations at this point' })).toBeVisible()
      await expectNoViolation(page, 'overlap picker')
      await page.keyboard.press('Escape')

      await dragOver(page, someWords())
      await expect(page.getByRole('toolbar', { name: 'Tag selection' })).toBeVisible()
      await expectNoViolation(page, 'selection toolbar')
    })

    test('a choice list that is open', async () => {
      const { page } = launched
      await focusLayer(page, 'Perspective')
      await inspector(page).getByRole('combobox', { name: 'Holder' }).click()
      await expect(page.getByRole('listbox', { name: 'Holder options' })).toBeVisible()
      await expectNoViolation(page, 'holder options')
      await page.keyboard.press('Escape')
    })

    test('backups, their comparison, and the check', async () => {
      const { page } = launched
      await runCommand(page, 'Backups…')
      const dialog = page.getByRole('dialog', { name: 'Backups', exact: true })
      await dialog.getByRole('button', { name: 'Back up now' }).click()
      await dialog.getByRole('option').first().waitFor()
      await expectNoViolation(page, 'backups')
      await dialog.getByRole('button', { name: /^Compare/ }).click()
      await expect(page.getByRole('dialog', { name: /and now$/ })).toContainText('Nothing differs')
      await expectNoViolation(page, 'backup beside the present')
      await page.keyboard.press('Escape')
      await expect(dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await runCommand(page, 'Check project…')
      await expect(page.getByRole('dialog')).toContainText('Everything is as it should be')
      await checkDialog(page, 'Check project', 'check')
    })

    test('perspectives in every arrangement, timeline, ledger, and saving their pictures', async () => {
      const { page } = launched
      await page.keyboard.press('Alt+3')
      const arrangements = page.getByRole('radiogroup', { name: 'Arrangement' })
      for (const name of ['Columns', 'Matrix', 'Articles']) {
        await arrangements.getByRole('radio', { name }).check({ force: true })
        await page.waitForTimeout(200)
        await expectNoViolation(page, `perspectives, ${name}`)
      }
      await arrangements.getByRole('radio', { name: 'Columns' }).check({ force: true })
      await page.keyboard.press('Control+Shift+s')
      await checkDialog(page, /Save picture/, 'save picture, table or report')
      for (const [keys, name] of [
        ['Alt+4', 'Timeline'],
        ['Alt+5', 'Case ledger']
      ] as const) {
        await page.keyboard.press(keys)
        await expect(page.getByRole('main', { name })).toBeVisible()
        await expectNoViolation(page, name)
      }
    })

    test('export, palette, keys and settings', async () => {
      const { page } = launched
      const dialogs: [keys: string, name: string][] = [
        ['Control+e', 'Export'],
        ['Control+k', 'Command palette'],
        ['F1', 'All keys']
      ]
      for (const [keys, name] of dialogs) {
        await page.keyboard.press(keys)
        if (name === 'Export')
          await expect(page.getByRole('region', { name: 'Export preview' })).toContainText(
            'counterpoint-dataset'
          )
        await checkDialog(page, name, name)
      }
      await page.keyboard.press('Control+,')
      await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
      await expectNoViolation(page, 'settings')
    })
  })
}

test.describe('what tests and assistive technology rely on', () => {
  let launched: LaunchedCounterpoint
  test.beforeAll(async () => {
    launched = await launchCounterpoint()
    await openSample(launched.page)
    await openFirstArticle(launched.page)
  })
  test.afterAll(() => launched.close())

  async function expectAll(names: Readonly<Record<string, Locator>>): Promise<void> {
    for (const [name, locator] of Object.entries(names)) await expect.soft(locator, name).toBeVisible()
  }

  test('the agreed names are there with their roles', async () => {
    const { page } = launched
    await page.keyboard.press('Alt+1')
    await expectAll({
      'navigation Views': page.getByRole('navigation', { name: 'Views', exact: true }),
      'status Save state': saveState(page),
      'button Import articles': page.getByRole('button', { name: 'Import articles', exact: true }),
      'button Export': page.getByRole('button', { name: 'Export', exact: true }),
      'heading of the library': page.getByRole('heading', { level: 1 }),
      'button Search or run a command': page.getByRole('button', {
        name: 'Search or run a command',
        exact: true
      }),
      'navigation Location': page.getByRole('navigation', { name: 'Location', exact: true }),
      'contentinfo Status bar': page.getByRole('contentinfo', { name: 'Status bar', exact: true }),
      'textbox Search articles': page.getByRole('textbox', { name: 'Search articles', exact: true }),
      'button Import drop zone': page.getByRole('button', { name: 'Import drop zone', exact: true })
    })
    for (const view of ['Library', 'Annotate', 'Export', 'Settings'])
      await expect
        .soft(
          page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view, exact: true })
        )
        .toBeVisible()
    await expect.soft(saveState(page)).toHaveText('Saved')

    await openFirstArticle(page)
    await expectAll({
      'region Article text': articleText(page),
      'listbox Annotations': annotationList(page),
      'complementary Inspector': inspector(page),
      'complementary Articles and outline': page.getByRole('complementary', { name: 'Articles and outline' }),
      'listbox Articles': page.getByRole('listbox', { name: 'Articles', exact: true }),
      'list Outline': page.getByRole('list', { name: 'Outline', exact: true }),
      'separator Resize article list': page.getByRole('separator', {
        name: 'Resize article list',
        exact: true
      }),
      'separator Resize inspector': page.getByRole('separator', { name: 'Resize inspector', exact: true }),
      'img Annotation overview': page.getByRole('img', { name: 'Annotation overview', exact: true }),
      'heading of the article': page.getByRole('heading', { level: 1, name: sample.articles[0]!.title })
    })
    await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const options = await annotationList(page)
      .getByRole('option')
      .evaluateAll(all => all.map(option => option.getAttribute('aria-label') ?? ''))
    for (const option of options) expect.soft(option).toMatch(/^(Claim|Perspective|Legal event), /)

    await dragOver(page, someWords())
    const toolbar = page.getByRole('toolbar', { name: 'Tag selection', exact: true })
    for (const layer of layers)
      await expect.soft(toolbar.getByRole('button', { name: layer, exact: true })).toBeVisible()

    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Export', exact: true })
    await expectAll({
      'dialog Export': dialog,
      'listbox Export format': dialog.getByRole('listbox', { name: 'Export format', exact: true }),
      'region Export preview': dialog.getByRole('region', { name: 'Export preview', exact: true }),
      'button Save': dialog.getByRole('button', { name: 'Save', exact: true }),
      'button Cancel': dialog.getByRole('button', { name: 'Cancel', exact: true })
    })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Command palette', exact: true })
    await expect.soft(palette.getByRole('combobox', { name: 'Command', exact: true })).toBeVisible()
    await expect.soft(palette.getByRole('listbox', { name: 'Commands', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  test('a dialog keeps the keyboard and gives it back', async () => {
    const { page } = launched
    const opener = page.getByRole('button', { name: 'Search or run a command' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Tab')
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null
      )
      expect(isInside).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  })

  test('F6 goes round the panes', async () => {
    const { page } = launched
    const seen = new Set<string>()
    await articleText(page).focus()
    // With nothing focused the inspector has no control to give the keyboard to.
    await page.keyboard.press('j')
    await expect(inspector(page).getByRole('heading', { level: 2 })).toBeVisible()
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('F6')
      seen.add(
        await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? ''
        )
      )
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['articles', 'inspector', 'reader', 'views']))
  })
})
