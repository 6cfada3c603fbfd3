import { commands, type CommandDefinition } from '../../../contract/commands'
import type { TakenKeys } from '../../../core/codebook/keys'

/** The commands' single keys. Those that tag are not among them: they are the layers' own. */
export const takenKeys: TakenKeys = new Map(
  (commands as readonly (CommandDefinition & { id: string })[])
    .filter(command => !command.id.startsWith('annotate.tag-'))
    .flatMap(command =>
      (command.keys ?? [])
        .filter(key => key.length === 1)
        .map((key): [string, string] => [key, command.title.replace('…', '')])
    )
)
