// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ProjectCheck } from '../../../../src/contract/storage'
import {
  CheckProjectDialog,
  type Finding
} from '../../../../src/renderer/features/backups/CheckProjectDialog'
import { fail, ok } from '../../../../src/core/result'
import { standInForTopLayer } from '../../ui/platform-stand-ins'
import { bridgeWith, projectId } from './stand-ins'

beforeEach(standInForTopLayer)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const well: ProjectCheck = {
  journal: { files: 1, lines: 20_412, bytes: 9_000_000 },
  backups: { readable: 7, damaged: [] },
  blobs: { checked: 13 },
  findings: []
}
const facts =
  'Checked: 20,412 lines in 1 file of the journal, 7 backups, 13 texts and imported files, ' +
  'the working store against the journal.'

const settle = () => act(() => new Promise(resolve => setTimeout(resolve)))

type Check = NonNullable<Parameters<typeof bridgeWith>[0]['project:check']>

function put(check: Check, checkStore: () => Promise<Finding[]> = () => Promise.resolve([])) {
  const stand = bridgeWith({ 'project:check': check })
  const close = vi.fn()
  render(
    <CheckProjectDialog
      bridge={stand.bridge}
      projectId={projectId}
      projectTitle="Tradepost study"
      checkStore={checkStore}
      onClose={close}
    />
  )
  return { ...stand, close }
}

async function shown(...given: Parameters<typeof put>) {
  const on = put(...given)
  await settle()
  return on
}

const findings = () =>
  within(screen.getByRole('list', { name: 'Findings' }))
    .getAllByRole('listitem')
    .map(item => item.textContent)

test('says what was checked, and that all is well', async () => {
  await shown(() => ok(well))
  expect(screen.getByText('Everything is as it should be.')).toBeTruthy()
  expect(screen.getByText(facts)).toBeTruthy()
  expect(screen.queryByRole('list', { name: 'Findings' })).toBeNull()
})

test('lists what was found on the disk, then in the working store, and copies it', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  await shown(
    () =>
      ok({
        ...well,
        backups: { readable: 6, damaged: ['snapshot-2'] },
        findings: [{ place: 'journal-0001.jsonl, line 17', message: 'Its checksum is wrong.' }]
      }),
    () => Promise.resolve([{ place: '', message: 'Two annotations are missing.' }])
  )
  expect(screen.getByText('2 things are not as they should be.')).toBeTruthy()
  expect(screen.getByText(/7 backups \(1 damaged\)/)).toBeTruthy()
  expect(findings()).toEqual([
    'journal-0001.jsonl, line 17Its checksum is wrong.',
    'Two annotations are missing.'
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }))
  await settle()
  expect(writeText.mock.calls).toEqual([
    [
      [
        'Check of “Tradepost study”',
        facts.replace('7 backups', '7 backups (1 damaged)'),
        '2 things are not as they should be.',
        'journal-0001.jsonl, line 17: Its checksum is wrong.',
        'Two annotations are missing.'
      ].join('\n')
    ]
  ])
  expect(screen.getByText('Copied.')).toBeTruthy()
})

test('a clipboard that refuses is said', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } })
  await shown(() => ok(well))
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }))
  await settle()
  expect(screen.getByText(/^Not copied/)).toBeTruthy()
})

const failures = [
  { why: 'main refuses', check: () => fail('gone', 'The folder is gone.'), store: undefined },
  // Half a check must not read as a clean one.
  {
    why: 'the working store does not answer',
    check: () => ok(well),
    store: () => Promise.reject(new Error('The folder is gone.'))
  }
]
test.each(failures)('$why: said, with no verdict', async ({ check, store }) => {
  const { asked } = await shown(check, store)
  expect(screen.getByRole('alert').textContent).toContain('The folder is gone.')
  expect(screen.queryByText(/as it should be/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await settle()
  expect(asked).toHaveBeenCalledTimes(2)
})

test('tells of its progress, of this project only, and is cancelled by closing', () => {
  vi.useFakeTimers()
  const { tell, close } = put(() => new Promise(() => undefined))
  act(() => {
    vi.advanceTimersByTime(500)
    tell({ projectId, what: 'Reading the journal', done: 5000, total: 20_412 })
    tell({ projectId: 'other' as typeof projectId, what: 'Writing a bundle', done: 1, total: 2 })
  })
  expect(screen.getByRole('progressbar', { name: 'Reading the journal: 5,000 of 20,412' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(close).toHaveBeenCalledTimes(1)
})
