/** Keys that no command can have, with what they do. Those of the text are printed in the help sheet. */
export interface ReservedKeys {
  name: string
  /** With Shift as well, which then extends the selection, unless `isExact`. */
  chords: readonly string[]
  isExact?: boolean
  /** Belongs to the caret in the article text. */
  isCaret?: boolean
}

export const reservedKeys: readonly ReservedKeys[] = [
  { name: 'Move by character', chords: ['ArrowLeft', 'ArrowRight'], isCaret: true },
  { name: 'Move by word', chords: ['CmdOrCtrl+ArrowLeft', 'CmdOrCtrl+ArrowRight'], isCaret: true },
  { name: 'Move by line', chords: ['ArrowUp', 'ArrowDown'], isCaret: true },
  { name: 'Move by sentence', chords: ['Alt+ArrowUp', 'Alt+ArrowDown'], isCaret: true },
  { name: 'Move by paragraph', chords: ['CmdOrCtrl+ArrowUp', 'CmdOrCtrl+ArrowDown'], isCaret: true },
  { name: 'Move to the start or end of the line', chords: ['Home', 'End'], isCaret: true },
  {
    name: 'Move to the start or end of the article',
    chords: ['CmdOrCtrl+Home', 'CmdOrCtrl+End'],
    isCaret: true
  },
  { name: 'Move by page', chords: ['PageUp', 'PageDown'], isCaret: true },
  { name: 'Select all', chords: ['CmdOrCtrl+A'], isExact: true, isCaret: true },
  { name: 'Copy', chords: ['CmdOrCtrl+C'], isExact: true },
  { name: 'Cut', chords: ['CmdOrCtrl+X'], isExact: true },
  { name: 'Paste', chords: ['CmdOrCtrl+V'], isExact: true },
  { name: 'Quit', chords: ['CmdOrCtrl+Q', 'CmdOrCtrl+W', 'Alt+F4'], isExact: true },
  { name: 'Zoom', chords: ['CmdOrCtrl+0', 'CmdOrCtrl+-', 'CmdOrCtrl+=', 'CmdOrCtrl+Plus'] },
  { name: 'Full screen', chords: ['F11'], isExact: true },
  { name: 'Open the menu', chords: ['F10', 'ContextMenu'] },
  { name: 'Move to the next control', chords: ['Tab', 'CmdOrCtrl+Tab'] },
  { name: 'Press a button', chords: [' ', 'CmdOrCtrl+Space', 'Alt+Space'] }
]

/** What a chord is reserved for; undefined when it is free to be given to a command. */
export function reservedFor(chord: string): string | undefined {
  const withoutShift = chord.replace(/\bShift\+/u, '')
  return reservedKeys.find(
    ({ chords, isExact }) => chords.includes(chord) || (isExact !== true && chords.includes(withoutShift))
  )?.name
}
