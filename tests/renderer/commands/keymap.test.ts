import { describe, expect, test } from 'vitest'
import { commands, type CommandDefinition } from '../../../src/contract/commands'
import { acceleratorOf, chordOf, keyCaps } from '../../../src/renderer/commands/keymap'

const press = (
  key: string,
  modifiers: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}
) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...modifiers
})

describe('keys', () => {
  test.each([
    ['a letter', press('j'), 'j'],
    ['a letter with caps lock', press('J'), 'j'],
    // Otherwise Shift+B, pressed for a capital letter, would move an annotation's boundaries.
    ['a letter with Shift', press('J', { shiftKey: true }), 'Shift+j'],
    ['a letter with Shift and caps lock', press('j', { shiftKey: true }), 'Shift+j'],
    ['a digit that needs Shift on its keyboard', press('1', { shiftKey: true }), '1'],
    ['a character that needs Shift keeps its own name', press('?', { shiftKey: true }), '?'],
    [
      'a named key with modifiers',
      press('ArrowLeft', { altKey: true, shiftKey: true }),
      'Alt+Shift+ArrowLeft'
    ],
    ['Ctrl belongs to the menu', press('z', { ctrlKey: true }), undefined],
    ['so does Meta', press('z', { metaKey: true }), undefined]
  ])('%s', (_name, event, chord) => expect(chordOf(event)).toBe(chord))

  test.each([
    ['a shortcut', press('z', { ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+Shift+Z'],
    ['one of macOS', press('z', { metaKey: true }), 'CmdOrCtrl+Z'],
    ['a function key', press('F8', { shiftKey: true }), 'Shift+F8'],
    ['a sign that separates', press('+', { ctrlKey: true }), 'CmdOrCtrl+Plus']
  ])('%s as an accelerator', (_name, event, chord) => expect(acceleratorOf(event)).toBe(chord))

  test('no two commands share a key or an accelerator', () => {
    const definitions: readonly CommandDefinition[] = commands
    for (const keys of [
      definitions.flatMap(command => command.keys ?? []),
      definitions.flatMap(command => command.accelerator ?? [])
    ])
      expect(new Set(keys).size).toBe(keys.length)
  })

  test('caps are printed as keyboards print them', () => {
    expect(keyCaps('CmdOrCtrl+Shift+z')).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keyCaps('Alt+ArrowRight')).toEqual(['Alt', '→'])
  })
})
