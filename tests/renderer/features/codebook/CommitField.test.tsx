// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { CommandRegistry } from '../../../../src/renderer/commands/command-registry'
import { CommandContext } from '../../../../src/renderer/commands/use-commands'
import { CommitField } from '../../../../src/renderer/features/codebook/CommitField'

afterEach(cleanup)

function field(onCommit: (text: string) => string | null, registry = new CommandRegistry()) {
  render(
    <CommandContext value={registry}>
      <CommitField label="Name" value="Mixed" onCommit={onCommit} />
    </CommandContext>
  )
  return screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
}

test('a text is taken over once, when its field is left', () => {
  const commit = vi.fn<(text: string) => string | null>(() => null)
  const input = field(commit)
  fireEvent.change(input, { target: { value: 'Both' } })
  expect(commit).not.toHaveBeenCalled()
  fireEvent.keyDown(input, { key: 'Enter' })
  fireEvent.blur(input)
  expect(commit.mock.calls).toEqual([['Both']])
})

test('what is refused is said, and the old text comes back', () => {
  const input = field(() => 'There is an option “Both” already.')
  fireEvent.change(input, { target: { value: 'Both' } })
  fireEvent.blur(input)
  expect(screen.getByRole('alert').textContent).toBe('There is an option “Both” already.')
  expect(input.value).toBe('Mixed')
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

test('Ctrl+Z is the field’s own while something is being typed, and the draft’s otherwise', () => {
  const undo = vi.fn()
  const registry = new CommandRegistry()
  registry.register({ 'edit.undo': { run: undo } })
  const input = field(() => null, registry)
  fireEvent.change(input, { target: { value: 'Bo' } })
  fireEvent.keyDown(input, { key: 'z', ctrlKey: true })
  expect(undo).not.toHaveBeenCalled()
  fireEvent.keyDown(input, { key: 'Enter' })
  fireEvent.keyDown(input, { key: 'z', ctrlKey: true })
  expect(undo).toHaveBeenCalledTimes(1)
})
