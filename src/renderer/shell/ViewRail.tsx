import {
  BookMarked,
  CalendarRange,
  Columns3,
  FileOutput,
  Highlighter,
  LibraryBig,
  Scale,
  Settings2,
  Users,
  type LucideIcon
} from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { CommandId } from '../../contract/commands'
import type { CommandRegistry } from '../commands/command-registry'
import type { View } from './session-store'

interface Entry {
  command: CommandId
  name: string
  icon: LucideIcon
  view?: View
}

const entries: readonly Entry[] = [
  { command: 'view.library', name: 'Library', icon: LibraryBig, view: 'library' },
  { command: 'view.annotate', name: 'Annotate', icon: Highlighter, view: 'annotate' },
  { command: 'view.perspectives', name: 'Perspectives', icon: Columns3, view: 'perspectives' },
  { command: 'view.timeline', name: 'Timeline', icon: CalendarRange, view: 'timeline' },
  { command: 'view.ledger', name: 'Ledger', icon: Scale, view: 'ledger' },
  { command: 'view.codebook', name: 'Codebook', icon: BookMarked, view: 'codebook' },
  { command: 'view.registers', name: 'Registers', icon: Users, view: 'registers' }
]
const lowerEntries: readonly Entry[] = [
  { command: 'dataset.export', name: 'Export', icon: FileOutput },
  { command: 'view.settings', name: 'Settings', icon: Settings2, view: 'settings' }
]

/** The navigation "Views" on the left. */
export function ViewRail({ view, registry }: { view: View; registry: CommandRegistry }) {
  useSyncExternalStore(registry.subscribe, registry.version)
  const button = ({ command, name, icon: Icon, view: target }: Entry) => (
    <button
      key={command}
      type="button"
      aria-current={target !== undefined && target === view ? 'page' : undefined}
      aria-keyshortcuts={registry.keysOf(command).accelerator?.replace('CmdOrCtrl', 'Control')}
      disabled={registry.handler(command)?.enabled === false || registry.handler(command) === undefined}
      onClick={() => registry.run(command)}
    >
      <Icon size={19} strokeWidth={1.75} aria-hidden="true" />
      <span>{name}</span>
    </button>
  )
  return (
    <nav className="view-rail" aria-label="Views" data-pane="views">
      {entries.map(button)}
      <span className="grow" />
      {lowerEntries.map(button)}
    </nav>
  )
}
