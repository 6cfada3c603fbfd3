import { createContext, useContext, useEffect } from 'react'
import { CommandRegistry, type CommandHandlers } from './command-registry'

export const CommandContext = createContext(new CommandRegistry())

/** Offers these handlers while the component is on screen. */
export function useCommands(handlers: CommandHandlers): CommandRegistry {
  const registry = useContext(CommandContext)
  useEffect(() => registry.register(handlers), [registry, handlers])
  return registry
}

/** Offers these handlers in place of anyone else's while the component is on screen. */
export function useOverridingCommands(handlers: CommandHandlers): void {
  const registry = useContext(CommandContext)
  useEffect(() => registry.register(handlers, { isOverride: true }), [registry, handlers])
}
