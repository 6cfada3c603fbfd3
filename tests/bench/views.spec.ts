import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test, type Page } from '@playwright/test'
import { launchCounterpoint, type LaunchedCounterpoint } from '../e2e/launch'
import { answerOpenDialog } from '../e2e/workbench'
import { record, rounds, type Figure } from './figure'
import { MainThread, scrollSteps } from './page-probe'
import { studyDataset } from './study-dataset'
import { markScroller, measureView, type ViewTimes } from './view-probe'
import { goToLibrary } from './workspace-with-articles'

interface MeasuredView {
  name: string
  /** What a reader comes for: the view counts as open when it is painted. */
  shows: string
  /** How it is left, so that it is opened anew. */
  leave(page: Page): Promise<void>
  open(page: Page): Promise<void>
}

const press = (key: string) => (page: Page) => page.keyboard.press(key)
const arrange = (name: string) => async (page: Page) => {
  await page.getByRole('radiogroup', { name: 'Arrangement' }).getByRole('radio', { name }).click()
}
const toColumns = async (page: Page) => {
  await page.keyboard.press('Alt+3')
  await arrange('Columns')(page)
}

const views: readonly MeasuredView[] = [
  {
    name: 'columns',
    shows: '.persp-card',
    leave: goToLibrary,
    open: press('Alt+3')
  },
  { name: 'matrix', shows: '[aria-label^="Perspective matrix"]', leave: toColumns, open: arrange('Matrix') },
  { name: 'articles', shows: '.persp-body > *', leave: toColumns, open: arrange('Articles') },
  {
    name: 'timeline',
    shows: 'main [role=img][aria-label^="Legal timeline"]',
    leave: goToLibrary,
    open: press('Alt+4')
  },
  {
    name: 'ledger',
    shows: 'main.ledger table',
    leave: goToLibrary,
    open: press('Alt+5')
  }
]

const steps = 120
const stepPx = 120

let launched: LaunchedCounterpoint

test.beforeAll(async () => {
  launched = await launchCounterpoint()
  await importStudy(launched)
})

test.afterAll(() => launched.close())

for (const [at, view] of views.entries())
  test(`${view.name} of a study`, async () => {
    const { page } = launched
    await view.leave(page)
    const mainThread = await MainThread.of(page)
    const again: ViewTimes[] = []
    const work: number[] = []
    const open = async () => {
      work.push(
        await mainThread.workDuring(async () => {
          again.push(await measureView(page, view.shows, () => view.open(page)))
        })
      )
    }
    await open()
    const first = again.splice(0)
    for (let i = 0; i < rounds(5, 2); i++) {
      await view.leave(page)
      await open()
    }
    const figures = [...figuresOf(view.name, first, again), await scrollFigure(view.name, page)]
    figures.push({
      name: `${view.name}: main thread until at rest, first and again`,
      unit: 'ms',
      samples: work
    })
    if (view.name === 'columns') figures.push(...(await voiceShare(page)))
    record(`9-views-${at}-${view.name}`, figures)
  })

async function importStudy({ app, page, profile }: LaunchedCounterpoint): Promise<void> {
  const file = path.join(profile, 'study.counterpoint.json')
  writeFileSync(file, JSON.stringify(studyDataset()))
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 180_000 })
  await page.waitForTimeout(1_000)
}

function figuresOf(name: string, first: readonly ViewTimes[], again: readonly ViewTimes[]): Figure[] {
  const opened = again.map(times => times.painted)
  return [
    {
      name: `${name}: first opening`,
      unit: 'ms',
      samples: first.map(times => times.painted),
      targets: [{ of: 'max', atMost: 300 }]
    },
    { name: `${name}: opened again`, unit: 'ms', samples: opened, targets: [{ of: 'p95', atMost: 300 }] },
    { name: `${name}: at rest`, unit: 'ms', samples: again.map(times => times.settled) },
    { name: `${name}: longest task of opening`, unit: 'ms', samples: again.map(times => times.longestTask) }
  ]
}

async function scrollFigure(name: string, page: Page): Promise<Figure> {
  const longest: number[] = []
  for (let i = 0; i < rounds(3, 2); i++) {
    if (!(await markScroller(page))) break
    const { longTasks } = await scrollSteps(page, '[data-bench-scroller]', steps, stepPx)
    longest.push(Math.max(0, ...longTasks))
  }
  return {
    name: `${name}: longest task in ${steps} frames of scrolling`,
    unit: 'ms',
    samples: longest.length === 0 ? [0] : longest,
    targets: [{ of: 'max', atMost: 50 }]
  }
}

async function voiceShare(page: Page): Promise<Figure[]> {
  const toggle = page.getByRole('button', { name: /more about voices/i }).first()
  if ((await toggle.count()) === 0) return []
  const shown = 'main .voice-details'
  if ((await toggle.getAttribute('aria-expanded')) === 'true') await toggle.click()
  const again: ViewTimes[] = []
  for (let i = 0; i < rounds(5, 2); i++) {
    again.push(await measureView(page, shown, () => toggle.click()))
    await toggle.click()
  }
  return figuresOf('voice share', again.slice(0, 1), again.slice(1))
}
