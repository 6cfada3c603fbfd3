import type { Layer } from '../../project/codebook'
import type { Annotation, Attributes, Span } from '../../project/entities'
import { showText } from '../problems'
import { WriteFailure } from '../write-failure'
import type { IndexedText } from './indexed-text'
import { codePointAt, type RevisionIndex } from './revision-index'
import type { DatasetAnnotation } from './schema'

export interface AnnotationContext {
  revisions: RevisionIndex
  layers: ReadonlyMap<string, Layer>
  annotatorIds: ReadonlySet<string>
  filterAttributes: (row: Annotation) => Attributes
}

/** @throws WriteFailure when a span does not cover its quote, or the row names something that is not there. */
export function writeAnnotation(row: Annotation, context: AnnotationContext): DatasetAnnotation {
  // Places are worded only when something is wrong: most of a hundred thousand rows need none.
  const place = () => `annotations[${JSON.stringify(row.id)}]`
  const refuse = (code: string, message: string) => new WriteFailure({ code, message, place: place() })
  const { id, articleId, revision, layer, memo, confidence, annotatorId, origin, createdAt, updatedAt } = row
  if (!context.layers.has(layer))
    throw refuse('unknown-layer', `The codebook has no layer ${showText(layer)}`)
  if (!context.annotatorIds.has(annotatorId)) {
    throw refuse('dangling-id', `There is no annotator ${showText(annotatorId)}`)
  }
  const indexed = context.revisions.find(articleId, revision, place)
  const spans = row.spans.map((span, index) => writeSpan(span, indexed, () => `${place()}.spans[${index}]`))
  const attributes = context.filterAttributes(row)
  return {
    id,
    articleId,
    revision,
    layer,
    spans,
    attributes,
    memo,
    confidence,
    annotatorId,
    origin,
    ...(row.placement === undefined ? {} : { placement: row.placement }),
    createdAt,
    updatedAt
  }
}

function writeSpan(
  span: Span,
  indexed: IndexedText,
  place: () => string
): DatasetAnnotation['spans'][number] {
  const { role, startUtf16, endUtf16, quote } = span
  const start = codePointAt(indexed, startUtf16, place)
  const end = codePointAt(indexed, endUtf16, place)
  const found = indexed.text.slice(startUtf16, endUtf16)
  if (found !== quote) {
    const message = `The span should read ${showText(quote)}, but the text reads ${showText(found)} there`
    throw new WriteFailure({ code: 'quote-differs', message, place: place() })
  }
  return { role, start, end, quote }
}
