import { useEffect, useState, type RefObject } from 'react'
import { cardLinks } from '../../../../core/perspective/card-links'
import type { AnnotationId } from '../../../../core/project/ids'
import type { Study } from '../../../../core/project/study'

interface LinkLinesProps {
  study: Study
  /** Whose links are drawn. */
  annotation: AnnotationId
  /** The card they begin at. */
  card: string
  container: RefObject<HTMLElement | null>
}

interface Line {
  id: string
  path: string
  /** Around the card at the other end. */
  end: DOMRect
  isDisputing: boolean
}

/** Lines from the focused card to the cards it is related to, as far as both are on the page. */
export function LinkLines({ study, annotation, card, container }: LinkLinesProps) {
  const [lines, setLines] = useState<readonly Line[]>([])
  useEffect(() => {
    const element = container.current
    if (element === null) return
    // Told at once and whenever cards that become known move what lies below them.
    const resizes = new ResizeObserver(() => setLines(linesFrom(element, study, annotation, card)))
    resizes.observe(element)
    return () => resizes.disconnect()
  }, [container, study, annotation, card])
  return (
    <svg className="card-lines" aria-hidden="true">
      {lines.map(({ id, path, end, isDisputing }) => (
        <g key={id}>
          <path d={path} strokeDasharray={isDisputing ? '5 4' : undefined} markerEnd="url(#card-line-end)" />
          <rect x={end.x} y={end.y} width={end.width} height={end.height} rx={8} />
        </g>
      ))}
      <defs>
        <marker
          id="card-line-end"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M1 1 7 4 1 7" />
        </marker>
      </defs>
    </svg>
  )
}

function linesFrom(
  container: HTMLElement,
  study: Study,
  annotation: AnnotationId,
  card: string
): readonly Line[] {
  const own = container.querySelector(`[data-card="${CSS.escape(card)}"]`)
  if (own === null) return []
  const origin = container.getBoundingClientRect()
  const place = (element: Element) => {
    const box = element.getBoundingClientRect()
    return new DOMRect(box.left - origin.left, box.top - origin.top, box.width, box.height)
  }
  return cardLinks(study, annotation).flatMap(({ relation, type, isOutgoing, other }): Line[] => {
    const end = container.querySelector(`[data-annotation="${CSS.escape(other)}"]`)
    if (end === null) return []
    const [from, to] = isOutgoing ? [place(own), place(end)] : [place(end), place(own)]
    return [
      {
        id: `${relation}${String(isOutgoing)}`,
        path: curve(from, to),
        end: isOutgoing ? to : from,
        isDisputing: type === 'disputes'
      }
    ]
  })
}

/** From the side of one card to the facing side of the other; in one column around the left of both. */
function curve(from: DOMRect, to: DOMRect): string {
  const [startY, endY] = [from.top + 18, to.top + 18]
  if (Math.abs(from.left - to.left) < 8) {
    const x = from.left + 2
    return `M${x} ${startY}C${x - 18} ${startY} ${x - 18} ${endY} ${x} ${endY}`
  }
  const isRight = to.left > from.left
  const startX = isRight ? from.right : from.left
  const endX = isRight ? to.left : to.right
  const bend = (endX - startX) / 2
  return `M${startX} ${startY}C${startX + bend} ${startY} ${endX - bend} ${endY} ${endX} ${endY}`
}
