import type { PlacedLane, PlacedLink } from '../../../core/chronology/timeline-layout'
import { relationKinds } from '../../../core/annotation/relations'
import type { AnnotationId } from '../../../core/project/ids'

interface RelationLinksProps {
  links: readonly PlacedLink[]
  selected: AnnotationId | null
  eventOf(report: AnnotationId): AnnotationId | undefined
  /** Those on screen. */
  lanes: readonly PlacedLane[]
}

/** Relations as quiet arcs with an arrow; those of the selected event stand out. */
export function RelationLinks({ links, selected, eventOf, lanes }: RelationLinksProps) {
  const top = lanes[0]?.top ?? 0
  const last = lanes.at(-1)
  const bottom = last === undefined ? 0 : last.top + last.height
  const isOnScreen = ({ y1, y2 }: PlacedLink) => Math.max(y1, y2) >= top && Math.min(y1, y2) <= bottom
  return (
    <g className="tl-links">
      <defs>
        <marker
          id="tl-arrow"
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={7}
          markerHeight={7}
          orient="auto"
        >
          <path d="M1 1 7 4 1 7" />
        </marker>
      </defs>
      {links.filter(isOnScreen).map(link => {
        const { relation } = link
        const isOfSelected =
          selected !== null && (eventOf(relation.from) === selected || eventOf(relation.to) === selected)
        return (
          <path
            key={relation.id}
            d={arc(link)}
            markerEnd="url(#tl-arrow)"
            data-type={relation.type}
            data-selected={isOfSelected}
          >
            <title>{relationKinds.find(({ type }) => type === relation.type)?.verb}</title>
          </path>
        )
      })}
    </g>
  )
}

/** From one mark to another: within a row an arc above it, between rows an S. Both ends keep off the marks. */
function arc({ x1, y1, x2, y2 }: PlacedLink): string {
  const gap = 8
  if (Math.abs(y1 - y2) < 4) {
    const rise = Math.min(26, 10 + Math.abs(x2 - x1) / 12)
    return `M${x1} ${y1 - gap}C${x1} ${y1 - gap - rise} ${x2} ${y2 - gap - rise} ${x2} ${y2 - gap}`
  }
  const down = y2 > y1 ? 1 : -1
  const bend = Math.min(60, Math.abs(y2 - y1) / 2)
  return `M${x1} ${y1 + gap * down}C${x1} ${y1 + (gap + bend) * down} ${x2} ${y2 - (gap + bend) * down} ${x2} ${y2 - gap * down}`
}
