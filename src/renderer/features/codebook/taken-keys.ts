import { useContext, useMemo, useSyncExternalStore } from 'react'
import { commandDefinition, commands } from '../../../contract/commands'
import type { TakenKeys } from '../../../core/codebook/keys'
import type { KeyBindings } from '../../commands/key-bindings'
import { CommandContext } from '../../commands/use-commands'

/** The commands' single keys as they are now. Those that tag are not among them: they are the layers' own. */
export function takenKeys(bindings: KeyBindings): TakenKeys {
  return new Map(
    commands.flatMap(({ id }) =>
      bindings
        .keysOf(id)
        .keys.filter(key => key.length === 1)
        .map((key): [string, string] => [key, commandDefinition(id).title.replace('…', '')])
    )
  )
}

/** The keys that layers, attributes and options cannot have. */
export function useTakenKeys(): TakenKeys {
  const { bindings } = useContext(CommandContext)
  const version = useSyncExternalStore(bindings.subscribe, bindings.version)
  return useMemo(() => (version < 0 ? new Map() : takenKeys(bindings)), [bindings, version])
}
