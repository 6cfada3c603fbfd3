import type { TextRange } from '../annotation/spans'

/** A stretch of text that stands for something. */
export interface TextMark extends TextRange {
  readonly id: string
}

/** A piece of text and the marks that cover all of it, the shortest first. */
export interface MarkedPiece<Mark> extends TextRange {
  readonly marks: readonly Mark[]
}

/** A range in pieces that begin and end where marks do; pieces follow each other without gaps. */
export function markedPieces<Mark extends TextRange>(
  range: TextRange,
  marks: readonly Mark[]
): readonly MarkedPiece<Mark>[] {
  const inside = marks.filter(
    ({ startUtf16, endUtf16 }) => startUtf16 < range.endUtf16 && endUtf16 > range.startUtf16
  )
  const borders = new Set([range.startUtf16, range.endUtf16])
  for (const { startUtf16, endUtf16 } of inside) {
    borders.add(Math.max(startUtf16, range.startUtf16))
    borders.add(Math.min(endUtf16, range.endUtf16))
  }
  const sorted = [...borders].sort((a, b) => a - b)
  const length = (mark: Mark) => mark.endUtf16 - mark.startUtf16
  return sorted.slice(1).map((endUtf16, i) => {
    const startUtf16 = sorted[i] ?? range.startUtf16
    const covering = inside.filter(mark => mark.startUtf16 <= startUtf16 && mark.endUtf16 >= endUtf16)
    return { startUtf16, endUtf16, marks: covering.sort((a, b) => length(a) - length(b)) }
  })
}
