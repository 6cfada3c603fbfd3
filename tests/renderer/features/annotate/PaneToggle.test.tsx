// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { PanelLeft } from 'lucide-react'
import { CommandRegistry } from '../../../../src/renderer/commands/command-registry'
import { CommandContext } from '../../../../src/renderer/commands/use-commands'
import { PaneToggle } from '../../../../src/renderer/features/annotate/PaneToggle'

afterEach(cleanup)

// In a narrow window nothing else on the screen brings a pane back.
test('a button says whether its pane is shown, and asks for the other', () => {
  const registry = new CommandRegistry()
  const run = vi.fn()
  let remove = registry.register({ 'view.toggle-list': { run, checked: false } })
  render(
    <CommandContext value={registry}>
      <PaneToggle command="view.toggle-list" icon={PanelLeft} />
    </CommandContext>
  )
  const button = () => screen.getByRole('button', { name: 'Article list' })
  expect(button().getAttribute('aria-pressed')).toBe('false')
  fireEvent.click(button())
  expect(run).toHaveBeenCalledTimes(1)
  act(() => {
    remove()
    remove = registry.register({ 'view.toggle-list': { run, checked: true } })
  })
  expect(button().getAttribute('aria-pressed')).toBe('true')
})
