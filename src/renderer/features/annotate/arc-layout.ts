import type { MarginPlace } from './margin-layout'

/** Where cards begin, in pixels from the left of the drawing; lines run in the gap before it. */
export const cardEdge = 18

/** The line from a card's top to its middle. */
const middle = 13
/** How far the innermost line reaches into the gap, how much further each next one, and the furthest. */
const bulges = { first: 7, step: 4, last: 17 }
const labelHeight = 20
const edgeGap = 6

/** The other end of a relation of the focused annotation. `Id` is an annotation's. */
export interface ArcEnd<Id> {
  /** Of the relation. */
  id: string
  other: Id
  /** Beside the text; undefined where it has none now. */
  place: MarginPlace<Id> | undefined
  /** In the open article's text; null when it is in another article. */
  startUtf16: number | null
  verb: string
  name: string
  arrow: 'other' | 'focused' | 'none'
}

/** A relation as it is drawn. Pixels from the top of the sheet. */
export interface Arc<Id> extends ArcEnd<Id> {
  fromY: number
  toY: number
  bulge: number
  labelTop: number
  side: 'in-view' | 'above' | 'below'
  /** The other end has no card of its own: its label has to name it. */
  isMark: boolean
}

/**
 * Places the lines from the focused card. What ends out of view is drawn to a label at the edge, those above
 * from the top down and those below from the bottom up, so that no two labels lie on one another.
 */
export function layOutArcs<Id>(
  focused: MarginPlace<Id>,
  focusedStartUtf16: number,
  ends: readonly ArcEnd<Id>[],
  view: { top: number; bottom: number }
): Arc<Id>[] {
  const fromY = focused.top + middle
  const labels = new Map<number, number>()
  const away = { above: 0, below: 0 }
  // Shorter lines lie within longer ones.
  const byDistance = [...ends].sort(
    (a, b) =>
      Math.abs((a.place?.top ?? Infinity) - focused.top) - Math.abs((b.place?.top ?? Infinity) - focused.top)
  )
  return byDistance.map((end, i) => {
    const bulge = Math.min(bulges.first + i * bulges.step, bulges.last)
    const side = sideOf(end, focusedStartUtf16, view)
    if (side === 'in-view' && end.place !== undefined) {
      const { top, kind } = end.place
      const slot = labels.get(top) ?? 0
      labels.set(top, slot + 1)
      const labelTop = top + 3 + slot * labelHeight
      return { ...end, fromY, toY: top + middle, bulge, labelTop, side, isMark: kind === 'mark' }
    }
    const number = side === 'above' ? away.above++ : away.below++
    const labelTop =
      side === 'above'
        ? view.top + edgeGap + number * (labelHeight + 2)
        : view.bottom - edgeGap - labelHeight - number * (labelHeight + 2)
    return { ...end, fromY, toY: labelTop + labelHeight / 2, bulge, labelTop, side, isMark: false }
  })
}

function sideOf<Id>(
  { place, startUtf16 }: ArcEnd<Id>,
  focusedStartUtf16: number,
  view: { top: number; bottom: number }
): Arc<Id>['side'] {
  if (place !== undefined) {
    if (place.top < view.top) return 'above'
    return place.top + 2 * middle > view.bottom ? 'below' : 'in-view'
  }
  return startUtf16 !== null && startUtf16 < focusedStartUtf16 ? 'above' : 'below'
}

/** A line from one card's edge to another's, around a gap of `bulge` pixels, with round corners. */
export function bracket(fromY: number, toY: number, bulge: number): string {
  const x = cardEdge - bulge
  const direction = toY < fromY ? -1 : 1
  const r = Math.min(bulge, Math.abs(toY - fromY) / 2)
  const turn = r * direction
  return (
    `M${cardEdge} ${fromY}H${x + r}Q${x} ${fromY} ${x} ${fromY + turn}` +
    `V${toY - turn}Q${x} ${toY} ${x + r} ${toY}H${cardEdge}`
  )
}

/** A small triangle that points at a card's edge. */
export function arrowHead(y: number): string {
  return `M${cardEdge + 1} ${y}l-6 -3.5v7z`
}
