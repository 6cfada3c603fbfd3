import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { electronEnvironment, resolveElectron } from '../../scripts/electron-runtime.mjs'
import { inProject } from '../../scripts/project-folder.mjs'

export const limitApp = inProject('tests', 'bench', 'limit-app')

export interface BarePage {
  readonly page: Page
  close(): Promise<void>
}

/** An Electron that shows plain text in sections, with nothing around it: the limit for the reader. */
export function launchBarePage(): Promise<BarePage> {
  return launchPage('text.html')
}

/** An Electron with one page of the limit's application and nothing else. */
export async function launchPage(name: string): Promise<BarePage> {
  const electron = await resolveElectron()
  const profile = await mkdtemp(path.join(os.tmpdir(), 'counterpoint-limit-'))
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [limitApp, `--page=${name}`, `--user-data-dir=${profile}`],
    env: electronEnvironment(electron) as Record<string, string>,
    chromiumSandbox: process.getuid?.() !== 0
  })
  const page = await app.firstWindow()
  await page.evaluate(() => document.fonts.load("18px 'Bench Serif'"))
  return {
    page,
    close: async () => {
      await app.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** Puts paragraphs on the page, fifty a section, and answers the ms until they were painted. */
export function showBareText(page: Page, paragraphs: readonly string[]): Promise<number> {
  return page.evaluate(async all => {
    const mount = document.querySelector('#text')
    if (mount === null) throw new Error('The page has no place for text')
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    mount.replaceChildren()
    document.querySelector('#scroller')?.scrollTo(0, 0)
    await frame()
    await frame()
    const start = performance.now()
    const whole = document.createDocumentFragment()
    for (let first = 0; first < all.length; first += 50) {
      const section = document.createElement('section')
      const piece = all.slice(first, first + 50)
      // About five lines a paragraph and the space below it.
      section.style.setProperty('contain-intrinsic-block-size', `auto ${piece.length * 166}px`)
      for (const text of piece) {
        const paragraph = document.createElement('p')
        paragraph.textContent = text
        section.append(paragraph)
      }
      whole.append(section)
    }
    mount.append(whole)
    await frame()
    await frame()
    return performance.now() - start
  }, paragraphs)
}

/** From a key to two frames after the smallest change a page can make, in ms: what no application can beat. */
export async function measureBareKey(page: Page): Promise<number> {
  const probe = await page.evaluateHandle(() => {
    const done = new Promise<number>(resolve => {
      const onKey = () => {
        const start = performance.now()
        const mark = document.createElement('i')
        mark.style.cssText = 'position: fixed; left: 0; top: 0; width: 8px; height: 8px; background: green'
        document.body.append(mark)
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(performance.now() - start)
            mark.remove()
          })
        )
      }
      window.addEventListener('keydown', onKey, { once: true })
    })
    return { done }
  })
  await page.keyboard.press('1')
  return probe.evaluate(({ done }) => done)
}
