import { beforeEach, describe, expect, test, vi } from 'vitest'
import { maximumMessageBytes, requestSchemas, type RequestName } from '../../src/contract/ipc'
import { ok } from '../../src/core/result'
import {
  answerRequest,
  type Handlers,
  type RequestContext,
  type SenderFrame
} from '../../src/main/answer-request'

const ours: SenderFrame = { origin: 'app://counterpoint', parent: null }
const handle = vi.fn<(...args: unknown[]) => ReturnType<typeof ok<null>>>(() => ok(null))
const logError = vi.fn()
const onRequest = vi.fn()
const handlers = Object.fromEntries(
  Object.keys(requestSchemas).map(name => [name, (...args: unknown[]) => handle(name, ...args)])
) as unknown as Handlers
const context: RequestContext = { handlers, trustedOrigin: 'app://counterpoint', onRequest, logError }

beforeEach(() => vi.clearAllMocks())

describe('who asks', () => {
  const strangers: [name: string, frame: SenderFrame | null][] = [
    ['a frame that is gone', null],
    ['a frame inside ours', { ...ours, parent: ours }],
    ['an opaque origin', { ...ours, origin: 'null' }],
    ['another host', { ...ours, origin: 'app://elsewhere' }],
    ['a host that begins like ours', { ...ours, origin: 'app://counterpoint.evil' }],
    ['a web page', { ...ours, origin: 'https://counterpoint' }],
    ['a file', { ...ours, origin: 'file://' }],
    ['the development server, when there is none', { ...ours, origin: 'http://localhost:5173' }]
  ]
  test.each(strangers)('%s is refused before anything else is looked at', async (_name, frame) => {
    const answer = await answerRequest(context, frame, 'app:info', [])
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused-sender' } })
    expect(handle).not.toHaveBeenCalled()
    expect(onRequest).not.toHaveBeenCalled()
  })

  test('our own top frame is answered', async () => {
    expect(await answerRequest(context, ours, 'app:info', [])).toEqual(ok(null))
    expect(handle).toHaveBeenCalledWith('app:info')
    expect(onRequest).toHaveBeenCalledOnce()
  })
})

describe('what is asked', () => {
  const wrong: [name: unknown, args: unknown, code: string][] = [
    ['files:delete', [], 'unknown-request'],
    ['__proto__', [], 'unknown-request'],
    ['toString', [], 'unknown-request'],
    [undefined, [], 'unknown-request'],
    [7, [], 'unknown-request'],
    [['app:info'], [], 'unknown-request'],
    ['app:info', ['extra'], 'bad-arguments'],
    ['app:info', undefined, 'bad-arguments'],
    ['app:info', { length: 0 }, 'bad-arguments'],
    ['theme:set', [], 'bad-arguments'],
    ['theme:set', ['pink'], 'bad-arguments'],
    ['export:begin', [{ defaultName: '', formatName: 'x' }], 'bad-arguments'],
    ['export:begin', [{ defaultName: 'a', formatName: 'x', more: 1 }], 'bad-arguments'],
    ['export:write', ['ticket', [1, 2, 3]], 'bad-arguments'],
    ['export:begin-folder', [{ title: 'Save', names: [] }], 'bad-arguments'],
    ['export:print', ['ticket', { title: '' }], 'bad-arguments'],
    ['export:write', ['ticket', 'x'.repeat(4_000_001)], 'bad-arguments'],
    ['export:write', ['ticket', 'x'.repeat(maximumMessageBytes)], 'message-too-large'],
    ['app:info', [new ArrayBuffer(maximumMessageBytes + 1)], 'message-too-large']
  ]
  test.each(wrong)('%j is refused', async (name, args, code) => {
    expect(await answerRequest(context, ours, name, args)).toMatchObject({ ok: false, error: { code } })
    expect(handle).not.toHaveBeenCalled()
  })

  test('a bad argument is named by its place', async () => {
    const answer = await answerRequest(context, ours, 'export:begin', [{ defaultName: 'a', formatName: 1 }])
    expect(answer).toMatchObject({ error: { place: 'export:begin.0.formatName' } })
  })

  const right: [name: RequestName, args: unknown[]][] = [
    ['files:open', ['articles']],
    ['export:write', ['ticket', '']],
    ['export:write', ['ticket', new Uint8Array(3)]],
    ['theme:set', ['dark']],
    [
      'menu:update',
      [
        {
          enabled: ['edit.undo'],
          checked: [],
          labels: { 'edit.undo': 'Undo tag claim' },
          chords: {},
          hidden: []
        }
      ]
    ]
  ]
  test.each(right)('%s reaches its handler with its arguments', async (name, args) => {
    expect(await answerRequest(context, ours, name, args)).toEqual(ok(null))
    expect(handle).toHaveBeenCalledWith(name, ...args)
  })
})

test.each([
  [
    'throws',
    () => {
      throw new Error('broken')
    }
  ],
  ['rejects', () => Promise.reject(new Error('broken'))]
])('a handler that %s is logged and answered as a failure', async (_name, broken) => {
  const answer = await answerRequest(
    { ...context, handlers: { ...handlers, 'app:info': broken } },
    ours,
    'app:info',
    []
  )
  expect(answer).toEqual({ ok: false, error: { code: 'internal', message: 'broken', place: 'app:info' } })
  expect(logError).toHaveBeenCalledOnce()
})
