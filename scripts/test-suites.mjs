import fs from 'node:fs'
import process from 'node:process'
import { inProject } from './project-folder.mjs'
import { runTool } from './static-checks.mjs'

/** @typedef {import('./static-checks.mjs').StageResult} StageResult */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const results = inProject('test-results')

/**
 * Counts what vitest's JSON reporter wrote. A file that broke before its first test counts as one failure.
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0)
  }
}

/**
 * Counts what Playwright's JSON reporter wrote. Errors outside any test count as one failure.
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors.length > 0 && stats.unexpected === 0 ? 1 : 0),
    skipped: stats.skipped
  }
}

/**
 * Runs the unit tests.
 * @param {readonly string[]} [more] further arguments for vitest
 * @returns {Promise<StageResult>}
 */
export async function runUnitTests(more = []) {
  const file = prepareReport('vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...more]
  const { code, output } = await runTool('vitest/vitest.mjs', args, { env: plainEnvironment(process.env) })
  return { name: 'unit tests', ...readCounts(file, countVitest, code), output }
}

/**
 * Runs the end-to-end tests in the real application.
 * @param {NodeJS.ProcessEnv} env with a display and the Electron to use
 * @param {readonly string[]} [args] further arguments for Playwright
 * @returns {Promise<StageResult>}
 */
export async function runEndToEndTests(env, args = []) {
  const file = prepareReport('playwright.json')
  const { code, output } = await runTool('@playwright/test/cli.js', ['test', ...args], {
    env: { ...plainEnvironment(env), PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  })
  return { name: 'end-to-end tests', ...readCounts(file, countPlaywright, code), output }
}

/** @param {string} name */
function prepareReport(name) {
  fs.mkdirSync(results, { recursive: true })
  const file = inProject('test-results', name)
  // Yesterday's counts must not stand in for a run that crashed.
  fs.rmSync(file, { force: true })
  return file
}

/**
 * A run that left no counts, or failed although nothing in it did, is itself one failure.
 * @param {string} file
 * @param {(report: any) => Counts} count
 * @param {number} code
 * @returns {Counts}
 */
export function readCounts(file, count, code) {
  /** @type {Counts} */
  let counts
  try {
    counts = count(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * Output is collected and may end up in a file, where colour codes are in the way.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function plainEnvironment({ FORCE_COLOR: _colour, ...env }) {
  return { ...env, NO_COLOR: '1' }
}
