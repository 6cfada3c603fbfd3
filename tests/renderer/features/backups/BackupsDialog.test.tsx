// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Backup } from '../../../../src/contract/storage'
import type { ProjectId } from '../../../../src/core/project/ids'
import { fail, ok, type Result } from '../../../../src/core/result'
import { BackupsDialog } from '../../../../src/renderer/features/backups/BackupsDialog'
import { standInForTopLayer } from '../../ui/platform-stand-ins'
import { bridgeWith, projectId, readable } from './stand-ins'

beforeEach(standInForTopLayer)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const newest = readable('snapshot-3')
const damaged: Backup = { status: 'damaged', name: 'snapshot-2', bytes: 812 }
const oldest = readable('snapshot-1', { takenAt: new Date(2026, 10, 21, 9, 5).toISOString(), bytes: 900 })

type Answers = Parameters<typeof bridgeWith>[0]

async function shown(backups: Backup[], answers: Answers = {}) {
  const on = { compare: vi.fn(), restored: vi.fn(), close: vi.fn(), notify: vi.fn() }
  const stand = bridgeWith({ 'backups:list': () => ok(backups), ...answers })
  render(
    <BackupsDialog
      bridge={stand.bridge}
      projectId={projectId}
      projectTitle="Tradepost study"
      now={() => new Date(2026, 10, 22, 21, 40).toISOString()}
      onCompare={on.compare}
      onRestored={on.restored}
      onClose={on.close}
      notify={on.notify}
    />
  )
  await settle()
  return { ...on, ...stand }
}

/** Lets what was asked be answered. */
const settle = () => act(() => new Promise(resolve => setTimeout(resolve)))
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const rows = () => screen.queryAllByRole('option').map(row => row.textContent)
const chosen = () => screen.getAllByRole('option', { selected: true }).map(row => row.textContent)
async function press(name: string): Promise<void> {
  fireEvent.click(button(name))
  await settle()
}

describe('the list', () => {
  test('says of each when, how long ago, how much and how large; damaged ones are named', async () => {
    await shown([newest, damaged, oldest])
    expect(rows()).toEqual([
      '22 Nov 2026, 18:40, 3 hours ago, 6 articles, 1,258 annotations, 1.2 MB',
      'Damaged, cannot be opened, snapshot-2, 812 bytes',
      '21 Nov 2026, 09:05, 1 day ago, 6 articles, 1,258 annotations, 900 bytes'
    ])
  })

  test('has the keyboard, and begins with the newest that can be opened', async () => {
    await shown([damaged, oldest])
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Backups' }))
    expect(chosen()).toEqual([rows()[1]])
  })

  test('says that there is none yet', async () => {
    await shown([])
    expect(screen.getByText(/There is no backup yet/)).toBeTruthy()
    expect(button('Compare with now…').disabled).toBe(true)
    expect(button('Restore as a new project…').disabled).toBe(true)
  })

  test('says why it cannot be listed, and tries again', async () => {
    const list = vi.fn<() => Result<Backup[]>>(() => fail('not-allowed', 'The disk is asleep.'))
    await shown([], { 'backups:list': list })
    expect(screen.getByRole('alert').textContent).toContain('The disk is asleep.')
    list.mockReturnValue(ok([newest]))
    await press('Try again')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(rows()).toHaveLength(1)
  })
})

describe('the keyboard', () => {
  const cases = [
    { keys: [], compared: 'snapshot-3' },
    { keys: ['ArrowDown', 'ArrowDown'], compared: 'snapshot-1' },
    { keys: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown'], compared: 'snapshot-1' },
    { keys: ['End'], compared: 'snapshot-1' },
    { keys: ['End', 'Home'], compared: 'snapshot-3' },
    // On a damaged one Enter opens nothing.
    { keys: ['ArrowDown'], compared: undefined }
  ]
  test.each(cases)('$keys, Enter: $compared', async ({ keys, compared }) => {
    const { compare } = await shown([newest, damaged, oldest])
    for (const key of [...keys, 'Enter']) fireEvent.keyDown(screen.getByRole('listbox'), { key })
    const names = compare.mock.calls.map(([backup]) => (backup as Backup).name)
    expect(names).toEqual(compared === undefined ? [] : [compared])
  })

  test('assistive technology is told which one is active', async () => {
    await shown([newest, oldest])
    const list = screen.getByRole('listbox')
    fireEvent.keyDown(list, { key: 'ArrowDown' })
    const active = document.getElementById(list.getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent).toBe(rows()[1])
    expect(active?.getAttribute('aria-selected')).toBe('true')
  })
})

test('a double click compares; on a damaged one it does not, and its buttons are off', async () => {
  const { compare } = await shown([newest, damaged])
  fireEvent.doubleClick(screen.getAllByRole('option')[0]!)
  expect(compare.mock.calls).toEqual([[newest]])
  fireEvent.click(screen.getAllByRole('option')[1]!)
  fireEvent.doubleClick(screen.getAllByRole('option')[1]!)
  expect(compare).toHaveBeenCalledTimes(1)
  expect(button('Compare with now…').disabled).toBe(true)
  expect(button('Restore as a new project…').disabled).toBe(true)
})

describe('Back up now', () => {
  test('lists and chooses the new one', async () => {
    const backups = [oldest]
    await shown(backups, {
      'backups:take': () => {
        backups.unshift(newest)
        return ok(newest)
      },
      'backups:list': () => ok([...backups])
    })
    await press('Back up now')
    expect(rows()).toHaveLength(2)
    expect(chosen()).toEqual([rows()[0]])
    expect(screen.getByRole('status').textContent).toBe('Backed up.')
  })

  test('says that nothing has changed', async () => {
    await shown([newest], { 'backups:take': () => ok(null) })
    await press('Back up now')
    expect(screen.getByRole('status').textContent).toBe('Nothing has changed since the last backup.')
  })

  test('says why not, and the list stays', async () => {
    await shown([newest], { 'backups:take': () => fail('no-space', 'The disk is full.') })
    await press('Back up now')
    expect(screen.getByRole('alert').textContent).toBe('Not backed up: The disk is full.')
    expect(rows()).toHaveLength(1)
    expect(button('Back up now').disabled).toBe(false)
  })
})

test('a folder that cannot be shown is said', async () => {
  await shown([], { 'project:show-folder': () => fail('not-found', 'It is gone.') })
  await press('Show project folder')
  expect(screen.getByRole('alert').textContent).toBe('The folder cannot be shown: It is gone.')
})

describe('restoring', () => {
  const title = 'Tradepost study (backup of 22 Nov 2026, 18:40)'
  const other = 'other' as ProjectId

  test('says what it makes and what stays, and does nothing when cancelled', async () => {
    const { asked } = await shown([newest])
    await press('Restore as a new project…')
    const dialog = screen.getByRole('dialog', { name: 'Restore as a new project' })
    expect(dialog.textContent).toContain(title)
    expect(dialog.textContent).toContain('“Tradepost study”, stays as it is')
    await press('Cancel')
    expect(screen.queryByRole('dialog', { name: 'Restore as a new project' })).toBeNull()
    expect(asked.mock.calls.map(([name]) => name)).toEqual(['backups:list'])
  })

  test('makes the project under the new title, and says so', async () => {
    const on = await shown([newest], { 'backups:restore': () => ok({ projectId: other }) })
    await press('Restore as a new project…')
    await press('Restore')
    expect(on.asked).toHaveBeenLastCalledWith('backups:restore', { projectId, backup: 'snapshot-3', title })
    expect(on.restored.mock.calls).toEqual([[other]])
    expect(on.notify.mock.calls[0]![0]).toContain(title)
  })

  test('a failure is said where it was asked for, and can be tried again', async () => {
    const restore = vi.fn<() => Result<{ projectId: ProjectId }>>(() => fail('no-space', 'The disk is full.'))
    const on = await shown([newest], { 'backups:restore': restore })
    await press('Restore as a new project…')
    await press('Restore')
    expect(screen.getByRole('alert').textContent).toContain('Not restored: The disk is full.')
    expect(on.restored).not.toHaveBeenCalled()
    restore.mockReturnValue(ok({ projectId: other }))
    await press('Restore')
    expect(on.restored.mock.calls).toEqual([[other]])
  })

  test('shows its progress after half a second, not before, and is not closed in between', async () => {
    let end: (result: Result<{ projectId: ProjectId }>) => void = () => undefined
    const on = await shown([newest], { 'backups:restore': () => new Promise(resolve => (end = resolve)) })
    fireEvent.click(button('Restore as a new project…'))
    vi.useFakeTimers()
    fireEvent.click(button('Restore'))
    const tell = (done: number) =>
      act(() => {
        on.tell({ projectId: other, what: 'Writing rows', done, total: 2000 })
      })
    const wait = (ms: number) =>
      act(() => {
        vi.advanceTimersByTime(ms)
      })
    tell(10)
    wait(499)
    expect(screen.queryByRole('progressbar')).toBeNull()
    wait(1)
    tell(1000)
    expect(screen.getByRole('progressbar', { name: /Writing rows: 1,000 of 2,000/ })).toBeTruthy()
    expect(button('Cancel').disabled).toBe(true)
    vi.useRealTimers()
    end(ok({ projectId: other }))
    await settle()
    expect(on.restored).toHaveBeenCalledTimes(1)
    expect(on.listeners.size).toBe(0)
  })
})
