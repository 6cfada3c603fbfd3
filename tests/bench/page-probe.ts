import type { CDPSession, Page } from '@playwright/test'

// Times are taken inside the page: between it and the test lie a socket and a scheduler.

/** In ms from the click: when the text came, was painted with its tags, and was there as a whole. */
export interface OpenTimes {
  changed: number
  painted: number
  filled: number
  longestTask: number
}

/** Measures from the next click in the page to an article's text painted, and until all sections are in. */
export async function measureOpen(
  page: Page,
  sections: number,
  click: () => Promise<void>
): Promise<OpenTimes> {
  const probe = await page.evaluateHandle(wanted => {
    const done = new Promise<OpenTimes>(resolve => {
      let start = 0
      let longestTask = 0
      const tasks = new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
      })
      tasks.observe({ type: 'longtask' })
      const began = () => (start = performance.now())
      window.addEventListener('click', began, { capture: true, once: true })
      const region = () => document.querySelector('[aria-label="Article text"]')
      const hasTags = () =>
        [...CSS.highlights].some(([name, ranges]) => name.startsWith('line-') && ranges.size > 0)
      const waitForRest = (changed: number, painted: number) => {
        if ((region()?.querySelectorAll('.article-section').length ?? 0) < wanted) {
          requestAnimationFrame(() => waitForRest(changed, painted))
          return
        }
        const filled = performance.now() - start
        setTimeout(() => {
          tasks.disconnect()
          resolve({ changed, painted, filled, longestTask })
        }, 100)
      }
      const waitForPaint = (changed: number) => {
        if (hasTags()) waitForRest(changed, performance.now() - start)
        else requestAnimationFrame(() => waitForPaint(changed))
      }
      const observer = new MutationObserver(() => {
        if (start === 0 || !region()?.querySelector('[data-block]')) return
        observer.disconnect()
        const changed = performance.now() - start
        requestAnimationFrame(() => requestAnimationFrame(() => waitForPaint(changed)))
      })
      observer.observe(document.body, { subtree: true, childList: true })
    })
    return { done }
  }, sections)
  await click()
  return probe.evaluate(({ done }) => done)
}

/** What must be on screen after a key, as far as it is given. */
export interface Expected {
  /** The count in the status bar. */
  annotations?: number
  /** Words of the inspector's quotation and the chosen card being the new one. */
  quote?: string
  /** Name of the checked option; the save state must have gone to "Saving…" and come back. */
  saved?: string
}

/**
 * Measures from the next press of `key` in the page until what is expected has come: `changed` in the
 * document, `painted` two frames later, both in ms.
 */
export async function measureKey(page: Page, key: string, expected: Expected) {
  const probe = await page.evaluateHandle(wanted => {
    const done = new Promise<{ changed: number; painted: number }>((resolve, reject) => {
      let start = 0
      let wasSaving = false
      const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
      const isThere = () => {
        const { annotations, quote, saved } = wanted
        const status = text('[aria-label="Save state"]')
        wasSaving ||= status.startsWith('Saving')
        if (
          annotations !== undefined &&
          !text('[aria-label="Status bar"]').includes(`${annotations} annotation`)
        )
          return false
        if (quote !== undefined) {
          const card = document.querySelector(
            '[role="listbox"][aria-label="Annotations"] [aria-selected="true"]'
          )
          if (card?.getAttribute('aria-setsize') !== String(annotations)) return false
          if (!text('[aria-label="Inspector"] blockquote').includes(quote)) return false
        }
        if (saved === undefined) return true
        const option = document.querySelector(`[aria-label="Inspector"] input[aria-label="${saved}"]`)
        return wasSaving && status === 'Saved' && option instanceof HTMLInputElement && option.checked
      }
      const observer = new MutationObserver(() => {
        if (start === 0 || !isThere()) return
        observer.disconnect()
        clearTimeout(timer)
        const changed = performance.now() - start
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve({ changed, painted: performance.now() - start }))
        )
      })
      const timer = setTimeout(() => {
        observer.disconnect()
        reject(new Error(`It did not come: ${JSON.stringify(wanted)}; ${text('[aria-label="Status bar"]')}`))
      }, 10_000)
      window.addEventListener('keydown', () => (start = performance.now()), { capture: true, once: true })
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true
      })
    })
    // Waited for later; until then a failure is nobody's unhandled rejection.
    done.catch(() => undefined)
    return { done }
  }, expected)
  await page.keyboard.press(key)
  return probe.evaluate(({ done }) => done)
}

/** Scrolls an element by `stepPx` in each of `steps` frames; frames late by half of one count as dropped. */
export function scrollSteps(page: Page, selector: string, steps: number, stepPx: number) {
  return page.evaluate(
    async ([target, count, step]) => {
      const scroller = document.querySelector(target)
      if (scroller === null) throw new Error(`Nothing to scroll: ${target}`)
      const longTasks: number[] = []
      const observer = new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) longTasks.push(duration)
      })
      observer.observe({ type: 'longtask' })
      const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
      let dropped = 0
      let last = await frame()
      for (let i = 0; i < count; i++) {
        scroller.scrollTop += step
        const now = await frame()
        if (now - last > 25) dropped += 1
        last = now
      }
      await new Promise(resolve => setTimeout(resolve, 100))
      observer.disconnect()
      return { dropped, longTasks }
    },
    [selector, steps, stepPx] as const
  )
}

/** Reads how long the page's main thread has worked so far, and its heap. */
export class MainThread {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page)
    // Time on the processor: what other programs take of it does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new MainThread(session)
  }

  /** Work of the main thread while `body` ran, in ms. */
  async workDuring(body: () => Promise<unknown>): Promise<number> {
    const before = await this.#read('TaskDuration')
    await body()
    return ((await this.#read('TaskDuration')) - before) * 1000
  }

  /** Live JavaScript objects, in MB. */
  async heapMb(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage')
    return (await this.#read('JSHeapUsedSize')) / 1e6
  }

  async #read(name: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return metrics.find(metric => metric.name === name)?.value ?? NaN
  }
}
