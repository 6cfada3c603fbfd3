import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runStages, summarise } from '../../scripts/stages.mjs'
import { objectToNoModules } from '../../scripts/static-checks.mjs'
import { countPlaywright, countVitest, readCounts } from '../../scripts/test-suites.mjs'

const result = (passed: number, failed: number, skipped = 0) => ({
  name: '',
  passed,
  failed,
  skipped,
  output: ''
})

test.each([
  [[result(1, 0), result(120, 0)], '121 passed, 0 failed'],
  [[result(1, 0), result(120, 2)], '121 passed, 2 failed'],
  [[result(1, 0, 2), result(3, 1, 1)], '4 passed, 1 failed, 3 skipped'],
  [[], '0 passed, 0 failed']
])('the closing line sums everything up', (results, line) => {
  expect(summarise(results).line).toBe(line)
})

test.each([
  [
    'all well',
    { testResults: [], numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 },
    3,
    0,
    2
  ],
  [
    // Such a file has no tests to count, and would otherwise vanish.
    'a file that broke while loading',
    {
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] }
      ],
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 0
    },
    3,
    2,
    0
  ]
])('unit tests are counted: %s', (_what, report, passed, failed, skipped) => {
  expect(countVitest(report)).toEqual({ passed, failed, skipped })
})

test.each([
  ['all well', { expected: 2, unexpected: 0, flaky: 1, skipped: 1 }, [], 3, 0, 1],
  ['a failure', { expected: 2, unexpected: 1, flaky: 0, skipped: 0 }, [], 2, 1, 0],
  ['a file that did not load', { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, [{}], 0, 1, 0]
])('end-to-end tests are counted: %s', (_what, stats, errors, passed, failed, skipped) => {
  expect(countPlaywright({ stats, errors })).toEqual({ passed, failed, skipped })
})

test.each([
  ['✔ no dependency violations found (120 modules, 300 dependencies cruised)', undefined],
  ['✔ no dependency violations found (0 modules, 0 dependencies cruised)', /No modules were read/],
  ['', /No modules were read/]
])('dependency rules that read nothing have not passed: %j', (output, expected) => {
  const objection = objectToNoModules(output)
  if (expected === undefined) expect(objection).toBeUndefined()
  else expect(objection).toMatch(expected)
})

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-counts-'))))
afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

test('a run that crashed counts as a failure, whatever it left behind', () => {
  const file = path.join(folder, 'report.json')
  const count = (report: { passed: number }) => ({ passed: report.passed, failed: 0, skipped: 0 })
  expect(readCounts(file, count, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  writeFileSync(file, '{"passed": 4')
  expect(readCounts(file, count, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  writeFileSync(file, '{"passed": 4}')
  expect(readCounts(file, count, 0)).toEqual({ passed: 4, failed: 0, skipped: 0 })
  // For example an error outside any test.
  expect(readCounts(file, count, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 })
})

test('a failing stage does not stop the others, results keep their order, and its output is shown', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const slow = {
    name: 'slow',
    run: () => new Promise<ReturnType<typeof result>>(done => setTimeout(done, 30, result(2, 0)))
  }
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) }
  const last = { name: 'last', run: () => Promise.resolve(result(1, 0)) }
  const results = await runStages([slow, broken, last], 2)
  expect(results.map(({ passed, failed }) => [passed, failed])).toEqual([
    [2, 0],
    [0, 1],
    [1, 0]
  ])
  expect(log.mock.calls.flat().join('\n')).toContain('no such tool')
})
