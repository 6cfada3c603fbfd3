import './check-node.mjs'
import fs from 'node:fs'
import os from 'node:os'
import process from 'node:process'
import { toTable } from '../tests/bench/report.mjs'
import { runAsCommand } from './command-error.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { inProject } from './project-folder.mjs'
import { setup } from './setup.mjs'
import { runTool } from './static-checks.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

const partsFolder = inProject('bench-results', 'parts')

// Measures the built application. `--quick` takes fewer rounds; other arguments are passed on to Playwright,
// so `npm run bench -- opening` measures one suite.
await runAsCommand(async () => {
  const electron = await setup({ isDisplayNeeded: process.platform === 'linux' })
  fs.rmSync(partsFolder, { recursive: true, force: true })
  const isQuick = process.argv.includes('--quick')
  const passedOn = process.argv.slice(2).filter(argument => argument !== '--quick')
  const args = ['test', '-c', 'tests/bench/playwright.config.ts', ...passedOn]
  const { code } = await withVirtualDisplay(env => {
    const benchEnv = { ...env, COUNTERPOINT_BENCH_QUICK: isQuick ? '1' : '0' }
    return runTool('@playwright/test/cli.js', args, {
      env: electronEnvironment(electron, benchEnv),
      isShown: true
    })
  })
  report({ electron: electron.version, isQuick })
  return code
})

/** @param {{ electron: string, isQuick: boolean }} run */
function report(run) {
  const parts = readParts()
  const cores = os.cpus()
  const machine = { cores: cores.length, processor: cores[0]?.model ?? 'unknown', platform: process.platform }
  const at = new Date().toISOString()
  const table = [toTable(parts), ...parts.flatMap(part => part.more ?? [])].join('\n\n')
  console.log(
    `\nElectron ${run.electron}, ${machine.cores} cores (${machine.processor}), ${at}\n\n${table}\n`
  )
  const result = JSON.stringify({ at, ...run, machine, parts }, null, 2)
  const name = `${at.replaceAll(':', '-')}${run.isQuick ? '-quick' : ''}`
  fs.writeFileSync(inProject('bench-results', `${name}.json`), `${result}\n`)
  fs.writeFileSync(inProject('bench-results', `${name}.md`), `${table}\n`)
  console.log(`Samples and table are in bench-results/${name}.json and .md.`)
}

function readParts() {
  if (!fs.existsSync(partsFolder)) fs.mkdirSync(partsFolder, { recursive: true })
  const names = fs.readdirSync(partsFolder).sort()
  return names.map(name => JSON.parse(fs.readFileSync(inProject('bench-results', 'parts', name), 'utf8')))
}
