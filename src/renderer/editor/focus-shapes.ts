import { subtractRanges } from '../../core/annotation/lanes'
import type { Annotation } from '../../core/project/entities'
import type { BlockBand } from './block-band'
import type { DomPositions } from './position-map'

/** What a highlight cannot draw. Px from the top left corner of the article's box. */
export interface FocusShape {
  kind: 'source' | 'part' | 'cue' | 'thread'
  left: number
  top: number
  width: number
  height: number
}

/** A space that hangs over a line's end is narrower than this and gets no box. */
const narrowestPx = 5

/** The outlines and threads of one annotation, one shape per line of text, within a band of blocks. */
export function focusShapes(
  annotation: Annotation,
  positions: DomPositions,
  band: BlockBand,
  origin: DOMRect
): FocusShape[] {
  const shapes: FocusShape[] = []
  const add = (kind: FocusShape['kind'], startUtf16: number, endUtf16: number): void => {
    for (const rect of positions.rects({ startUtf16, endUtf16 }, band.first, band.last)) {
      const { width, height } = rect
      if (width < narrowestPx) continue
      shapes.push({ kind, left: rect.left - origin.left, top: rect.top - origin.top, width, height })
    }
  }
  const pieces = annotation.spans
    .filter(span => span.role === 'content')
    .sort((a, b) => a.startUtf16 - b.startUtf16)
  const parts = annotation.spans.filter(span => span.role !== 'content')
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1]
    if (next === undefined || next.startUtf16 <= piece.endUtf16) return
    const gap = { startUtf16: piece.endUtf16, endUtf16: next.startUtf16 }
    for (const { startUtf16, endUtf16 } of subtractRanges(gap, parts)) add('thread', startUtf16, endUtf16)
  })
  for (const part of parts) add(partKind(part.role), part.startUtf16, part.endUtf16)
  return shapes
}

/** A cue has dashed rules, a source a solid box; every other part (a trigger, a date) a dashed box. */
function partKind(role: string): FocusShape['kind'] {
  return role === 'cue' || role === 'source' ? role : 'part'
}
