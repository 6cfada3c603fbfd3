import { describe, expect, test, vi } from 'vitest'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { codebookKeys, layerKeys } from '../../../src/renderer/commands/codebook-keys'
import { KeyBindings } from '../../../src/renderer/commands/key-bindings'
import { holderOf, recordedChord } from '../../../src/renderer/commands/key-clash'

/** What a computer remembers between two starts. */
function memory(text: string | null = null) {
  let stored = text
  return { read: () => stored, write: (next: string) => (stored = next), stored: () => stored }
}

describe('keys that were chosen', () => {
  test('take the place of those of the table, and a reset brings these back', () => {
    const bindings = new KeyBindings(memory())
    expect(bindings.chordsOf('help.keys')).toEqual(['F1', '?'])
    bindings.choose('help.keys', ['CmdOrCtrl+Shift+K'])
    expect(bindings.keysOf('help.keys')).toEqual({ accelerator: 'CmdOrCtrl+Shift+K', keys: [] })
    expect(bindings.commandFor('?', 'text')).toBeUndefined()
    expect(bindings.commandFor('CmdOrCtrl+Shift+K', 'window')).toBe('help.keys')
    bindings.reset('help.keys')
    expect(bindings.chordsOf('help.keys')).toEqual(['F1', '?'])
  })

  test('outlive a restart, and a reset of all does too', () => {
    const kept = memory()
    const first = new KeyBindings(kept)
    first.choose('annotate.next', ['h'])
    first.choose('annotate.memo', [])
    const second = new KeyBindings(kept)
    expect(second.chordsOf('annotate.next')).toEqual(['h'])
    expect(second.chordsOf('annotate.memo')).toEqual([])
    second.resetAll()
    expect(new KeyBindings(kept).isAnyChosen).toBe(false)
  })

  test.each(['not json', '[]', 'null', '{"annotate.next":5,"gone":["x"],"annotate.memo":[1]}'])(
    'are forgotten when %s was stored',
    text => expect(new KeyBindings(memory(text)).isAnyChosen).toBe(false)
  )

  test('are told to whoever listens', () => {
    const bindings = new KeyBindings()
    const listener = vi.fn()
    bindings.subscribe(listener)
    bindings.choose('annotate.next', ['h'])
    bindings.reset('annotate.previous')
    expect(listener).toHaveBeenCalledOnce()
  })
})

describe('a key is refused, with the name of who has it', () => {
  const fromCodebook = codebookKeys(builtInCodebook)
  test.each([
    ['another command', 'k', 'Previous annotation'],
    ['another command of the window', 'CmdOrCtrl+K', 'Search or run a command'],
    ['a layer', '2', 'Tag as perspective'],
    ['an attribute', 'a', 'Claimant'],
    ['an option', 'o', 'Stance: Opposes'],
    ['the caret', 'ArrowDown', 'Move by line'],
    ['the caret while selecting', 'Alt+Shift+ArrowUp', 'Move by sentence'],
    ['the clipboard', 'CmdOrCtrl+C', 'Copy'],
    ['the menus', 'F10', 'Open the menu'],
    ['what leaves a control', 'Shift+Tab', 'Move to the next control']
  ])('%s', (_name, chord, holder) =>
    expect(holderOf(chord, 'annotate.next', new KeyBindings(), fromCodebook)).toContain(holder)
  )

  test('its own key, and one that another command has given up, are free', () => {
    const bindings = new KeyBindings()
    expect(holderOf('j', 'annotate.next', bindings, fromCodebook)).toBeUndefined()
    bindings.choose('annotate.previous', ['h'])
    expect(holderOf('k', 'annotate.next', bindings, fromCodebook)).toBeUndefined()
    expect(holderOf('h', 'annotate.next', bindings, fromCodebook)).toBe('Previous annotation')
  })
})

describe('a key press as it is recorded', () => {
  const press = (key: string, modifiers: object = {}) => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...modifiers
  })
  test.each([
    ['a letter', press('h'), 'h'],
    ['with Shift', press('H', { shiftKey: true }), 'Shift+h'],
    ['with Ctrl', press('h', { ctrlKey: true }), 'CmdOrCtrl+H'],
    ['with Alt', press('9', { altKey: true }), 'Alt+9'],
    ['a function key', press('F9'), 'F9'],
    ['an arrow with Alt stays in the text', press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    ['only modifiers', press('Shift', { shiftKey: true }), undefined],
    ['a dead key', press('Dead'), undefined]
  ])('%s', (_name, event, chord) => expect(recordedChord(event)).toBe(chord))
})

describe('layers have the keys of the codebook', () => {
  const layer = (id: string, key: string, retired?: true) => ({
    ...builtInCodebook.layers[0]!,
    id: id as (typeof builtInCodebook.layers)[number]['id'],
    key,
    ...(retired === undefined ? {} : { retired })
  })
  const keysOf = (...layers: ReturnType<typeof layer>[]) =>
    Object.fromEntries(layerKeys({ ...builtInCodebook, layers }, chord => chord === 'j'))

  test('all of them, digits and letters', () => {
    expect(keysOf(layer('a', '1'), layer('b', '7'), layer('c', 'G'))).toEqual({ a: '1', b: '7', c: 'g' })
  })
  test('none that a command or an earlier layer has', () => {
    expect(keysOf(layer('a', 'j'), layer('b', '5'), layer('c', '5'))).toEqual({ b: '5' })
  })
  test('none for a layer that is no longer offered', () => {
    expect(keysOf(layer('a', '1', true), layer('b', '1'))).toEqual({ b: '1' })
  })
})
