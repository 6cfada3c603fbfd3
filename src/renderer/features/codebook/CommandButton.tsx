import { useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { CommandId } from '../../../contract/commands'
import { CommandContext } from '../../commands/use-commands'
import { Button } from '../../ui/Button'

interface CommandButtonProps {
  id: CommandId
  look?: 'default' | 'primary'
  children: ReactNode
}

/** A button that runs a command, for as long as the command can be run. */
export function CommandButton({ id, look = 'default', children }: CommandButtonProps) {
  const registry = useContext(CommandContext)
  useSyncExternalStore(registry.subscribe, registry.version)
  const handler = registry.handler(id)
  return (
    <Button
      look={look}
      disabled={handler === undefined || handler.enabled === false}
      onClick={() => void registry.run(id)}
    >
      {children}
    </Button>
  )
}
