import type { Page } from '@playwright/test'

/** In ms from the key: when what was asked for was there, painted, and when nothing changed any more. */
export interface ViewTimes {
  changed: number
  painted: number
  settled: number
  longestTask: number
}

/**
 * Measures from the next key or click in the page until something that fits `selector` with a size of its own is
 * painted, and until the page has come to rest.
 */
export async function measureView(
  page: Page,
  selector: string,
  act: () => Promise<void>
): Promise<ViewTimes> {
  const probe = await page.evaluateHandle(wanted => {
    const done = new Promise<ViewTimes>((resolve, reject) => {
      let start = 0
      let lastChange = 0
      let longestTask = 0
      const tasks = new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
      })
      tasks.observe({ type: 'longtask' })
      const began = () => {
        if (start === 0) requestAnimationFrame(look)
        if (start === 0) start = performance.now()
      }
      for (const type of ['keydown', 'click'])
        window.addEventListener(type, began, { capture: true, once: true })
      const changes = new MutationObserver(() => (lastChange = performance.now()))
      changes.observe(document.body, { subtree: true, childList: true, attributes: true })
      const isThere = () =>
        [...document.querySelectorAll(wanted)].some(found => found.getBoundingClientRect().height > 0)
      const look = () => {
        if (isThere()) rest(performance.now() - start)
        else if (performance.now() - start < 20_000) requestAnimationFrame(look)
        else reject(new Error(`It did not come: ${wanted}`))
      }
      // The frame that found it there paints it; the next one begins after that.
      const rest = (changed: number) =>
        requestAnimationFrame(() => {
          const painted = performance.now() - start
          const wait = () => {
            if (performance.now() - lastChange < 400) return void setTimeout(wait, 50)
            tasks.disconnect()
            changes.disconnect()
            resolve({ changed, painted, settled: Math.max(painted, lastChange - start), longestTask })
          }
          wait()
        })
    })
    done.catch(() => undefined)
    return { done }
  }, selector)
  await act()
  return probe.evaluate(({ done }) => done)
}

/** Marks the element of the shown view that has most to scroll to; answers whether there is one. */
export function markScroller(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const view = document.querySelector('main')
    if (view === null) throw new Error('No view')
    const hidden = (element: Element) => element.scrollHeight - element.clientHeight
    const candidates = [view, ...view.querySelectorAll('*')].filter(
      element => hidden(element) > 50 && /auto|scroll/.test(getComputedStyle(element).overflowY)
    )
    const [first, ...rest] = candidates
    if (first === undefined) return false
    const most = rest.reduce((a, b) => (hidden(b) > hidden(a) ? b : a), first)
    for (const old of document.querySelectorAll('[data-bench-scroller]'))
      old.removeAttribute('data-bench-scroller')
    most.setAttribute('data-bench-scroller', '')
    return true
  })
}
