import type { LucideIcon } from 'lucide-react'
import { useContext, useSyncExternalStore } from 'react'
import { commandDefinition } from '../../../contract/commands'
import { CommandContext } from '../../commands/use-commands'
import { IconButton } from '../../ui/IconButton'

type PaneCommand = 'view.toggle-list' | 'view.toggle-inspector'

interface PaneToggleProps {
  command: PaneCommand
  icon: LucideIcon
}

/** Shows or hides a side pane, by the command that the menu has for it. */
export function PaneToggle({ command, icon }: PaneToggleProps) {
  const registry = useContext(CommandContext)
  useSyncExternalStore(registry.subscribe, registry.version)
  const { title } = commandDefinition(command)
  const { accelerator } = registry.keysOf(command)
  return (
    <IconButton
      id={toggleId(command)}
      label={title}
      icon={icon}
      aria-pressed={registry.handler(command)?.checked === true}
      aria-keyshortcuts={accelerator?.replace('CmdOrCtrl', 'Control')}
      onClick={() => registry.run(command)}
    />
  )
}

/** For a pane that hides itself: the keyboard stays where the pane can be brought back. */
export function focusPaneToggle(command: PaneCommand): void {
  document.getElementById(toggleId(command))?.focus()
}

function toggleId(command: PaneCommand): string {
  return `pane-${command}`
}
