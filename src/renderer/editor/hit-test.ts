import type { AnnotationIndex } from '../../core/annotation/annotation-index'
import type { AnnotationId } from '../../core/project/ids'
import type { DomPositions } from './position-map'

/** Underlines lie below the letters: a click on one is meant for the text above it. In px. */
const underlineReachPx = 9
const slackPx = 2

/** The annotations under a point of the window, shortest first; none when the point is beside the text. */
export function annotationsAt(
  positions: DomPositions,
  index: AnnotationIndex,
  x: number,
  y: number
): AnnotationId[] {
  const offset = characterAt(positions, x, y) ?? characterAt(positions, x, y - underlineReachPx)
  return offset === null ? [] : index.atOffset(offset).map(annotation => annotation.id)
}

/** The offset of the character drawn at a point, or null. */
function characterAt(positions: DomPositions, x: number, y: number): number | null {
  // The browser answers the nearest place, also for a point far beside the line.
  const caret = caretFromPoint(x, y)
  if (caret === null || !(caret.node instanceof Text)) return null
  const text = caret.node
  for (const local of [caret.offset, caret.offset - 1]) {
    if (local < 0 || local >= text.length) continue
    const range = document.createRange()
    range.setStart(text, local)
    range.setEnd(text, local + 1)
    const isHit = [...range.getClientRects()].some(
      rect =>
        x >= rect.left - slackPx &&
        x <= rect.right + slackPx &&
        y >= rect.top - slackPx &&
        y <= rect.bottom + slackPx
    )
    if (isHit) return positions.offset(text, local)
  }
  return null
}

function caretFromPoint(x: number, y: number): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint?.(x, y)
  return position ? { node: position.offsetNode, offset: position.offset } : null
}

/** The text offset nearest to a point, for moving the caret there. */
export function offsetNear(positions: DomPositions, x: number, y: number): number | null {
  const caret = caretFromPoint(x, y)
  return caret && positions.offset(caret.node, caret.offset)
}
