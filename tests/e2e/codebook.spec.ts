import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { launchCounterpoint } from './launch'
import {
  annotationList,
  answerOpenDialog,
  answerSaveDialog,
  articleParagraphs,
  clickOn,
  dragOver,
  inspector,
  openArticle,
  runCommand,
  saveState,
  startProject
} from './workbench'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-codebook-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const isWritten = (path: string) => existsSync(path) && statSync(path).size > 0
const list = (page: Page) => page.getByRole('navigation', { name: 'Layers and attributes' })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Fills a field and leaves it, which is when it is taken over. */
async function fill(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text)
  await page.keyboard.press('Enter')
}

async function saveVersion(page: Page, version: number, words: readonly (string | RegExp)[]): Promise<void> {
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: `Save codebook version ${version}` })
  for (const word of words) await expect(dialog).toContainText(word)
  await dialog.getByRole('button', { name: `Save version ${version}` }).click()
  await expect(dialog).toBeHidden()
  await expect(saveState(page)).toHaveText('Saved')
}

async function expectNoViolation(page: Page, state: string): Promise<void> {
  // Electron gives Playwright no way to open the extra page that axe would otherwise use.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any.map(check => check.message).join('; ')}`)
  )
  expect.soft(found, state).toEqual([])
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join('test-results', `codebook-${name}.png`) })

for (const dark of [false, true])
  test(`a layer of the researcher’s own, made and tagged with${dark ? ' in the dark' : ''}`, async () => {
    test.setTimeout(120_000)
    const theme = dark ? '-dark' : ''
    const { app, page, close } = await launchCounterpoint({ dark })
    await startProject(app, page)
    await page.keyboard.press('Alt+6')
    await expect(page.getByRole('heading', { name: 'Codebook', level: 1 })).toBeVisible()
    await expectNoViolation(page, 'a layer')

    await list(page).getByRole('button', { name: 'Add layer' }).click()
    await expect(field(page, 'Name')).toBeFocused()
    await fill(page, 'Name', 'Metaphor')
    await expect(field(page, 'Id in data and exports')).toHaveValue('metaphor')
    await page.getByRole('radio', { name: 'Violet' }).check({ force: true })
    // Keys that something else has are refused with its name, and the old one stays.
    for (const [key, reason] of [
      ['j', 'Next annotation'],
      ['1', 'the layer “Claim”'],
      ['s', 'the option “Supports”']
    ] as const) {
      await fill(page, 'Key', key)
      await expect(page.getByRole('alert')).toContainText(reason)
      await expect(field(page, 'Key')).toHaveValue('4')
    }
    await list(page).getByRole('button', { name: 'Add attribute' }).click()
    await fill(page, 'Name', 'Picture')
    await page.getByRole('checkbox', { name: 'Required' }).check()
    for (const option of ['War', 'Water', 'Illness']) {
      await page.getByRole('textbox', { name: 'Add option' }).fill(option)
      await page.keyboard.press('Enter')
    }
    await fill(page, 'Key of War', 'h')
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Water')
    await expectNoViolation(page, 'an attribute')
    await picture(page, `own-layer${theme}`)

    // The draft is protected: nothing is left without an answer.
    await page.keyboard.press('Alt+1')
    const leaving = page.getByRole('dialog', { name: 'The codebook has unsaved changes' })
    await expectNoViolation(page, 'leaving')
    await leaving.getByRole('button', { name: 'Keep editing' }).click()
    // Nor does the window close without one.
    await app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        ;(globalThis as { asked?: unknown }).asked = asked.at(-1)
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await expect
      .poll(() => app.evaluate(() => JSON.stringify((globalThis as { asked?: unknown }).asked ?? '')))
      .toContain('The changes to the codebook are not saved')
    await saveVersion(page, 2, ['Layer “Metaphor” added with 1 attribute', 'No annotation is changed'])

    await page.keyboard.press('Alt+1')
    await openArticle(page, /.+/)
    const words = articleParagraphs()
      .find(paragraph => paragraph.length > 300)!
      .split(' ')
    await dragOver(page, words.slice(0, 6).join(' '))
    await page
      .getByRole('toolbar', { name: 'Tag selection' })
      .getByRole('button', { name: 'Metaphor' })
      .click()
    await expect(inspector(page).getByRole('heading', { name: 'Metaphor' })).toBeVisible()
    await expect(inspector(page)).toContainText('needed')
    await clickOn(page, words.slice(1, 4).join(' '))
    await page.keyboard.press('h')
    await expect(inspector(page).getByRole('radio', { name: 'War' })).toBeChecked()
    await dragOver(page, words.slice(3, 9).join(' '))
    await page.keyboard.press('4')
    await expect(annotationList(page).getByRole('option', { name: /^Metaphor/ })).toHaveCount(2)
    await dragOver(page, words.slice(12, 16).join(' '))
    await picture(page, `own-layer-in-text${theme}`)
    await close()
  })

/** One article with fifty perspectives of mixed stance, five that support, and one claim. */
function fiftyMixed(): unknown {
  const sentences = Array.from({ length: 56 }, (_, i) => `Speaker number ${i} saw it both ways that day.`)
  let at = 0
  const places = sentences.map(quote => {
    const start = at
    at += quote.length + 2
    return { role: 'content', start, end: start + quote.length, quote }
  })
  return {
    format: 'counterpoint-dataset',
    version: 1,
    offsetUnit: 'unicode-code-point',
    project: { id: 'fifty', title: 'Fifty of a kind' },
    annotators: [{ id: 'me', name: 'M. Haas' }],
    actors: [{ id: 'ana', name: 'Ana' }],
    issues: [{ id: 'why', question: 'Was it right?' }],
    articles: [{ id: 'a', title: 'Both ways', text: sentences.join('\n\n') }],
    annotations: places.map((span, i) => ({
      id: `n${i}`,
      articleId: 'a',
      layer: i === 55 ? 'claim' : 'perspective',
      annotatorId: 'me',
      spans: [span],
      attributes:
        i === 55
          ? { normalized: 'It was right', claimant: 'ana', type: 'causation' }
          : { holder: 'ana', issue: 'why', stance: i < 50 ? 'mixed' : 'supports', form: 'direct' }
    }))
  }
}

interface Dataset {
  codebook: { version: number; layers: { id: string; attributes: { id: string }[] }[] }
  annotations: { attributes: { stance?: string } }[]
}

/** Exports the dataset and counts the stances in it. */
async function stances(app: ElectronApplication, page: Page, name: string) {
  const path = join(folder, `${name}.counterpoint.json`)
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden()
  const { codebook, annotations } = JSON.parse(readFileSync(path, 'utf8')) as Dataset
  const counts: Record<string, number> = {}
  for (const { stance } of annotations.map(row => row.attributes))
    if (stance !== undefined) counts[stance] = (counts[stance] ?? 0) + 1
  return { version: codebook.version, counts }
}

test('an option used fifty times is renamed, taken back, merged and retired; codebooks travel', async () => {
  test.setTimeout(180_000)
  const source = join(folder, 'fifty.counterpoint.json')
  writeFileSync(source, JSON.stringify(fiftyMixed()))
  const { app, page, close } = await launchCounterpoint()
  await answerOpenDialog(app, [source])
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  const openStance = async () => {
    await page.keyboard.press('Alt+6')
    await list(page)
      .getByRole('button', { name: /^Perspective/ })
      .click()
    await list(page)
      .getByRole('button', { name: /^Stance/ })
      .click()
  }

  await test.step('renamed: the values of fifty annotations follow in one step, and come back with undo', async () => {
    await openStance()
    const row = page.getByRole('row', { name: /mixed/i })
    await expect(row).toContainText('50')
    await fill(page, 'Name of Mixed', 'Both ways')
    await fill(page, 'Id of Both ways', 'both-ways')
    // A draft's own steps are taken back first.
    await field(page, 'Definition of Supports').fill('A slip')
    await field(page, 'Definition of Opposes').focus()
    await page.keyboard.press('Control+z')
    await expect(field(page, 'Definition of Supports')).not.toHaveValue('A slip')
    await saveVersion(page, 2, [
      '50 annotations follow',
      'Stance: option “Mixed” renamed to “Both ways”',
      'has the id “both-ways” instead of “mixed”'
    ])
    expect(await stances(app, page, 'renamed')).toEqual({
      version: 2,
      counts: { 'both-ways': 50, supports: 5 }
    })
    await page.keyboard.press('Control+z')
    await expect(field(page, 'Name of Mixed')).toBeVisible()
    expect(await stances(app, page, 'undone')).toEqual({ version: 1, counts: { mixed: 50, supports: 5 } })
    await page.keyboard.press('Control+Shift+z')
    await expect(field(page, 'Name of Both ways')).toBeVisible()
  })

  const file = join(folder, 'mine.counterpoint-codebook.json')
  await test.step('exported, and written as a guideline with examples of the project', async () => {
    await answerSaveDialog(app, file)
    await page.getByRole('button', { name: 'Export…' }).click()
    await expect.poll(() => isWritten(file)).toBe(true)
    const html = join(folder, 'guideline.html')
    await answerSaveDialog(app, html)
    await page.getByRole('button', { name: 'Guideline…' }).click()
    await expect.poll(() => isWritten(html)).toBe(true)
    const guideline = readFileSync(html, 'utf8')
    expect(guideline).toContain('Both ways')
    expect(guideline.match(/<q>Speaker number \d+ saw it/gu)?.length).toBeGreaterThan(3)
    expect(guideline).not.toMatch(/<script|https?:\/\//u)
  })

  await test.step('merged and retired', async () => {
    await page.getByRole('button', { name: 'Actions for Supports' }).click()
    await page.getByRole('menuitem', { name: 'Merge into…' }).click()
    const merging = page.getByRole('dialog', { name: 'Merge “Supports”' })
    await merging.getByRole('combobox', { name: 'Into' }).selectOption('Both ways')
    await expectNoViolation(page, 'merging')
    await merging.getByRole('button', { name: 'Merge' }).click()
    await page.getByRole('button', { name: 'Actions for Both ways' }).click()
    await picture(page, 'options')
    await page.getByRole('menuitem', { name: /^Remove/ }).click()
    await expect(page.getByRole('row', { name: /both ways/i })).toContainText('Retired')
    await saveVersion(page, 3, [
      '5 annotations follow',
      'Stance: option “Supports” merged into “Both ways”',
      'Stance: option “Both ways” retired'
    ])
    expect((await stances(app, page, 'merged')).counts).toEqual({ 'both-ways': 55 })
  })

  await test.step('what is retired is offered to nobody, and kept where it is chosen', async () => {
    await page.keyboard.press('Alt+1')
    await openArticle(page, /.+/)
    await annotationList(page).getByRole('option').first().waitFor()
    await clickOn(page, 'number 3 saw')
    const stance = inspector(page).getByRole('combobox', { name: 'Stance' })
    await expect(stance.locator('option:checked')).toHaveText('Both ways (retired)')
    await picture(page, 'retired')
    await stance.selectOption('Opposes')
    const row = inspector(page).getByRole('radiogroup', { name: 'Stance' })
    await expect(row.getByRole('radio', { name: 'Opposes' })).toBeChecked()
    await expect(row.getByRole('radio', { name: /Both ways/ })).toHaveCount(0)
  })

  await test.step('an older codebook is imported: the same things by id, and nothing is lost', async () => {
    await page.keyboard.press('Alt+6')
    await answerOpenDialog(app, [file])
    await runCommand(page, 'Import codebook…')
    await saveVersion(page, 4, ['Stance: option “Supports” added', 'option “Both ways” offered again'])
    expect((await stances(app, page, 'imported')).counts).toEqual({ 'both-ways': 54, opposes: 1 })
    const damaged = join(folder, 'damaged.json')
    writeFileSync(damaged, readFileSync(file, 'utf8').replace('"kind": "choice"', '"kind": "guess"'))
    await answerOpenDialog(app, [damaged])
    await page.getByRole('button', { name: 'Import…' }).click()
    await expect(
      page.getByText(/The codebook was not imported.*codebook\.layers\[0\]/u).first()
    ).toBeVisible()
  })

  await test.step('every version is listed with its difference, and one is restored', async () => {
    await page.getByRole('radio', { name: 'Versions' }).check({ force: true })
    const versions = page.getByRole('list', { name: 'Versions' })
    await expect(versions.getByRole('button')).toHaveCount(6)
    await expectNoViolation(page, 'versions')
    await picture(page, 'versions')
    await versions.getByRole('button', { name: /^Version 1 as the project began/ }).click()
    await page.getByRole('button', { name: 'Restore this version…' }).click()
    await expect(page.getByRole('dialog')).toContainText('option “Both ways” stays, retired')
    await saveVersionOpen(page, 5)
    expect(await stances(app, page, 'restored')).toMatchObject({ version: 5, counts: { 'both-ways': 54 } })
  })
  await close()
})

async function saveVersionOpen(page: Page, version: number): Promise<void> {
  await picture(page, 'restore')
  await page.getByRole('button', { name: `Save version ${version}` }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}
