import { isAccelerator } from '../../contract/chords'
import { commands, type CommandId } from '../../contract/commands'
import type { KeyBindings } from './key-bindings'
import type { KeyHolder } from './codebook-keys'
import { acceleratorOf, chordOf, type KeyPress } from './keymap'
import { reservedFor } from './reserved-keys'

const modifiers = [
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Unidentified',
  'Process'
]

/** The chord of a key press that is to become a command's; undefined while only modifiers are held. */
export function recordedChord(press: KeyPress): string | undefined {
  if (modifiers.includes(press.key)) return undefined
  const accelerator = acceleratorOf(press)
  return isAccelerator(accelerator) ? accelerator : chordOf(press)
}

/** Who has a chord already, in words, were `id` to get it: a fixed use, another command, or the codebook. */
export function holderOf(
  chord: string,
  id: CommandId,
  bindings: KeyBindings,
  fromCodebook: readonly KeyHolder[]
): string | undefined {
  const reserved = reservedFor(chord)
  if (reserved !== undefined) return reserved
  const other = commands.find(command => command.id !== id && bindings.chordsOf(command.id).includes(chord))
  return other?.title.replace(/…$/u, '') ?? fromCodebook.find(holder => holder.chord === chord)?.name
}
