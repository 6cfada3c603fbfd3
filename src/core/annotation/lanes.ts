import type { Annotation, Span } from '../project/entities'
import type { AnnotationId } from '../project/ids'

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

/** For each annotation the numbers of those it shares text with, found in one sweep over the spans. */
function findOverlaps(annotations: readonly Annotation[]): Set<number>[] {
  const overlaps = annotations.map(() => new Set<number>())
  const pieces: Piece[] = annotations.flatMap((annotation, owner) =>
    annotation.spans.filter(span => span.role === 'content').map(span => ({ span, owner }))
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
