import { extent, spanOver, type TextRange } from '../annotation/spans'
import type { Edit, RowChange } from '../history/change-set'
import type { Annotation, Article, Revision, Span } from '../project/entities'
import type { RevisionId } from '../project/ids'
import { sha256OfText } from '../project/sha256'
import type { BlockedText } from './blocks'
import type { CarriedRow } from './carry-over'
import { placeSpan } from './place-span'
import { compareRevisions } from './revision-difference'
import { countWords } from './words'

export interface Correction {
  article: Article
  /** All revisions of the article, the current one among them. */
  revisions: readonly Pick<Revision, 'number'>[]
  corrected: BlockedText
  /** Every annotation of the current revision and what becomes of it. */
  carried: readonly CarriedRow[]
  revisionId: RevisionId
  now: string
  /** The file that the text came from, when one did. */
  original?: Article['original']
}

/**
 * A new revision of an article with its annotations carried over, as one step: what is exact goes along, what
 * moved goes along to be confirmed, and an orphan stays with the older revision.
 */
export function correctText(correction: Correction): Edit {
  const { article, revisions, corrected, carried, revisionId, now, original } = correction
  const number = Math.max(article.revision, ...revisions.map(revision => revision.number)) + 1
  const revision: Revision = {
    id: revisionId,
    projectId: article.projectId,
    articleId: article.id,
    number,
    text: corrected.text,
    textSha256: sha256OfText(corrected.text),
    blocks: corrected.blocks,
    ...(corrected.pages === undefined ? {} : { pages: corrected.pages }),
    createdAt: now
  }
  const wordCount = countWords(corrected.text)
  const after: Article = {
    ...article,
    revision: number,
    wordCount,
    ...(original === undefined ? {} : { original }),
    updatedAt: now
  }
  return {
    label: original === undefined ? 'Correct text' : 'Replace text',
    changes: [
      { table: 'revisions', id: revisionId, before: null, after: revision },
      { table: 'articles', id: article.id, before: article, after },
      ...carried.flatMap(row => carriedChange(row, number, now))
    ]
  }
}

function carriedChange({ annotation, carried }: CarriedRow, revision: number, now: string): RowChange[] {
  if (carried.status === 'orphaned') return []
  const { spans } = carried
  // What is merely carried along keeps its date: nobody worked on it.
  const after: Annotation =
    carried.status === 'exact'
      ? { ...annotation, revision, spans }
      : { ...annotation, revision, spans, placement: 'moved', updatedAt: now }
  return [{ table: 'annotations', id: annotation.id, before: annotation, after }]
}

/** The place that a correction moved an annotation to is right. Nothing when there is nothing to confirm. */
export function confirmPlacement(annotation: Annotation, now: string): Edit | undefined {
  if (annotation.placement === undefined) return undefined
  const after: Annotation = { ...annotation, updatedAt: now }
  delete after.placement
  return {
    label: 'Confirm place',
    changes: [{ table: 'annotations', id: annotation.id, before: annotation, after }]
  }
}

export interface PlacedAgain {
  edit: Edit
  /** Parts, such as a source, that are not in the text any more. */
  dropped: Span[]
}

/**
 * Gives an orphan a place in the current revision: what it tags is `range` (UTF-16 units) there, its parts are
 * where they are found, and such as are not found are dropped.
 */
export function placeAgain(
  orphan: Annotation,
  range: TextRange,
  from: Pick<Revision, 'text'>,
  to: Pick<Revision, 'text' | 'number'>,
  now: string
): PlacedAgain {
  const difference = compareRevisions(from.text, to.text)
  const shift = range.startUtf16 - extent(orphan).startUtf16
  const spans = [spanOver(to.text, range)]
  const dropped: Span[] = []
  for (const span of orphan.spans) {
    if (span.role === 'content') continue
    const placed = placeSpan(difference, span, shift)
    if (placed === null) dropped.push(span)
    else spans.push(placed.span)
  }
  const after: Annotation = { ...orphan, revision: to.number, spans, updatedAt: now }
  delete after.placement
  return {
    edit: {
      label: 'Place annotation again',
      changes: [{ table: 'annotations', id: orphan.id, before: orphan, after }]
    },
    dropped
  }
}
