/**
 * A chord is written as Electron writes accelerators where it works everywhere in the window
 * (`CmdOrCtrl+Shift+Z`, `F8`, `Alt+6`), and as `KeyboardEvent.key` with its modifiers where it works in the
 * article text only (`j`, `Shift+s`, `Alt+ArrowLeft`).
 */

/** Whether a chord works everywhere: it cannot be typed, and moves nothing in a text field. */
export function isAccelerator(chord: string): boolean {
  return /^CmdOrCtrl\+|^Alt\+(?:Shift\+)?[^+]$|(?:^|\+)F\d{1,2}$/u.test(chord)
}

/** How a chord stands in a native menu; undefined for keys that menus cannot name. */
export function menuAccelerator(chord: string): string | undefined {
  const key = chord.split('+').at(-1) ?? ''
  const isKnown =
    /^[!-~]$|^F\d{1,2}$|^Arrow|^(?:Delete|Backspace|Enter|Escape|Insert|Space|Plus|Home|End)$/u.test(key)
  return isKnown ? chord.replace(/Arrow(Up|Down|Left|Right)$/u, '$1') : undefined
}
