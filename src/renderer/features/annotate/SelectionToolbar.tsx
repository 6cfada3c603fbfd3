import type { Layer } from '../../../core/project/codebook'
import { LayerMark } from '../../ui/LayerMark'
import type { Anchor } from './annotate-store'

interface SelectionToolbarProps {
  layers: readonly Layer[]
  anchor: Anchor
  /** The area the toolbar must stay inside, in client pixels. */
  bounds: DOMRect
  onTag(layer: Layer): void
}

const width = 400
const height = 36

/** The toolbar "Tag selection": below the end of the selection, or above where there is no room. */
export function SelectionToolbar({ layers, anchor, bounds, onTag }: SelectionToolbarProps) {
  const below = anchor.bottom + 6
  const top = below + height > bounds.bottom ? anchor.top - height - 6 : below
  const left = Math.max(bounds.left + 8, Math.min(anchor.x - 150, bounds.right - width - 8))
  return (
    <div className="selection-toolbar" role="toolbar" aria-label="Tag selection" style={{ top, left }}>
      {layers.map(layer => (
        <button
          key={layer.id}
          type="button"
          // Keeps the text selected and the keyboard in the article.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onTag(layer)}
        >
          <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
          {layer.name}
          <kbd aria-hidden="true">{layer.key}</kbd>
        </button>
      ))}
    </div>
  )
}
