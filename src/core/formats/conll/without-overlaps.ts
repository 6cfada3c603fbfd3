import { contentRole } from '../../annotation/parts'
import type { Annotation } from '../../project/entities'
import type { FormatIssue } from '../format'

/** One stretch of an annotation, half open. */
export interface Piece {
  row: Annotation
  startUtf16: number
  endUtf16: number
}

/**
 * The passages of annotations in text order; one that touches the words of an earlier one is left out whole and
 * reported. Their spans lie within `lengthUtf16`.
 */
export function withoutOverlaps(
  annotations: readonly Annotation[],
  lengthUtf16: number,
  issues: FormatIssue[]
): Piece[] {
  const kept: Piece[] = []
  // A mark for each unit of the text that is covered: comparing each passage with all others is quadratic.
  const covered = new Uint8Array(lengthUtf16)
  const sorted = annotations
    .map(row => row.spans.filter(span => span.role === contentRole).map(span => ({ row, ...span })))
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  for (const pieces of sorted) {
    if (pieces.some(piece => covered.subarray(piece.startUtf16, piece.endUtf16).includes(1))) {
      const place = `annotations[${JSON.stringify(pieces[0]?.row.id)}]`
      issues.push({ place, message: 'The annotation overlaps another of its layer; left out.' })
      continue
    }
    for (const piece of pieces) covered.fill(1, piece.startUtf16, piece.endUtf16)
    kept.push(...pieces)
  }
  return kept.sort((a, b) => a.startUtf16 - b.startUtf16)
}

const startOf = (pieces: readonly Piece[]) => pieces[0]?.startUtf16 ?? 0
const endOf = (pieces: readonly Piece[]) => pieces.at(-1)?.endUtf16 ?? 0
