import { commands, type CommandDefinition, type CommandId } from '../../contract/commands'

/** The parts of a keyboard event that name a key. */
export interface KeyPress {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

/**
 * The name of a key press as the command table writes it: `j`, `Shift+j`, `?`, `Alt+Shift+ArrowLeft`. Shift is
 * not named where it only reaches the character. Undefined with Ctrl or Meta, which belong to the menu.
 */
export function chordOf(press: KeyPress): string | undefined {
  if (press.ctrlKey || press.metaKey) return undefined
  const isCharacter = [...press.key].length === 1
  const key = isCharacter ? press.key.toLowerCase() : press.key
  const isLetter = isCharacter && key !== press.key.toUpperCase()
  return [press.altKey ? 'Alt' : '', press.shiftKey && (isLetter || !isCharacter) ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}

/** The command that a single key runs in the article text and the annotation list. */
export function commandForKey(press: KeyPress): CommandId | undefined {
  const chord = chordOf(press)
  if (chord === undefined) return undefined
  return commands.find((command: CommandDefinition) => command.keys?.includes(chord))?.id
}

/** The command whose accelerator a key press is: the window knows them too, for keys the menu does not see. */
export function commandForAccelerator(press: KeyPress): CommandId | undefined {
  const isCtrl = press.ctrlKey || press.metaKey
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  const chord = [isCtrl ? 'CmdOrCtrl' : '', press.altKey ? 'Alt' : '', press.shiftKey ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
  return commands.find((command: CommandDefinition) => command.accelerator === chord)?.id
}

const keyNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc'
}

/** The caps to print for a chord or accelerator: `CmdOrCtrl+Shift+Z` → Ctrl, Shift, Z. */
export function keyCaps(chord: string): string[] {
  return chord.split('+').map(key => keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}
