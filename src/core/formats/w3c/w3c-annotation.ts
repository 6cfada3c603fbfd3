import { snapToGraphemes } from '../../anchoring/graphemes'
import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import type { Annotation, Relation, Span } from '../../project/entities'
import { sha256OfText } from '../../project/sha256'
import { attributeStrings, type EntryNames } from '../exchange/attribute-strings'
import type { CurrentText } from '../exchange/current-texts'
import type { WriteContext } from '../format'
import type { ProjectHead } from '../project-source'
import { toIri } from './w3c-names'

/** Words around a quotation that tell it from others like it, in UTF-16 units. */
const contextUnits = 32

export interface W3cContext {
  head: ProjectHead
  names: EntryNames
  write: WriteContext
  /** What `TextPositionSelector` counts: code points by the recommendation, UTF-16 units for Recogito. */
  unit: 'code-point' | 'utf-16'
}

/** One annotation after the Web Annotation Data Model (W3C Recommendation, 2017). */
export function toW3c(row: Annotation, text: CurrentText, context: W3cContext): object {
  const { head, names } = context
  const content = row.spans.filter(span => span.role === contentRole)
  const parts = row.spans.filter(span => span.role !== contentRole)
  const attributes = attributeStrings(row, findLayer(head.codebook, row.layer), names)
  return {
    id: toIri('annotation', row.id),
    type: 'Annotation',
    motivation: 'classifying',
    created: row.createdAt,
    modified: row.updatedAt,
    creator: { type: 'Person', name: names.annotators.get(row.annotatorId) ?? row.annotatorId },
    ...(row.confidence !== null && { 'counterpoint:confidence': row.confidence }),
    'counterpoint:origin': row.origin,
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: row.layer },
      ...attributes.flatMap(({ id, values }) =>
        values.map(value => ({
          type: 'TextualBody',
          purpose: 'tagging',
          'counterpoint:attribute': id,
          value
        }))
      ),
      ...(row.memo === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: row.memo }])
    ],
    target: [...content, ...parts].map(span => toTarget(span, text, context))
  }
}

function toTarget(span: Span, text: CurrentText, { unit, write }: W3cContext): object {
  const offset = (utf16: number) => (unit === 'utf-16' ? utf16 : text.index.toCodePoint(utf16))
  const position = {
    type: 'TextPositionSelector',
    start: offset(span.startUtf16),
    end: offset(span.endUtf16)
  }
  const withheld = write.withholdsText === true
  return {
    type: 'SpecificResource',
    source: toIri('article', text.article.id),
    ...(span.role === contentRole ? {} : { 'counterpoint:role': span.role }),
    ...(withheld && { 'counterpoint:quoteSha256': sha256OfText(span.quote) }),
    selector: withheld ? [position] : [quoteSelector(span, text.revision.text), position]
  }
}

function quoteSelector({ startUtf16, endUtf16, quote }: Span, text: string): object {
  const from = snapToGraphemes(text, Math.max(0, startUtf16 - contextUnits), startUtf16).startUtf16
  const to = snapToGraphemes(text, endUtf16, Math.min(text.length, endUtf16 + contextUnits)).endUtf16
  return {
    type: 'TextQuoteSelector',
    exact: quote,
    prefix: text.slice(Math.min(from, startUtf16), startUtf16),
    suffix: text.slice(endUtf16, Math.max(to, endUtf16))
  }
}

/** A relation as an annotation that links: its target is where it begins, its body where it ends. */
export function relationToW3c(row: Relation, { names }: W3cContext): object {
  return {
    id: toIri('relation', row.id),
    type: 'Annotation',
    motivation: 'linking',
    creator: { type: 'Person', name: names.annotators.get(row.annotatorId) ?? row.annotatorId },
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: row.type },
      { id: toIri('annotation', row.to), type: 'Annotation' }
    ],
    target: toIri('annotation', row.from)
  }
}
