// @vitest-environment happy-dom
import { cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommandId } from '../../../src/contract/commands'
import type { Bridge, MenuState } from '../../../src/contract/ipc'
import { CommandRegistry } from '../../../src/renderer/commands/command-registry'
import { useMenuState } from '../../../src/renderer/shell/use-menu-state'
import { Dialog } from '../../../src/renderer/ui/Dialog'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** A window with a menu, and what its commands and its menu were told. */
function withMenu() {
  const registry = new CommandRegistry()
  const run = vi.fn<(id: CommandId) => void>()
  const ids: CommandId[] = ['view.library', 'edit.undo', 'dataset.export', 'articles.paste']
  registry.register(Object.fromEntries(ids.map(id => [id, { run: () => run(id) }])))
  let chooseInMenu: (event: { id: CommandId }) => void = () => undefined
  const request = vi.fn<(name: string, state: MenuState) => Promise<unknown>>(() => Promise.resolve())
  const bridge = {
    request,
    on: (_name: string, listener: typeof chooseInMenu) => {
      chooseInMenu = listener
      return () => undefined
    }
  } as unknown as Bridge
  renderHook(() => useMenuState(registry, bridge))
  return {
    choose: (id: CommandId) => chooseInMenu({ id }),
    ran: () => run.mock.calls.map(([id]) => id),
    enabled: () => {
      vi.advanceTimersByTime(100)
      return request.mock.lastCall?.[1].enabled
    }
  }
}

const openDialog = () =>
  render(
    <Dialog title="Paste text" onClose={vi.fn()}>
      <textarea />
    </Dialog>
  )

test('a menu item runs its command', () => {
  const menu = withMenu()
  menu.choose('view.library')
  expect(menu.ran()).toEqual(['view.library'])
})

describe('while a dialog is open', () => {
  test('the menu can do nothing, and can again when it is closed', () => {
    const menu = withMenu()
    const before = menu.enabled()
    expect(before).toContain('dataset.export')
    const { unmount } = openDialog()
    expect(menu.enabled()).toEqual([])
    // What was chosen before the menu heard of the dialog.
    menu.choose('view.library')
    expect(menu.ran()).toEqual([])
    unmount()
    expect(menu.enabled()).toEqual(before)
  })

  test('a second one over it does not end that', () => {
    const menu = withMenu()
    openDialog()
    openDialog().unmount()
    expect(menu.enabled()).toEqual([])
  })

  const keys: { what: string; key: string; ctrlKey?: boolean; shiftKey?: boolean; isTaken: boolean }[] = [
    { what: 'an accelerator does not reach the menu', key: 'e', ctrlKey: true, isTaken: true },
    { what: 'undo stays the text field’s own', key: 'z', ctrlKey: true, isTaken: false },
    { what: 'pasting plain text too', key: 'V', ctrlKey: true, shiftKey: true, isTaken: false },
    { what: 'other keys are nobody’s business', key: 'x', isTaken: false }
  ]
  test.each(keys)('$what', ({ key, ctrlKey = false, shiftKey = false, isTaken }) => {
    const menu = withMenu()
    openDialog()
    // `fireEvent` answers whether nobody prevented what the key does by itself.
    expect(fireEvent.keyDown(screen.getByRole('textbox'), { key, ctrlKey, shiftKey })).toBe(!isTaken)
    expect(menu.ran()).toEqual([])
  })
})
