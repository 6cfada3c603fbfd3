import { X } from 'lucide-react'
import { useRef, type CSSProperties } from 'react'
import { shorten } from '../../../../core/annotation/describe'
import { contentRole, namedSpans, roleName, type NamedSpan } from '../../../../core/annotation/parts'
import type { TextRange } from '../../../../core/annotation/spans'
import type { Layer } from '../../../../core/project/codebook'
import type { Annotation } from '../../../../core/project/entities'
import { IconButton } from '../../../ui/IconButton'
import { lineColour } from '../../../ui/layer-colour'
import { PartKey } from '../PartKey'

interface PartsProps {
  annotation: Annotation
  layer: Layer
  onGoTo(range: TextRange): void
  onRemove(spanIndex: number): void
}

/** About two lines of the inspector, in UTF-16 units. */
const shownLength = 72

/**
 * The group "Parts": the passages of a split quotation, then who speaks, by which word, on which date; roles
 * of the layer that are not marked say so with their key. A single passage is the quote above the group.
 */
export function Parts({ annotation, layer, onGoTo, onRemove }: PartsProps) {
  const group = useRef<HTMLDivElement>(null)
  const spans = namedSpans(annotation, layer)
  const isSplit = spans.filter(({ span }) => span.role === contentRole).length > 1
  const shown = spans.filter(({ span }) => span.role !== contentRole || isSplit)
  const unmarked = layer.spanRoles.filter(
    role => role !== contentRole && spans.every(({ span }) => span.role !== role)
  )
  if (shown.length === 0 && unmarked.length === 0) return null
  const remove = (spanIndex: number) => {
    onRemove(spanIndex)
    // The button goes with its row; the keyboard stays in the group.
    group.current?.focus()
  }
  return (
    <div role="group" aria-label="Parts" ref={group} tabIndex={-1} className="parts">
      <ul style={{ '--part-line': lineColour(layer.colour) } as CSSProperties}>
        {shown.map(part => (
          <Part
            key={`${part.span.role}-${part.span.startUtf16}-${part.span.endUtf16}`}
            part={part}
            onGoTo={onGoTo}
            onRemove={remove}
          />
        ))}
        {unmarked.map(role => (
          <li key={role}>
            <span className="parts-role">{roleName(role)}</span>
            <span className="parts-unmarked">
              Not marked
              <PartKey role={role} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PartProps {
  part: NamedSpan
  onGoTo(range: TextRange): void
  onRemove(spanIndex: number): void
}

function Part({ part: { span, spanIndex, name }, onGoTo, onRemove }: PartProps) {
  const quote = shorten(span.quote, shownLength)
  return (
    <li>
      <span className="parts-role" aria-hidden="true">
        {name}
      </span>
      <button
        type="button"
        className="parts-quote"
        aria-label={`${name}: ${quote}`}
        title={span.quote}
        onClick={() => onGoTo(span)}
      >
        <span data-role={span.role}>{quote}</span>
      </button>
      <IconButton
        label={`Remove ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
        icon={X}
        onClick={() => onRemove(spanIndex)}
      />
    </li>
  )
}
