import { valueInWords } from '../annotation/value-in-words'
import type { Registers } from '../annotation/describe'
import { contentSpans, extent, type TextRange } from '../annotation/spans'
import { findLayer, type Codebook } from '../project/codebook'
import type { Annotation, Block } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import { findAll, type FindOptions } from './find-text'
import { foldText } from './fold'

export const searchKinds = ['text', 'quote', 'memo', 'value'] as const
/** Where in a project something was found: an article's text, or an annotation's quotation, memo or values. */
export type SearchKind = (typeof searchKinds)[number]

/** The words around a hit on one line, with the hit by itself. */
export interface Excerpt {
  before: string
  match: string
  after: string
}

export interface SearchHit {
  kind: SearchKind
  excerpt: Excerpt
  /** In the article's text, UTF-16 units: the hit itself, or the annotation's passage. */
  range: TextRange
  /** Of a hit in an annotation. */
  annotationId?: AnnotationId
  layer?: string
  /** The name of the attribute whose value was found. */
  attribute?: string
}

export interface SearchQuery extends FindOptions {
  words: string
}

/** Characters of an excerpt before and after the hit. */
const reach = { before: 48, after: 96 }

/** The hits in one block of a text. */
export function searchBlock(text: string, block: Block, query: SearchQuery): SearchHit[] {
  const own = text.slice(block.startUtf16, block.endUtf16)
  return hitsIn(own, query).map(({ startUtf16, endUtf16 }) => ({
    kind: 'text',
    excerpt: excerptOf(own, startUtf16, endUtf16),
    range: { startUtf16: block.startUtf16 + startUtf16, endUtf16: block.startUtf16 + endUtf16 }
  }))
}

/** The hits in an annotation: one for each passage of its quotation, its memo and each of its values. */
export function searchAnnotation(
  annotation: Annotation,
  query: SearchQuery,
  { codebook, registers }: { codebook: Pick<Codebook, 'layers'>; registers: Registers }
): SearchHit[] {
  const found: SearchHit[] = []
  const look = (kind: SearchKind, text: string, range: () => TextRange, attribute?: string) => {
    const [hit] = text === '' ? [] : hitsIn(text, query)
    if (hit === undefined) return
    found.push({
      kind,
      excerpt: excerptOf(text, hit.startUtf16, hit.endUtf16),
      range: range(),
      annotationId: annotation.id,
      layer: annotation.layer,
      ...(attribute !== undefined && { attribute })
    })
  }
  const whole = () => extent(annotation)
  for (const span of contentSpans(annotation)) look('quote', span.quote, () => span)
  look('memo', annotation.memo, whole)
  const attributes = findLayer(codebook, annotation.layer)?.attributes ?? []
  for (const [id, value] of Object.entries(annotation.attributes)) {
    const attribute = attributes.find(candidate => candidate.id === id)
    look('value', valueInWords(attribute, value, registers), whole, attribute?.name ?? id)
  }
  return found
}

function hitsIn(text: string, query: SearchQuery): TextRange[] {
  const { starts, ends } = findAll(foldText(text, { keepCase: query.matchCase }), query.words, query)
  return starts.map((startUtf16, i) => ({ startUtf16, endUtf16: ends[i] ?? startUtf16 }))
}

/** A line around a hit, cut at words, with an ellipsis where something is left out. */
export function excerptOf(text: string, startUtf16: number, endUtf16: number): Excerpt {
  const from = Math.max(0, startUtf16 - reach.before)
  const to = Math.min(text.length, endUtf16 + reach.after)
  const line = (part: string) => part.replace(/\s+/gu, ' ')
  const before = line(text.slice(from, startUtf16))
  const after = line(text.slice(endUtf16, to))
  return {
    before: from === 0 ? before.trimStart() : `…${before.replace(/^\S*\s/u, '')}`,
    match: line(text.slice(startUtf16, endUtf16)),
    after: to === text.length ? after.trimEnd() : `${after.replace(/\s\S*$/u, '')}…`
  }
}
