import { rmSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test, type Page } from '@playwright/test'
import { launchCounterpoint } from '../e2e/launch'
import { answerOpenDialog } from '../e2e/workbench'
import { kill } from '../fault/tagging'
import { record, rounds } from './figure'
import { seededDataset, sizeM } from './seeded-dataset'
import { clickArticle } from './workspace-with-articles'

/** 50,000 annotations: the article that is open, and 24 of the same size behind it. */
const articles = Array.from({ length: 25 }, (_, i) => ({ ...sizeM, id: `${sizeM.id}-${i}` }))
const patienceMs = 180_000

test('restoring', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'counterpoint-restoring-'))
  const usable: number[] = []
  const everything: number[] = []
  const longest: number[] = []
  try {
    await fillProfile(profile)
    for (let i = 0; i < rounds(5, 2); i += 1) {
      const start = performance.now()
      const { app, page } = await launchCounterpoint({ profile })
      await watchTasks(page)
      await page.locator('[aria-label="Article text"] [data-block]').first().waitFor({ timeout: patienceMs })
      await page.getByRole('option').first().waitFor()
      usable.push(performance.now() - start)
      await page
        .getByRole('progressbar', { name: 'Restored' })
        .waitFor({ state: 'detached', timeout: patienceMs })
      everything.push(performance.now() - start)
      longest.push(await longestTask(page))
      await kill(app)
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  record('7-restoring', [
    {
      name: 'start after a crash, 50,000 annotations → the open article usable',
      unit: 'ms',
      samples: usable,
      targets: [{ of: 'median', atMost: 2000 }]
    },
    {
      name: 'start after a crash, 50,000 annotations → everything there',
      unit: 'ms',
      samples: everything,
      targets: [{ of: 'median', atMost: 12_000 }]
    },
    {
      name: 'start after a crash: longest task in the window',
      unit: 'ms',
      samples: longest,
      targets: [{ of: 'max', atMost: 100 }]
    }
  ])
})

/** Imports the articles, opens one, waits until the browser has remembered that, and ends as a crash does. */
async function fillProfile(profile: string): Promise<void> {
  const { app, page } = await launchCounterpoint({ profile })
  const file = path.join(profile, 'bench.counterpoint.json')
  writeFileSync(file, JSON.stringify(seededDataset('Bench', articles)))
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: patienceMs })
  await clickArticle(page, new RegExp(`${sizeM.id}-0$`))
  await page.locator('[aria-label="Article text"] [data-block]').first().waitFor()
  await page.waitForTimeout(8000)
  await kill(app)
}

/** Notes long tasks from here on. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { benchTasks: tasks })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })
  })
}

async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { benchTasks: number[] }).benchTasks))
}
