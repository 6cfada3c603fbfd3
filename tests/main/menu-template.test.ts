import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { commands, type CommandId } from '../../src/contract/commands'
import type { MenuState } from '../../src/contract/ipc'
import { menuTemplate, updateMenuItems, type MenuContext } from '../../src/main/menu-template'

const state: MenuState = {
  enabled: ['edit.undo', 'view.annotate'],
  checked: ['view.annotate'],
  labels: { 'edit.undo': 'Undo tag claim & note' },
  chords: {},
  hidden: []
}

function items(context: Partial<MenuContext> = {}): MenuItemConstructorOptions[] {
  const template = menuTemplate({
    platform: 'linux',
    isDevelopment: false,
    state,
    run: () => undefined,
    ...context
  })
  return template.flatMap(menu => (Array.isArray(menu.submenu) ? menu.submenu : []))
}

const item = (id: CommandId, context?: Partial<MenuContext>) => items(context).find(one => one.id === id)

describe('the menu is the table of commands', () => {
  test('every command with a menu is in it once, and no other', () => {
    const shown = items().flatMap(one => (one.id === undefined ? [] : [one.id]))
    expect(shown).toEqual(
      expect.arrayContaining(commands.filter(one => one.menu !== null).map(one => one.id))
    )
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown).not.toContain('annotate.unfocus')
  })

  test('no two accelerators are the same', () => {
    const accelerators = items().flatMap(one =>
      one.accelerator === undefined ? [] : [String(one.accelerator)]
    )
    expect(new Set(accelerators).size).toBe(accelerators.length)
  })

  test('a click runs the command', () => {
    const run = vi.fn()
    const click = item('help.keys', { run })?.click as (() => void) | undefined
    click?.()
    expect(run).toHaveBeenCalledWith('help.keys')
  })
})

describe('what the window says is shown', () => {
  test('an ampersand in a label is not taken for a mnemonic', () => {
    expect(item('edit.undo')?.label).toBe('Undo tag claim && note')
  })
  test.each<[CommandId, boolean, boolean | undefined]>([
    ['edit.undo', true, undefined],
    ['edit.redo', false, undefined],
    ['view.annotate', true, true],
    ['view.library', false, false]
  ])('%s: enabled %s, checked %s', (id, enabled, checked) => {
    expect(item(id)).toMatchObject({ enabled })
    expect(item(id)?.checked).toBe(checked)
  })
  test('before it has said anything, nothing can be done', () => {
    expect(items({ state: null }).filter(one => one.id !== undefined && one.enabled === true)).toEqual([])
  })
})

describe('single keys are printed, never taken', () => {
  test.each<[CommandId, string]>([
    ['annotate.next', 'j'],
    ['annotate.mark-source', 'Shift+s'],
    ['annotate.end-later', 'Alt+Right'],
    ['annotate.inspect', 'Enter']
  ])('%s shows %s', (id, accelerator) => {
    expect(item(id)).toMatchObject({ accelerator, registerAccelerator: false })
  })
  test('on macOS they are left out, as it cannot print without taking', () => {
    expect(item('annotate.next', { platform: 'darwin' })?.accelerator).toBeUndefined()
  })
})

describe('keys that are not those of the table', () => {
  const withChords = (chords: MenuState['chords'], hidden: CommandId[] = []) => ({
    state: { ...state, chords, hidden }
  })
  test('a layer’s key comes from the codebook and is only printed', () => {
    expect(item('annotate.tag-1', withChords({ 'annotate.tag-1': 'g' }))).toMatchObject({
      accelerator: 'g',
      registerAccelerator: false
    })
  })
  test('a chosen accelerator takes the place of the first one', () => {
    const shown = item('dataset.export', withChords({ 'dataset.export': 'CmdOrCtrl+Shift+X' }))
    expect(shown).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+X' })
    expect(shown?.registerAccelerator).toBeUndefined()
  })
  test('an accelerator instead of a single key is the menu’s own, and the other way round', () => {
    expect(item('annotate.next', withChords({ 'annotate.next': 'F9' }))?.registerAccelerator).toBeUndefined()
    expect(item('edit.undo', withChords({ 'edit.undo': 'h' }))?.registerAccelerator).toBe(false)
  })
  test('no key, or one that menus cannot name, is left out', () => {
    expect(item('edit.undo', withChords({ 'edit.undo': '' }))?.accelerator).toBeUndefined()
    expect(item('edit.undo', withChords({ 'edit.undo': 'CmdOrCtrl+Ö' }))?.accelerator).toBeUndefined()
  })
  test('layers that the codebook does not have are not shown', () => {
    expect(item('annotate.tag-9', withChords({}, ['annotate.tag-9']))?.visible).toBe(false)
    expect(item('annotate.tag-1', { state: null })?.visible).toBe(false)
    expect(item('annotate.tag-1', withChords({}))?.visible).toBeUndefined()
  })
})

test.each([
  [true, true],
  [false, false]
])('in development (%s) there are developer tools (%s)', (isDevelopment, expected) => {
  expect(items({ isDevelopment }).some(one => one.role === 'toggleDevTools')).toBe(expected)
})

test('an update never assigns to a radio item that is off, which Electron would take as choosing it', () => {
  const assigned: string[] = []
  const find = (id: CommandId) => ({
    enabled: false,
    get checked() {
      return false
    },
    set checked(value: boolean) {
      assigned.push(`${id}=${String(value)}`)
    }
  })
  updateMenuItems(find, state)
  expect(assigned.filter(one => one.startsWith('view.'))).toContain('view.annotate=true')
  expect(assigned).not.toContain('view.library=false')
})
