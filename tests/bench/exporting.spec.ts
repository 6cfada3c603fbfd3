import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launchCounterpoint } from '../e2e/launch'
import { answerOpenDialog, answerSaveDialog } from '../e2e/workbench'
import { record, type Figure } from './figure'
import { formatStudy } from './format-study'

const patienceMs = 240_000

const cases = [
  { name: 'dataset', option: /^Counterpoint dataset/, notes: false, pseudonyms: false },
  { name: 'dataset, notes', option: /^Counterpoint dataset/, notes: true, pseudonyms: false },
  { name: 'dataset, notes, pseudonyms', option: /^Counterpoint dataset/, notes: true, pseudonyms: true },
  { name: 'UIMA CAS XMI', option: /^UIMA CAS.*XMI/, notes: true, pseudonyms: false },
  { name: 'Parquet', option: /^Parquet/, notes: true, pseudonyms: false },
  { name: 'spaCy', option: /^spaCy/, notes: true, pseudonyms: false },
  { name: 'REFI-QDA project', option: /^REFI-QDA project/, notes: true, pseudonyms: false }
] as const

/** What exporting 100,000 annotations does to the window: dialog, preview and saving. */
test('exporting', async () => {
  test.setTimeout(900_000)
  const { app, page, profile, close } = await launchCounterpoint()
  const figures: Figure[] = []
  try {
    const file = path.join(profile, 'study.counterpoint.json')
    writeFileSync(file, JSON.stringify(formatStudy()))
    await answerOpenDialog(app, [file])
    await page.getByRole('button', { name: 'Import dataset' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: patienceMs })
    await page.waitForTimeout(10_000)
    for (const { name, option, notes, pseudonyms } of cases) {
      const target = path.join(profile, `${name}.out`)
      await answerSaveDialog(app, target)
      const tasks = await watchTasks(page)
      await page.keyboard.press('Control+e')
      const dialog = page.getByRole('dialog', { name: 'Export', exact: true })
      await dialog.getByRole('option', { name: option }).click()
      await dialog.getByRole('checkbox', { name: 'Add notes' }).setChecked(notes)
      await dialog.getByRole('checkbox', { name: 'Pseudonyms for actors' }).setChecked(pseudonyms)
      await expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled({ timeout: patienceMs })
      const start = performance.now()
      await page.keyboard.press('Control+Enter')
      await expect.poll(() => existsSync(target), { timeout: patienceMs, intervals: [50] }).toBe(true)
      const ms = performance.now() - start
      const longest = await tasks.evaluate(list => Math.max(0, ...list))
      figures.push(
        { name: `export ${name}, 100,000 annotations`, unit: 'ms', samples: [ms] },
        {
          name: `export ${name}: longest task`,
          unit: 'ms',
          samples: [longest],
          targets: [{ of: 'max', atMost: 50 }]
        }
      )
      await page.waitForTimeout(1000)
      await page.keyboard.press('Escape')
    }
    record('7-exporting', figures)
  } finally {
    await close()
  }
})

/** The list of long tasks, which goes on growing. */
function watchTasks(page: Page) {
  return page.evaluateHandle(() => {
    const tasks: number[] = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ type: 'longtask' })
    return tasks
  })
}
