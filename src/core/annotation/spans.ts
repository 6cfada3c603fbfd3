import type { Annotation, Span } from '../project/entities'

/** A stretch of text in UTF-16 offsets, half open. */
export interface TextRange {
  startUtf16: number
  endUtf16: number
}

/** The spans of what is tagged, in text order; every annotation has at least one. */
export function contentSpans(annotation: Annotation): Span[] {
  return annotation.spans.filter(span => span.role === 'content').sort((a, b) => a.startUtf16 - b.startUtf16)
}

/** From the start of the first content span to the end of the last. */
export function extent(annotation: Annotation): TextRange {
  const spans = contentSpans(annotation)
  const first = spans[0]
  if (first === undefined) throw new Error(`Annotation ${annotation.id} has no content span`)
  return { startUtf16: first.startUtf16, endUtf16: Math.max(...spans.map(span => span.endUtf16)) }
}

/** What is tagged, verbatim; gaps between several pieces are shown as " […] ". */
export function quoteOf(annotation: Annotation): string {
  return contentSpans(annotation)
    .map(span => span.quote)
    .join(' […] ')
}

/**
 * A span over `range` of `text`.
 * @throws RangeError when the range is empty or not inside the text.
 */
export function spanOver(text: string, range: TextRange, role = 'content'): Span {
  const { startUtf16, endUtf16 } = range
  if (startUtf16 < 0 || endUtf16 > text.length || startUtf16 >= endUtf16)
    throw new RangeError(`No text at ${startUtf16}–${endUtf16} of ${text.length}`)
  return { role, startUtf16, endUtf16, quote: text.slice(startUtf16, endUtf16) }
}
