import './check-node.mjs'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { isStartedDirectly, runAsCommand } from './command-error.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import {
  chooseFaults,
  failedInPlaywright,
  failedInVitest,
  parseFaultOptions,
  toFaultTable
} from './fault-report.mjs'
import { ensureTestTools } from './test-tools.mjs'
import { inProject } from './project-folder.mjs'
import { setup } from './setup.mjs'
import { summarise } from './stages.mjs'
import { runTool } from './static-checks.mjs'
import { countPlaywright, countVitest, readCounts } from './test-suites.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/** @typedef {import('./static-checks.mjs').StageResult} StageResult */
/** @typedef {{ result: StageResult, failed: string[] }} SuiteResult */

const defaultRounds = 100
/** Both together: 45 minutes. A suite that has not ended by then counts as failed. */
const limitMs = { vitest: 12 * 60_000, playwright: 33 * 60_000 }
const reports = inProject('test-results', 'fault')

/**
 * Makes every fault many times over and prints what came of it, ending with `N passed, N failed, N skipped`.
 * @param {readonly string[]} args
 */
async function fault(args) {
  const { rounds, only } = parseFaultOptions(args, Number(process.env.FAULT_ROUNDS ?? defaultRounds))
  const all = fs.readdirSync(inProject('tests', 'fault')).filter(name => /\.(test|spec)\.ts$/.test(name))
  const files = chooseFaults(all.sort(), only)
  const electron = await setup({ isDisplayNeeded: process.platform === 'linux' })
  await ensureTestTools()
  // What an earlier run has left must not stand in for a test that failed.
  fs.rmSync(reports, { recursive: true, force: true })
  fs.mkdirSync(reports, { recursive: true })
  const env = { ...withoutColour(process.env), FAULT_ROUNDS: String(rounds) }

  const suites = [
    await runVitest(
      files.filter(name => name.endsWith('.test.ts')),
      env
    ),
    await withVirtualDisplay(display =>
      runPlaywright(
        files.filter(name => name.endsWith('.spec.ts')),
        electronEnvironment(electron, { ...withoutColour(display), FAULT_ROUNDS: String(rounds) })
      )
    )
  ].filter(suite => suite !== null)
  return report(suites, `Electron ${electron.version}, Node ${process.versions.node}, ${rounds} rounds`)
}

/**
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<SuiteResult | null>} null when there is nothing to run
 */
async function runVitest(names, env) {
  if (names.length === 0) return null
  const file = path.join(reports, '..', 'fault-vitest.json')
  const outputs = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['run', ...outputs, ...names.map(inFaults)]
  const limits = { timeoutMs: limitMs.vitest, isShown: true }
  return runSuite('faults of the files', file, countVitest, failedInVitest, () =>
    runTool('vitest/vitest.mjs', args, { env, ...limits })
  )
}

/**
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env with a display and the Electron to use
 * @returns {Promise<SuiteResult | null>} null when there is nothing to run
 */
async function runPlaywright(names, env) {
  if (names.length === 0) return null
  const file = path.join(reports, '..', 'fault-playwright.json')
  const args = ['test', ...names.map(inFaults)]
  const limits = { timeoutMs: limitMs.playwright, isShown: true }
  return runSuite('faults of the application', file, countPlaywright, failedInPlaywright, () =>
    runTool('@playwright/test/cli.js', args, {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      ...limits
    })
  )
}

/**
 * @param {string} name
 * @param {string} file where the suite's own report goes
 * @param {(report: any) => import('./test-suites.mjs').Counts} count
 * @param {(report: any) => string[]} failedIn
 * @param {() => Promise<{ code: number }>} run
 * @returns {Promise<SuiteResult>}
 */
async function runSuite(name, file, count, failedIn, run) {
  fs.rmSync(file, { force: true })
  const { code } = await run()
  const result = { name, ...readCounts(file, count, code), output: '' }
  /** @type {string[]} */
  let failed
  try {
    failed = failedIn(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    failed = []
  }
  // Out of time, or broken before its end.
  return { result, failed: result.failed > 0 && failed.length === 0 ? [`${name}: did not end`] : failed }
}

/**
 * @param {readonly SuiteResult[]} suites
 * @param {string} conditions
 */
function report(suites, conditions) {
  const rows = fs
    .readdirSync(reports)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(fs.readFileSync(path.join(reports, name), 'utf8')))
  const table = toFaultTable(
    rows,
    suites.flatMap(suite => suite.failed)
  )
  const { failed, line } = summarise(suites.map(suite => suite.result))
  const closing = /skipped/.test(line) ? line : `${line}, 0 skipped`
  fs.writeFileSync(path.join(reports, 'report.md'), `${conditions}\n\n${table}\n\n${closing}\n`)
  console.log(`\n${conditions}\n\n${table}\n\n${closing}`)
  return failed === 0 ? 0 : 1
}

/** @param {string} name */
function inFaults(name) {
  return `tests/fault/${name}`
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withoutColour({ FORCE_COLOR: _colour, ...env }) {
  return { ...env, NO_COLOR: '1' }
}

if (isStartedDirectly(import.meta.url)) await runAsCommand(() => fault(process.argv.slice(2)))
