import { Magnet, Pin } from 'lucide-react'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import { CommandKeyCaps } from '../../commands/CommandKeys'
import { LayerMark } from '../../ui/LayerMark'
import type { CommandRegistry } from '../../commands/command-registry'
import { useContext } from 'react'
import { CommandContext } from '../../commands/use-commands'
import { useHandStore } from './hand-store'
import { snapNames } from './select-commands'
import './hand-state.css'

/** Above the text: what selections snap to, and which tag comes by itself. A click runs the command of each. */
export function HandState({ codebook }: { codebook: Codebook }) {
  const registry: CommandRegistry = useContext(CommandContext)
  const { snapping, stickyLayerId } = useHandStore()
  const layer = stickyLayerId === null ? undefined : findLayer(codebook, stickyLayerId)
  return (
    <div className="hand-state">
      {layer !== undefined && (
        <button
          type="button"
          className="is-sticky"
          title="Each new selection is tagged at once. Esc ends it."
          onClick={() => registry.run('annotate.sticky')}
        >
          <Pin size={13} strokeWidth={1.75} aria-hidden="true" />
          <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
          Sticky: {layer.name}
          <kbd aria-hidden="true">Esc</kbd>
        </button>
      )}
      <button
        type="button"
        title="What selections are widened to"
        aria-label={snapNames[snapping]}
        onClick={() => registry.run('select.snap-next')}
      >
        <Magnet size={13} strokeWidth={1.75} aria-hidden="true" />
        <span>
          <span className="hand-state-what">Snap: </span>
          <span className="hand-state-value">{snapNames[snapping].replace('Snap: ', '')}</span>
        </span>
        <CommandKeyCaps command="select.snap-next" />
      </button>
    </div>
  )
}
