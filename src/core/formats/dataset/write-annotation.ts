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
  const place = `annotations[${JSON.stringify(row.id)}]`
  if (!context.layers.has(row.layer)) {
    throw new WriteFailure({
      code: 'unknown-layer',
      message: `The codebook has no layer ${showText(row.layer)}`,
      place
    })
  }
  if (!context.annotatorIds.has(row.annotatorId)) {
    throw new WriteFailure({
      code: 'dangling-id',
      message: `There is no annotator ${showText(row.annotatorId)}`,
      place
    })
  }
  const { id, articleId, revision, layer, memo, confidence, annotatorId, origin, createdAt, updatedAt } = row
  const indexed = context.revisions.withIndex(context.revisions.find(articleId, revision, place))
  const spans = row.spans.map((span, index) => writeSpan(span, indexed, `${place}.spans[${index}]`))
  const attributes = context.filterAttributes(row)
  return {
    ...{ id, articleId, revision, layer, spans, attributes },
    ...{ memo, confidence, annotatorId, origin, createdAt, updatedAt }
  }
}

function writeSpan(span: Span, indexed: IndexedText, place: string): DatasetAnnotation['spans'][number] {
  const { role, startUtf16, endUtf16, quote } = span
  const start = codePointAt(indexed, startUtf16, place)
  const end = codePointAt(indexed, endUtf16, place)
  const found = indexed.text.slice(startUtf16, endUtf16)
  if (found !== quote) {
    const message = `The span should read ${showText(quote)}, but the text reads ${showText(found)} there`
    throw new WriteFailure({ code: 'quote-differs', message, place })
  }
  return { role, start, end, quote }
}
