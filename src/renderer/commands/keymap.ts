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

/** The name of a key press as accelerators are written: `CmdOrCtrl+Shift+Z`, `Alt+6`, `F8`. */
export function acceleratorOf(press: KeyPress): string {
  const isCtrl = press.ctrlKey || press.metaKey
  const named = press.key === '+' ? 'Plus' : press.key === ' ' ? 'Space' : press.key
  const key = named.length === 1 ? named.toUpperCase() : named
  return [isCtrl ? 'CmdOrCtrl' : '', press.altKey ? 'Alt' : '', press.shiftKey ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}

const keyNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Plus: '+'
}

/** The caps to print for a chord or accelerator: `CmdOrCtrl+Shift+Z` → Ctrl, Shift, Z. */
export function keyCaps(chord: string): string[] {
  return chord.split('+').map(key => keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

/** A chord in one word, for sentences and tooltips: "Ctrl+Shift+Z". */
export function keyName(chord: string): string {
  return keyCaps(chord).join('+')
}
