import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { electronEnvironment, resolveElectron } from '../../scripts/electron-runtime.mjs'
import { inProject, projectFolder } from '../../scripts/project-folder.mjs'
import { launchCounterpoint } from '../e2e/launch'
import { launchBarePage, limitApp, showBareText } from './bare-page'
import { record, rounds } from './figure'
import { measureOpen } from './page-probe'
import { clickArticle } from './workspace-with-articles'

const hook = inProject('tests', 'bench', 'limit-app', 'say-when-usable.cjs')
const startTimeoutMs = 60_000

/** From the start of the process to a page that shows `selector`, two frames later; in ms, with a new profile. */
async function measureStart(script: string, selector: string): Promise<number> {
  const electron = await resolveElectron()
  const profile = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-start-'))
  const env = { ...electronEnvironment(electron), BENCH_SELECTOR: selector }
  const start = Date.now()
  const child = spawn(electron.path, ['-r', hook, script, `--user-data-dir=${profile}`], {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'pipe', 'ignore']
  })
  try {
    return await new Promise<number>((resolve, reject) => {
      let output = ''
      const timer = setTimeout(() => reject(new Error(`No usable window: ${output}`)), startTimeoutMs)
      child.stdout.on('data', text => {
        output += String(text)
        const at = /usable-at ([\d.]+)/.exec(output)?.[1]
        if (at !== undefined) resolve(Number(at) - start)
      })
      child.once('error', reject)
      child.once('close', () => {
        clearTimeout(timer)
        reject(new Error(`It ended without a usable window: ${output}`))
      })
    })
  } finally {
    if (child.exitCode === null && child.signalCode === null)
      await new Promise(resolve => child.once('close', resolve))
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

test('start', async () => {
  const app: number[] = []
  const empty: number[] = []
  // One of each first, for the disk's cache.
  await measureStart(limitApp, 'body')
  await measureStart('.', '.projects-actions button')
  for (let i = 0; i < rounds(7, 3); i++) {
    empty.push(await measureStart(limitApp, 'body'))
    app.push(await measureStart('.', '.projects-actions button'))
  }
  record('1-start', [
    {
      name: 'start → “Open the sample” usable',
      unit: 'ms',
      samples: app,
      limit: { name: 'empty window', samples: empty },
      targets: [{ of: 'ratio', atMost: 1.5 }]
    }
  ])
})

test('sample', async () => {
  const opened: number[] = []
  const again: number[] = []
  const bare: number[] = []
  for (let i = 0; i < rounds(3, 2); i++) {
    const { page, close } = await launchCounterpoint()
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor()
    await page.waitForTimeout(500)
    opened.push((await measureOpen(page, 1, () => clickArticle(page, /.+/))).painted)
    const paragraphs = await page
      .getByRole('region', { name: 'Article text' })
      .locator('[data-block]')
      .allTextContents()
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Library' }).click()
    await page.waitForTimeout(500)
    again.push((await measureOpen(page, 1, () => clickArticle(page, /.+/))).painted)
    await close()
    const limit = await launchBarePage()
    bare.push(await showBareText(limit.page, paragraphs))
    await limit.close()
  }
  const limit = { name: 'bare page', samples: bare }
  record('2-sample', [
    { name: 'open the sample → painted, first time in a new profile', unit: 'ms', samples: opened, limit },
    { name: 'open the sample → painted, again', unit: 'ms', samples: again, limit }
  ])
})
