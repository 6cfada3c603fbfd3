import { ArrowLeft } from 'lucide-react'
import { CommandKeyCaps } from '../commands/CommandKeys'
import { Button } from '../ui/Button'
import { useSession } from './session-store'
import { viewNames } from './shown-view'

/** The way back to the view from which a passage was opened; nothing when it was not. */
export function BackBar() {
  const cameFrom = useSession(state => state.cameFrom)
  const goBack = useSession(state => state.goBack)
  if (cameFrom === null) return null
  return (
    <div className="back-bar">
      <Button look="quiet" onClick={goBack}>
        <ArrowLeft size={14} aria-hidden="true" />
        Back to {viewNames[cameFrom.view]}
      </Button>
      <CommandKeyCaps command="view.back" />
    </div>
  )
}
