import { describe, expect, test, vi } from 'vitest'
import { layerSlots, tagCommandId } from '../../../src/contract/commands'
import { CommandRegistry } from '../../../src/renderer/commands/command-registry'

describe('a command runs', () => {
  test('what was registered last, and what was there before once that is gone', () => {
    const registry = new CommandRegistry()
    const [earlier, later] = [vi.fn(), vi.fn()]
    registry.register({ 'edit.undo': { run: earlier } })
    const remove = registry.register({ 'edit.undo': { run: later } })
    expect(registry.run('edit.undo')).toBe(true)
    expect([earlier.mock.calls.length, later.mock.calls.length]).toEqual([0, 1])
    remove()
    expect(registry.run('edit.undo')).toBe(true)
    expect([earlier.mock.calls.length, later.mock.calls.length]).toEqual([1, 1])
  })

  test('an override, also over what is registered after it', () => {
    const registry = new CommandRegistry()
    const [override, later] = [vi.fn(), vi.fn()]
    const remove = registry.register({ 'edit.undo': { run: override } }, { isOverride: true })
    registry.register({ 'edit.undo': { run: later } })
    registry.run('edit.undo')
    remove()
    registry.run('edit.undo')
    expect([override.mock.calls.length, later.mock.calls.length]).toEqual([1, 1])
  })

  test('a later registration hides only the commands it names', () => {
    const registry = new CommandRegistry()
    const redo = vi.fn()
    registry.register({ 'edit.undo': { run: vi.fn() }, 'edit.redo': { run: redo } })
    registry.register({ 'edit.undo': { run: vi.fn() } })
    registry.run('edit.redo')
    expect(redo).toHaveBeenCalledOnce()
  })

  test('not at all when nothing offers it or it is disabled', () => {
    const registry = new CommandRegistry()
    const run = vi.fn()
    registry.register({ 'edit.redo': { run, enabled: false } })
    expect(registry.run('edit.undo')).toBe(false)
    expect(registry.run('edit.redo')).toBe(false)
    expect(run).not.toHaveBeenCalled()
  })

  test('not the one below a disabled one: the view in front decides', () => {
    const registry = new CommandRegistry()
    const below = vi.fn()
    registry.register({ 'annotate.delete': { run: below } })
    registry.register({ 'annotate.delete': { run: vi.fn(), enabled: false } })
    expect(registry.run('annotate.delete')).toBe(false)
    expect(below).not.toHaveBeenCalled()
  })
})

test('the menu is told what can be run, what is on, and under which label', () => {
  const registry = new CommandRegistry()
  const run = () => undefined
  registry.register({
    'edit.undo': { run, label: 'Undo tag claim' },
    'edit.redo': { run, enabled: false, label: 'Redo' },
    'view.library': { run, checked: true },
    'view.annotate': { run, checked: false }
  })
  expect(registry.menuState()).toEqual({
    enabled: ['edit.undo', 'view.library', 'view.annotate'],
    checked: ['view.library'],
    labels: { 'edit.undo': 'Undo tag claim', 'edit.redo': 'Redo' },
    chords: {},
    // The codebook has no layer for them.
    hidden: layerSlots.slice(0, 12).map(tagCommandId)
  })
})

test('listeners hear of each change until they stop, and the version grows with it', () => {
  const registry = new CommandRegistry()
  const listener = vi.fn()
  const stop = registry.subscribe(listener)
  const first = registry.version()
  const remove = registry.register({ 'edit.undo': { run: vi.fn() } })
  const second = registry.version()
  remove()
  expect([second > first, registry.version() > second]).toEqual([true, true])
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
  registry.register({})
  expect(listener).toHaveBeenCalledTimes(2)
})

describe('a layer’s command', () => {
  const withLayer = (key: string[]) => {
    const registry = new CommandRegistry()
    const run = vi.fn()
    registry.register({ 'annotate.tag-4': { run, label: 'Tag as rumour', keys: key } })
    return { registry, run }
  }
  const press = (key: string) => ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false })

  test('has the key its handler says, in the menu and in the text', () => {
    const { registry } = withLayer(['4'])
    expect(registry.menuState()).toMatchObject({ chords: { 'annotate.tag-4': '4' } })
    expect(registry.menuState().hidden).not.toContain('annotate.tag-4')
    expect(registry.commandForKey(press('4'))).toBe('annotate.tag-4')
    expect(registry.printedChord('annotate.tag-4')).toBe('4')
  })

  test('without a key is in the menu and prints none', () => {
    const { registry } = withLayer([])
    expect(registry.menuState().chords).toEqual({ 'annotate.tag-4': '' })
    expect(registry.commandForKey(press('4'))).toBeUndefined()
  })
})

test('a command with nothing to act on is not offered, but its key still answers', () => {
  const registry = new CommandRegistry()
  const run = vi.fn()
  registry.register({ 'annotate.repeat': { run, offered: false } })
  expect(registry.isOffered('annotate.repeat')).toBe(false)
  expect(registry.menuState().enabled).toEqual([])
  expect(registry.run('annotate.repeat')).toBe(true)
  expect(run).toHaveBeenCalledOnce()
})
