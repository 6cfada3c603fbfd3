import { test, type Page } from '@playwright/test'
import { record, rounds } from './figure'
import { measureOpen } from './page-probe'
import { sizeL } from './seeded-dataset'
import { clickArticle, launchWithArticles } from './workspace-with-articles'

/** In ms: until what was waited for was painted, and the longest task on the way and shortly after. */
interface Reading {
  painted: number
  longestTask: number
}

/** Filter, find, search and table at L, each from the key to what it brings painted. */
test('reading', async () => {
  const app = await launchWithArticles([sizeL])
  const { page } = app
  await measureOpen(page, app.paragraphsOf(sizeL).length / 50, () => clickArticle(page, /article-l/))
  await page.waitForTimeout(2000)
  const filter = await measureFilter(page)
  const find = await measureFind(page, app.paragraphsOf(sizeL).join('\n\n').toLowerCase())
  const table = await measureTable(page)
  const search = await measureSearch(page)
  record('11-reading', [
    ...figures('filter by one layer at L → counted and painted', filter, 500),
    ...figures('find: one more letter at L → counted and painted', find, 100),
    ...figures('annotation table at L → first rows painted', table, 500),
    ...figures('search of a project at L → all results there', search, 5000)
  ])
  await app.close()
})

function figures(name: string, readings: readonly Reading[], atMost: number) {
  return [
    {
      name,
      unit: 'ms',
      samples: readings.map(one => one.painted),
      targets: [{ of: 'p95', atMost } as const]
    },
    {
      name: `${name}: longest task`,
      unit: 'ms',
      samples: readings.map(one => one.longestTask),
      targets: [{ of: 'max', atMost: 50 } as const]
    }
  ]
}

/** From the next key until `selector` has text that matches and two frames have passed. */
async function measure(
  page: Page,
  selector: string,
  pattern: string,
  act: () => Promise<void>
): Promise<Reading> {
  const probe = await page.evaluateHandle(
    ([wanted, text]) => {
      const done = new Promise<{ painted: number; longestTask: number }>(resolve => {
        let start = 0
        let longestTask = 0
        const tasks = new PerformanceObserver(list => {
          for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
        })
        tasks.observe({ type: 'longtask' })
        const began = () => {
          start = performance.now()
          window.removeEventListener('keydown', began, true)
        }
        window.addEventListener('keydown', began, true)
        const look = () => {
          const found = document.querySelector(wanted)?.textContent ?? ''
          if (start === 0 || !new RegExp(text, 'u').test(found)) return requestAnimationFrame(look)
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const painted = performance.now() - start
              setTimeout(() => {
                tasks.disconnect()
                resolve({ painted, longestTask })
              }, 300)
            })
          )
        }
        look()
      })
      return { done }
    },
    [selector, pattern] as const
  )
  await act()
  return probe.evaluate(({ done }) => done)
}

async function measureFilter(page: Page): Promise<Reading[]> {
  await page.keyboard.press('Control+l')
  const field = page.getByRole('combobox', { name: 'Filter by' })
  const readings: Reading[] = []
  for (let i = 0; i < rounds(10, 4); i++) {
    await field.fill('Perspective')
    const result = '[aria-label="Filter result"]'
    readings.push(await measure(page, result, ' of ', () => page.keyboard.press('Enter')))
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
  }
  await page.getByRole('button', { name: 'Close filter' }).click()
  return readings
}

async function measureFind(page: Page, text: string): Promise<Reading[]> {
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Find' })
  const readings: Reading[] = []
  const words = ['th', 'harbour', 'e', 'council', 'a', 'window']
  for (let i = 0; i < rounds(12, 6); i++) {
    await field.fill('')
    const word = words[i % words.length] ?? 'the'
    for (const [i, letter] of [...word].entries()) {
      await page.waitForTimeout(60)
      const count = text.split(word.slice(0, i + 1)).length - 1
      const words = ` of ${count.toLocaleString('en')}$`
      readings.push(await measure(page, '[aria-label="Hits"]', words, () => page.keyboard.press(letter)))
    }
  }
  await page.keyboard.press('Escape')
  return readings
}

async function measureTable(page: Page): Promise<Reading[]> {
  const readings: Reading[] = []
  for (let i = 0; i < rounds(8, 3); i++) {
    const rows = '.table-row'
    readings.push(await measure(page, rows, '.', () => page.keyboard.press('Control+Shift+l')))
    await page.getByRole('button', { name: 'Close panel' }).click()
  }
  return readings
}

async function measureSearch(page: Page): Promise<Reading[]> {
  await page.keyboard.press('Control+Shift+f')
  const field = page.getByRole('searchbox', { name: 'Search for' })
  const readings: Reading[] = []
  for (let i = 0; i < rounds(6, 3); i++) {
    await field.fill('')
    await page.waitForTimeout(500)
    const letter = ['h', 'w', 'k'][i % 3] ?? 'h'
    readings.push(
      await measure(page, '[aria-label="Search result"]', 'results? in', () => page.keyboard.press(letter))
    )
  }
  return readings
}
