// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ProjectState } from '../../../../src/core/history/project-state'
import { fail, ok, type Result } from '../../../../src/core/result'
import { CompareBackupView } from '../../../../src/renderer/features/backups/CompareBackupView'
import type { ReadBackup } from '../../../../src/renderer/features/backups/use-comparison'
import { standInForTopLayer } from '../../ui/platform-stand-ins'
import { actor, annotation, article, bridgeWith, projectId, readable, revision, stateWith } from './stand-ins'

beforeEach(standInForTopLayer)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const texts = [revision('Old line', 'text'), revision('Quiet', 'text')]
const before = stateWith({
  articles: [article('Old line', { wordCount: 869 }), article('Quiet')],
  revisions: texts,
  annotations: [
    annotation('1', 'Old line', { attributes: { stance: 'opposes' } }),
    annotation('2', 'Old line'),
    annotation('3', 'Old line'),
    annotation('4', 'Quiet')
  ]
})
const now = stateWith({
  articles: [article('Old line', { wordCount: 869 }), article('Quiet')],
  revisions: texts,
  annotations: [
    annotation('1', 'Old line', { attributes: { stance: 'supports' } }),
    annotation('2', 'Old line'),
    annotation('5', 'Old line'),
    annotation('4', 'Quiet')
  ],
  actors: [actor('wren', 'Wren')]
})

const settle = () => act(() => new Promise(resolve => setTimeout(resolve)))

interface Reading {
  readBackup?: ReadBackup
  backup?: ProjectState
  present?: Result<ProjectState>
}

function put({ backup = before, present = ok(now), readBackup }: Reading = {}) {
  const on = { restored: vi.fn(), close: vi.fn(), notify: vi.fn() }
  const stand = bridgeWith({})
  render(
    <CompareBackupView
      bridge={stand.bridge}
      projectId={projectId}
      projectTitle="Tradepost study"
      backup={readable('snapshot-3')}
      readBackup={readBackup ?? (() => Promise.resolve(ok(backup)))}
      readPresent={() => Promise.resolve(present)}
      onRestored={on.restored}
      onClose={on.close}
      notify={on.notify}
    />
  )
  return on
}

async function shown(reading: Reading = {}) {
  const on = put(reading)
  await settle()
  return on
}

const options = () => screen.getAllByRole('option').map(option => option.textContent)
/** The words of each row: what became of it, the backup's side, the present side. */
const table = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map(row => [...(row as HTMLTableRowElement).cells].map(cell => cell.textContent?.trim()))

describe('a backup beside the present', () => {
  test('what differs is summed up, and only articles that differ are listed', async () => {
    await shown()
    expect(screen.getByRole('dialog', { name: 'Backup of 22 Nov 2026, 18:40, and now' })).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe(
      'Since this backup: 1 annotation added, 1 removed, 1 changed; 1 actor added.'
    )
    expect(options()).toEqual([
      'Old line, 3 annotations, 3 annotations differ',
      'Everything else, Actors, issues, cases, codebook, 1 difference'
    ])
  })

  test('each annotation is aligned with its other self, with a word for what became of it', async () => {
    await shown()
    expect(screen.getAllByRole('columnheader').map(cell => cell.textContent)).toEqual([
      'Difference',
      'Backup of 22 Nov 2026, 18:40',
      'Now'
    ])
    expect(screen.getByText('The text is the same, 869 words.')).toBeTruthy()
    expect(table()).toEqual([
      ['≠ Changed', 'P PerspectiveWords of 1', 'P PerspectiveWords of 1Stance: Opposes →  became Supports'],
      ['− Removed', 'P PerspectiveWords of 3', 'No longer there'],
      ['+ Added', 'Not there yet', 'P PerspectiveWords of 5']
    ])
  })

  test('everything is shown when asked for, and what is the same says so', async () => {
    await shown()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only differences' }))
    expect(options()[1]).toBe('Quiet, 1 annotation, Same')
    expect(table().map(([status]) => status)).toEqual(['≠ Changed', '= Same', '− Removed', '+ Added'])
  })

  test('arrows walk through the articles to everything else', async () => {
    await shown()
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'ArrowDown' })
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Everything else')
    expect(table()).toEqual([['+ Added', 'Not there yet', 'ActorWren']])
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Home' })
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Old line')
  })

  const texted: { why: string; backup: ProjectState; said: string }[] = [
    {
      why: 'another text',
      backup: stateWith({
        articles: [article('Old line', { wordCount: 1204 })],
        revisions: [revision('Old line', 'another')]
      }),
      said: 'The text differs: 1,204 words then, 869 words now.'
    },
    { why: 'no such article', backup: stateWith({}), said: 'This article is not in the backup.' },
    {
      why: 'a text that is lost',
      backup: stateWith({ articles: [article('Old line', { wordCount: 869 })] }),
      said: 'The text is missing on one side.'
    }
  ]
  test.each(texted)('$why is said', async ({ backup, said }) => {
    await shown({ backup })
    expect(screen.getByText(said)).toBeTruthy()
  })

  test('nothing differs', async () => {
    await shown({ backup: now })
    expect(screen.getByRole('status').textContent).toContain('Nothing differs')
    expect(screen.queryByRole('listbox')).toBeNull()
  })
})

test('of a long article two hundred rows are laid out, and more when asked for', async () => {
  const many = Array.from({ length: 450 }, (_, i) => annotation(`many-${i}`, 'Old line'))
  await shown({
    backup: stateWith({}),
    present: ok(stateWith({ articles: [article('Old line')], annotations: many }))
  })
  expect(table()).toHaveLength(200)
  expect(screen.getByText(/450 rows, 250 not shown/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))
  expect(table()).toHaveLength(450)
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

describe('reading', () => {
  test('shows its progress after half a second, and ends when the view is closed', () => {
    vi.useFakeTimers()
    let signal: AbortSignal | undefined
    let say: (done: number, total: number) => void = () => undefined
    put({
      readBackup: (given, onProgress) => {
        signal = given
        say = onProgress
        return new Promise(() => undefined)
      }
    })
    expect(screen.queryByRole('progressbar')).toBeNull()
    act(() => {
      say(500, 2000)
      vi.advanceTimersByTime(500)
    })
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: /Reading the backup/ })
    expect([bar.value, bar.max]).toEqual([500, 2000])
    cleanup()
    expect(signal?.aborted).toBe(true)
  })

  const failures: { why: string; readBackup?: ReadBackup; present?: Result<ProjectState> }[] = [
    {
      why: 'the backup is refused',
      readBackup: () => Promise.resolve(fail('damaged', 'Line 7 is damaged.'))
    },
    { why: 'the present is refused', present: fail('damaged', 'Line 7 is damaged.') },
    { why: 'reading breaks', readBackup: () => Promise.reject(new Error('Line 7 is damaged.')) }
  ]
  test.each(failures)('$why: said, and tried again', async reading => {
    await shown(reading)
    expect(screen.getByRole('alert').textContent).toContain('Line 7 is damaged.')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.queryByRole('alert')).toBeNull()
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('Line 7 is damaged.')
  })
})

test('a backup is restored from here, too', async () => {
  const { restored } = await shown()
  fireEvent.click(screen.getByRole('button', { name: 'Restore as a new project…' }))
  expect(screen.getByRole('dialog', { name: 'Restore as a new project' })).toBeTruthy()
  expect(restored).not.toHaveBeenCalled()
})
