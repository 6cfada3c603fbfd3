import { createContext, useContext, useEffect } from 'react'
import { CommandRegistry, type CommandHandlers } from './command-registry'

export const CommandContext = createContext(new CommandRegistry())

/** Offers these handlers while the component is on screen. */
export function useCommands(handlers: CommandHandlers): CommandRegistry {
  const registry = useContext(CommandContext)
  useEffect(() => registry.register(handlers), [registry, handlers])
  return registry
}
