import { test, type Page } from '@playwright/test'
import { launchBarePage, showBareText } from './bare-page'
import { record, rounds } from './figure'
import { MainThread, measureOpen, scrollSteps } from './page-probe'
import { sizeL } from './seeded-dataset'
import { clickArticle, launchWithArticles } from './workspace-with-articles'

const steps = 200
const stepPx = 120
const pointer = { x: 500, y: 450 }

test('scrolling', async () => {
  const app = await launchWithArticles([sizeL])
  const bare = await launchBarePage()
  const paragraphs = app.paragraphsOf(sizeL)
  await measureOpen(app.page, paragraphs.length / 50, () => clickArticle(app.page, /article-l/))
  await showBareText(bare.page, paragraphs)
  await app.page.waitForTimeout(1000)
  // A hand rests on the mouse: what lies under it is looked up in each frame, here and there.
  await app.page.mouse.move(pointer.x, pointer.y)
  await bare.page.mouse.move(pointer.x, pointer.y)
  const ours = await scroller(app.page, '.reader-scroll')
  const limits = await scroller(bare.page, '#scroller')
  for (let i = 0; i < rounds(5, 2); i++) {
    await ours.run()
    await limits.run()
  }
  record('6-scrolling', [
    {
      name: 'scroll at L: main thread a frame',
      unit: 'ms',
      samples: ours.work,
      limit: { name: 'bare page', samples: limits.work },
      targets: [{ of: 'ratio', atMost: 2 }]
    },
    {
      name: `scroll at L: tasks over 50 ms in ${steps} frames`,
      unit: 'tasks',
      samples: ours.longTasks,
      targets: [{ of: 'max', atMost: 0 }]
    },
    {
      name: `scroll at L: dropped frames of ${steps}`,
      unit: 'frames',
      samples: ours.dropped,
      limit: { name: 'bare page', samples: limits.dropped }
    }
  ])
  await app.close()
  await bare.close()
})

/** Scrolls on from where it stopped, further down each time, and keeps what it cost. */
async function scroller(page: Page, selector: string) {
  const mainThread = await MainThread.of(page)
  const work: number[] = []
  const longTasks: number[] = []
  const dropped: number[] = []
  const run = async () => {
    const total = await mainThread.workDuring(async () => {
      const found = await scrollSteps(page, selector, steps, stepPx)
      longTasks.push(found.longTasks.length)
      dropped.push(found.dropped)
    })
    work.push(total / steps)
  }
  return { run, work, longTasks, dropped }
}
