import { commands } from '../../../contract/commands'
import { contentRole } from '../../../core/annotation/parts'
import type { CommandRegistry } from '../../commands/command-registry'
import { keyCaps } from '../../commands/keymap'

/** The key that marks a selection as this part, as one cap: "F", "⇧S". Empty for a role without a key. */
export function partKeyCaps(role: string, registry: CommandRegistry): string {
  const id = role === contentRole ? 'annotate.add-span' : `annotate.mark-${role}`
  const command = commands.find(candidate => candidate.id === id)
  const chord = command === undefined ? undefined : registry.printedChord(command.id)
  return keyCaps(chord ?? '')
    .map(cap => (cap === 'Shift' ? '⇧' : cap))
    .join('')
}
