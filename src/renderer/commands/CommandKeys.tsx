import { useContext, useSyncExternalStore } from 'react'
import type { CommandId } from '../../contract/commands'
import { keyCaps } from './keymap'
import { CommandContext } from './use-commands'

/** The key of a command as caps, as it is now; nothing for a command without one. Not read out. */
export function CommandKeyCaps({ command }: { command: CommandId }) {
  const registry = useContext(CommandContext)
  useSyncExternalStore(registry.subscribe, registry.version)
  const chord = registry.printedChord(command)
  return chord === undefined ? null : <KeyCaps chord={chord} />
}

/** The caps of one chord. */
export function KeyCaps({ chord }: { chord: string }) {
  return keyCaps(chord).map((cap, i) => (
    <kbd key={i} aria-hidden="true">
      {cap}
    </kbd>
  ))
}
