import type { LucideIcon } from 'lucide-react'
import { useContext } from 'react'
import { commandDefinition, type CommandId } from '../../../contract/commands'
import { CommandContext } from '../../commands/use-commands'

interface ReaderToolProps {
  command: Extract<CommandId, 'edit.find' | 'view.filter'>
  icon: LucideIcon
  isPressed: boolean
  /** Shown beside the name when it is more than none. */
  count?: number
}

const names = { 'edit.find': 'Find in article', 'view.filter': 'Filter' } as const

/** A button of the reader's tool bar that opens one of its bars. */
export function ReaderTool({ command, icon: Icon, isPressed, count = 0 }: ReaderToolProps) {
  const registry = useContext(CommandContext)
  const keys = commandDefinition(command).accelerator?.replace('CmdOrCtrl', 'Control')
  const name = names[command]
  return (
    <button
      type="button"
      className="reader-tool"
      aria-label={count === 0 ? name : `${name}, ${count === 1 ? '1 condition' : `${count} conditions`}`}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      title={`${name} (${keys?.replace('Control', 'Ctrl') ?? ''})`}
      onClick={() => registry.run(command)}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <span className="reader-tool-name">{command === 'view.filter' ? 'Filter' : 'Find'}</span>
      {count > 0 && <em aria-hidden="true">{count}</em>}
    </button>
  )
}
