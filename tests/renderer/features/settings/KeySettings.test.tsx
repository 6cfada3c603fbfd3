// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import { KeyBindings } from '../../../../src/renderer/commands/key-bindings'
import { KeySettings } from '../../../../src/renderer/features/settings/KeySettings'

afterEach(cleanup)

function withSettings() {
  const bindings = new KeyBindings()
  const announce = vi.fn<(message: string) => void>()
  render(<KeySettings bindings={bindings} codebook={builtInCodebook} announce={announce} />)
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`, 'u') })
  const change = (name: string, press: Parameters<typeof fireEvent.keyDown>[1]) => {
    fireEvent.click(screen.getByRole('button', { name: `Change key of ${name}` }))
    fireEvent.keyDown(screen.getByRole('button', { name: `Press the new key of ${name}` }), press)
  }
  return { bindings, announce, row, change }
}

describe('a key press becomes the key of a command', () => {
  test('that is free', () => {
    const { bindings, announce, row, change } = withSettings()
    change('Next annotation', { key: 'h' })
    expect(bindings.chordsOf('annotate.next')).toEqual(['h'])
    expect(row('Next annotation').textContent).toContain('H')
    expect(announce).toHaveBeenLastCalledWith('Next annotation: H')
  })

  test.each([
    ['of another command', { key: 'k' }, 'K belongs to “Previous annotation”. The key was not changed.'],
    ['of the codebook', { key: 'o' }, 'O belongs to “Stance: Opposes”. The key was not changed.'],
    ['of the caret', { key: 'ArrowUp' }, '↑ belongs to “Move by line”. The key was not changed.']
  ])('but not one %s', (_name, press, message) => {
    const { bindings, announce, change } = withSettings()
    change('Next annotation', press)
    expect(screen.getByRole('alert').textContent).toBe(message)
    expect(announce).toHaveBeenLastCalledWith(message)
    expect(bindings.isAnyChosen).toBe(false)
  })

  test('only of the command whose turn it is: the press goes nowhere else', () => {
    const elsewhere = vi.fn()
    window.addEventListener('keydown', elsewhere)
    const { change } = withSettings()
    change('Next annotation', { key: 'k', ctrlKey: true })
    expect(elsewhere).not.toHaveBeenCalled()
    window.removeEventListener('keydown', elsewhere)
  })

  test('unless Escape leaves it, or only a modifier is held', () => {
    const { bindings, change } = withSettings()
    change('Next annotation', { key: 'Shift', shiftKey: true })
    expect(screen.getByText('Press a key…')).toBeDefined()
    fireEvent.keyDown(screen.getByRole('button', { name: 'Press the new key of Next annotation' }), {
      key: 'Escape'
    })
    expect(screen.queryByText('Press a key…')).toBeNull()
    expect(bindings.isAnyChosen).toBe(false)
  })
})

test('one key is put back, or all', () => {
  const { bindings, change } = withSettings()
  change('Next annotation', { key: 'h' })
  fireEvent.click(screen.getByRole('button', { name: 'Remove key of Write a memo' }))
  expect(bindings.chordsOf('annotate.memo')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Reset key of Next annotation' }))
  expect(bindings.chordsOf('annotate.next')).toEqual(['j'])
  fireEvent.click(screen.getByRole('button', { name: 'Reset all keys' }))
  expect(bindings.chordsOf('annotate.memo')).toEqual(['n'])
})

test('commands are found by name and by key; those of layers are the codebook’s', () => {
  withSettings()
  const table = screen.getByRole('table', { name: 'Keys' })
  const search = screen.getByRole('searchbox', { name: 'Search keys' })
  expect(within(table).queryByText(/layer 1/u)).toBeNull()
  fireEvent.change(search, { target: { value: 'ctrl+k' } })
  expect(within(table).getAllByRole('row')).toHaveLength(2)
  expect(within(table).getByRole('rowheader').textContent).toContain('Search or run a command')
  fireEvent.change(search, { target: { value: 'no such thing' } })
  expect(screen.getByText('No command by that name or key.')).toBeDefined()
})
