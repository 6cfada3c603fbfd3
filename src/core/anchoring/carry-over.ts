import type { Annotation, Revision, Span } from '../project/entities'
import { placeSpan } from './place-span'
import { compareRevisions, type RevisionDifference } from './revision-difference'

/**
 * What became of an annotation's spans in a newer revision. `exact`: all their text is untouched. `moved`:
 * found, but some text or surroundings changed and a person should confirm; `score` is that of the least sure
 * span, 0–1. `orphaned`: at least one span is not found.
 */
export type CarriedAnnotation =
  | { status: 'exact'; spans: Span[] }
  | { status: 'moved'; spans: Span[]; score: number }
  | { status: 'orphaned' }

export interface CarriedRow {
  annotation: Annotation
  carried: CarriedAnnotation
}

type RevisionText = Pick<Revision, 'text'>

/**
 * Carries an annotation made on `before` over to `after`: by the difference of the texts, then by quotation
 * and context. Its spans stay together and in order; each satisfies `text.slice(start, end) === quote` and
 * splits no grapheme. `difference` saves comparing the texts again for each annotation.
 */
export function carryAnnotation(
  annotation: Annotation,
  before: RevisionText,
  after: RevisionText,
  difference: RevisionDifference = compareRevisions(before.text, after.text)
): CarriedAnnotation {
  const spans: Span[] = []
  let score: number | null = null
  let shift = 0
  for (const span of annotation.spans) {
    const placed = placeSpan(difference, span, shift)
    if (placed === null) return { status: 'orphaned' }
    spans.push(placed.span)
    shift = placed.span.startUtf16 - span.startUtf16
    if (placed.score !== null) score = Math.min(score ?? 1, placed.score)
  }
  if (!isOrderKept(annotation.spans, spans)) return { status: 'orphaned' }
  return score === null ? { status: 'exact', spans } : { status: 'moved', spans, score }
}

/** Carries all annotations of an article over, in their order, comparing the texts once. */
export function carryArticle(
  rows: readonly Annotation[],
  before: RevisionText,
  after: RevisionText
): CarriedRow[] {
  const difference = compareRevisions(before.text, after.text)
  return rows.map(annotation => ({
    annotation,
    carried: carryAnnotation(annotation, before, after, difference)
  }))
}

/** Spans of one role come in the order they had, and such as were apart are apart. */
function isOrderKept(old: readonly Span[], carried: readonly Span[]): boolean {
  const lastOfRole = new Map<string, number>()
  for (const [index, span] of carried.entries()) {
    const previous = lastOfRole.get(span.role)
    lastOfRole.set(span.role, index)
    if (previous === undefined) continue
    const [oldBefore, oldHere, before] = [old[previous], old[index], carried[previous]]
    if (oldBefore === undefined || oldHere === undefined || before === undefined) continue
    const wasOrdered = oldHere.startUtf16 >= oldBefore.startUtf16
    if (wasOrdered && span.startUtf16 < before.startUtf16) return false
    const wasApart = oldHere.startUtf16 >= oldBefore.endUtf16
    if (wasApart && span.startUtf16 < before.endUtf16) return false
  }
  return true
}
