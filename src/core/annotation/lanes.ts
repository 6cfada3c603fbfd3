import type { Annotation, Span } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import type { TextRange } from './spans'

/** 0 is nearest the text. Lane 2 is shared by the third and every deeper overlap: the picker tells them apart. */
export type Lane = 0 | 1 | 2

interface Piece {
  span: Span
  owner: number
}

/**
 * Gives overlapping annotations different underline lanes, shorter ones nearer the text. The answer depends
 * on the annotations only, not on their order; leave none out that overlaps another.
 */
export function assignLanes(annotations: readonly Annotation[]): Map<AnnotationId, Lane> {
  const overlaps = findOverlaps(annotations)
  const lengths = annotations.map(contentLength)
  const shortestFirst = annotations
    .map((annotation, number) => ({ annotation, number, length: lengths[number] ?? 0 }))
    .sort(
      (a, b) =>
        a.length - b.length || contentStart(a.annotation) - contentStart(b.annotation) || compareIds(a, b)
    )

  const laneOf = new Map<number, Lane>()
  const lanes = new Map<AnnotationId, Lane>()
  for (const { annotation, number } of shortestFirst) {
    const taken = new Set<Lane | undefined>()
    for (const other of overlaps[number] ?? []) taken.add(laneOf.get(other))
    const lane = !taken.has(0) ? 0 : !taken.has(1) ? 1 : 2
    laneOf.set(number, lane)
    lanes.set(annotation.id, lane)
  }
  return lanes
}

export interface LanePiece extends TextRange {
  lane: 0 | 1
}

/**
 * What can be drawn of the annotations in lane 2 when two lines are all there is room for: their stretches
 * where one of the upper lanes is free, shorter annotations first. Stretches under two others stay undrawn.
 */
export function placeDeepest(
  annotations: readonly Annotation[],
  lanes: ReadonlyMap<AnnotationId, Lane>
): Map<AnnotationId, LanePiece[]> {
  const placed = new Map<AnnotationId, LanePiece[]>()
  const deepest = annotations.filter(annotation => lanes.get(annotation.id) === 2)
  if (deepest.length === 0) return placed
  const taken: [TextRange[], TextRange[]] = [[], []]
  for (const annotation of annotations) {
    const lane = lanes.get(annotation.id)
    if (lane === 0 || lane === 1) taken[lane].push(...contentOf(annotation))
  }
  deepest.sort(
    (a, b) => contentLength(a) - contentLength(b) || compareIds({ annotation: a }, { annotation: b })
  )
  for (const annotation of deepest) {
    const lower = contentOf(annotation).flatMap(span => subtractRanges(span, taken[1]))
    const covered = contentOf(annotation).flatMap(span => subtractRanges(span, lower))
    const upper = covered.flatMap(range => subtractRanges(range, taken[0]))
    taken[1].push(...lower)
    taken[0].push(...upper)
    placed.set(annotation.id, [
      ...lower.map((range): LanePiece => ({ ...range, lane: 1 })),
      ...upper.map((range): LanePiece => ({ ...range, lane: 0 }))
    ])
  }
  return placed
}

/** The parts of a range that none of the others cover, in text order. */
export function subtractRanges(range: TextRange, others: readonly TextRange[]): TextRange[] {
  const left: TextRange[] = []
  let from = range.startUtf16
  const inOrder = others
    .filter(other => other.startUtf16 < range.endUtf16 && other.endUtf16 > range.startUtf16)
    .sort((a, b) => a.startUtf16 - b.startUtf16)
  for (const other of inOrder) {
    if (other.startUtf16 > from) left.push({ startUtf16: from, endUtf16: other.startUtf16 })
    from = Math.max(from, other.endUtf16)
  }
  if (from < range.endUtf16) left.push({ startUtf16: from, endUtf16: range.endUtf16 })
  return left
}

/** For each annotation the numbers of those it shares text with, found in one sweep over the spans. */
function findOverlaps(annotations: readonly Annotation[]): Set<number>[] {
  const overlaps = annotations.map(() => new Set<number>())
  const pieces: Piece[] = annotations.flatMap((annotation, owner) =>
    contentOf(annotation).map(span => ({ span, owner }))
  )
  pieces.sort((a, b) => a.span.startUtf16 - b.span.startUtf16)
  let open: Piece[] = []
  for (const piece of pieces) {
    open = open.filter(other => other.span.endUtf16 > piece.span.startUtf16)
    for (const other of open) {
      if (other.owner === piece.owner) continue
      overlaps[other.owner]?.add(piece.owner)
      overlaps[piece.owner]?.add(other.owner)
    }
    open.push(piece)
  }
  return overlaps
}

function contentOf(annotation: Annotation): Span[] {
  return annotation.spans.filter(span => span.role === 'content')
}

function contentLength(annotation: Annotation): number {
  return annotation.spans.reduce(
    (sum, span) => (span.role === 'content' ? sum + span.endUtf16 - span.startUtf16 : sum),
    0
  )
}

function contentStart(annotation: Annotation): number {
  return annotation.spans.find(span => span.role === 'content')?.startUtf16 ?? 0
}

function compareIds(a: { annotation: Annotation }, b: { annotation: Annotation }): number {
  return a.annotation.id < b.annotation.id ? -1 : 1
}
