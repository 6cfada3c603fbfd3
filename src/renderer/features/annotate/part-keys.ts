import { commands, type CommandDefinition } from '../../../contract/commands'
import { contentRole } from '../../../core/annotation/parts'
import { keyCaps } from '../../commands/keymap'

/** The key that marks a selection as this part, as one cap: "F", "⇧S". Empty for a role without a key. */
export function partKeyCaps(role: string): string {
  const id = role === contentRole ? 'annotate.add-span' : `annotate.mark-${role}`
  const command = commands.find((candidate: CommandDefinition) => candidate.id === id) as
    CommandDefinition | undefined
  return keyCaps(command?.keys?.[0] ?? '')
    .map(cap => (cap === 'Shift' ? '⇧' : cap))
    .join('')
}
