import { describe, expect, test } from 'vitest'
import {
  chooseFaults,
  failedInPlaywright,
  failedInVitest,
  parseFaultOptions,
  toFaultTable
} from '../../scripts/fault-report.mjs'

describe('the command line', () => {
  test.each([
    [[], { rounds: 100, only: [] }],
    [['--rounds', '10'], { rounds: 10, only: [] }],
    [['--only', 'app-kill', '--rounds', '3', '--only', 'clock'], { rounds: 3, only: ['app-kill', 'clock'] }]
  ])('%j', (args, expected) => {
    expect(parseFaultOptions(args, 100)).toEqual(expected)
  })

  test.each([
    [['--rounds']],
    [['--rounds', '0']],
    [['--rounds', '-1']],
    [['--only', '--rounds']],
    [['app-kill']]
  ])('%j is answered with how to ask', args => {
    expect(() => parseFaultOptions(args, 100)).toThrow(/^Usage: npm run fault/)
  })

  test('names choose files, and a wrong one is told what there is', () => {
    const files = ['app-kill.spec.ts', 'clock.spec.ts', 'clock.test.ts']
    expect(chooseFaults(files, [])).toEqual(files)
    expect(chooseFaults(files, ['clock'])).toEqual(['clock.spec.ts', 'clock.test.ts'])
    expect(() => chooseFaults(files, ['clock', 'clok'])).toThrow('“clok”. There are: app-kill, clock, clock.')
  })
})

test('the table holds what was seen, what was skipped and why, and what failed', () => {
  const seen = { fault: 'Killed', rounds: 1000, lookedFor: 12_345, lost: 0, seen: 'a | b' }
  const skipped = { fault: 'Full disk', skipped: 'needs root' }
  expect(toFaultTable([seen, skipped], ['a clock that jumps']).split('\n').slice(2)).toEqual([
    '| Killed | 1,000 | 12,345 | 0 | a \\| b |',
    '| Full disk | – | – | – | skipped: needs root |',
    '| a clock that jumps | – | – | – | FAILED |'
  ])
})

test('failed tests are found by their titles, and files that broke by their names', () => {
  const assertionResults = [
    { title: 'good', status: 'passed' },
    { title: 'bad', status: 'failed' }
  ]
  const broken = { name: '/x/broken.test.ts', status: 'failed', assertionResults: [] }
  expect(failedInVitest({ testResults: [{ status: 'failed', assertionResults }, broken] })).toEqual([
    'bad',
    'broken.test.ts'
  ])
  const specs = [
    { title: 'good', ok: true },
    { title: 'bad', ok: false }
  ]
  expect(failedInPlaywright({ suites: [{ specs, suites: [{ specs }] }] })).toEqual(['bad', 'bad'])
})
