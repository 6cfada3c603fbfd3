import { describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../../src/contract/ipc'
import type { PreparedExport } from '../../../../src/core/export/prepare-export'
import { allSteps } from '../../../../src/core/steps'
import type { FormatIssue } from '../../../../src/core/formats/format'
import { WriteFailure } from '../../../../src/core/formats/write-failure'
import { sourceOf } from '../../../../src/core/formats/project-source'
import { fail, ok } from '../../../../src/core/result'
import { countBytes, previewOf, saveExport } from '../../../../src/renderer/features/export/save-export'
import { goldenProject } from '../../../fixtures/golden-project'

/** A disk that keeps what it is told; each named request can be made to fail or to cancel. */
function disk({ refuse, isCancelled = false }: { refuse?: string; isCancelled?: boolean } = {}) {
  const calls: string[] = []
  let text = ''
  const request = (name: string, ...args: unknown[]) => {
    calls.push(name)
    if (name === refuse) return Promise.resolve(fail('disk-full', 'The disk is full.'))
    if (name === 'export:begin') return Promise.resolve(ok(isCancelled ? null : { ticket: 't', path: '/x' }))
    if (name === 'export:write') text += String(args[1])
    return Promise.resolve(ok(name === 'export:commit' ? { path: '/x', bytes: text.length } : null))
  }
  const bridge = { request, on: () => () => undefined } as unknown as Bridge
  return { bridge, calls, text: () => text }
}

function preparedOf(chunks: Iterable<string>, issues: FormatIssue[] = []): PreparedExport {
  const file = { name: 'study.json', chunks }
  return { source: sourceOf(goldenProject()), subsets: null, files: [file], issues, asOneFile: () => file }
}

function options(signal = new AbortController().signal) {
  return { signal, onProgress: vi.fn() }
}

function* throwing(error: Error): Generator<string> {
  yield '{'
  throw error
}

test('everything is written in order and put in place at the end', async () => {
  const { bridge, calls, text } = disk()
  const big = 'x'.repeat(1_200_000)
  const opts = options()
  const result = await saveExport(bridge, preparedOf(['[', big, ']']), 'Format', opts)
  expect(text()).toBe(`[${big}]`)
  expect(calls.at(-1)).toBe('export:commit')
  expect(result).toEqual(ok({ path: '/x', bytes: big.length + 2, issues: [] }))
  expect(opts.onProgress.mock.lastCall).toEqual([big.length + 2])
})

test('what the format could not carry is answered, also when it was found only while writing', async () => {
  const issues: FormatIssue[] = []
  function* chunks() {
    yield '{}'
    issues.push({ place: 'relations[0]', message: 'It is left out.' })
  }
  const result = await saveExport(disk().bridge, preparedOf(chunks(), issues), 'Format', options())
  expect(result).toMatchObject({ ok: true, value: { issues: [{ place: 'relations[0]' }] } })
})

test('a cancelled save dialog writes nothing', async () => {
  const { bridge, calls } = disk({ isCancelled: true })
  expect(await saveExport(bridge, preparedOf(['a']), 'Format', options())).toEqual(ok(null))
  expect(calls).toEqual(['export:begin'])
})

// In each of these cases a temporary file is open: it must be given up, and the target never replaced.
describe('an export that does not end well', () => {
  const cancel = new AbortController()
  function* cancelling() {
    yield 'a'
    cancel.abort()
    yield 'b'
  }
  const cases = [
    { why: 'full disk while writing', refuse: 'export:write', chunks: ['a'], code: 'disk-full' },
    { why: 'full disk at the end', refuse: 'export:commit', chunks: ['a'], code: 'disk-full' },
    {
      why: 'a project that contradicts itself',
      chunks: throwing(new WriteFailure({ code: 'x', message: 'No.' })),
      code: 'contradiction'
    },
    { why: 'a fault in the format', chunks: throwing(new TypeError('oops')), code: 'export-failed' },
    { why: 'a cancel', chunks: cancelling(), signal: cancel.signal, code: 'cancelled' }
  ]
  test.each(cases)('$why', async ({ refuse, chunks, signal, code }) => {
    const { bridge, calls } = disk(refuse === undefined ? {} : { refuse })
    const result = await saveExport(bridge, preparedOf(chunks), 'Format', options(signal))
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(calls.at(-1)).toBe('export:abort')
    expect(calls.includes('export:commit')).toBe(refuse === 'export:commit')
  })
})

describe('the preview', () => {
  test('takes no more chunks than it shows', () => {
    let taken = 0
    function* chunks() {
      for (; taken < 1000; taken++) yield `${taken}\n`
    }
    expect(allSteps(previewOf(chunks(), 3))).toBe('0\n1\n2')
    expect(taken).toBeLessThan(5)
  })

  test('cuts a line on which a whole article stands', () => {
    expect(allSteps(previewOf(['a'.repeat(1_000_000)], 3))).toHaveLength(2001)
  })
})

test('the size is that of the file, in bytes and not in letters', () => {
  expect(allSteps(countBytes(['é', '€', 'a']))).toBe(6)
  expect(allSteps(countBytes(throwing(new Error('no'))))).toBeNull()
})
