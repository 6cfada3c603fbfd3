import { shorten, type Registers } from '../annotation/describe'
import { roleName } from '../annotation/parts'
import { valueInWords } from '../annotation/value-in-words'
import { findLayer, type Attribute, type CodebookContent, type Layer } from '../project/codebook'
import type { Annotation, Span } from '../project/entities'
import { rowsEqual } from './rows-equal'

interface Names extends Registers {
  codebook: CodebookContent
}

/** In UTF-16 units: a quotation or a value within a line of history. */
const quotedLength = 60

/** What became of one annotation, in short lines: layer, text, parts, attributes, memo, in this order. */
export function describeAnnotationChange(before: Annotation, after: Annotation, names: Names): string[] {
  const layer = findLayer(names.codebook, after.layer)
  return [
    ...layerLine(before, after, names),
    ...placeLines(before, after),
    ...spanLines(before, after),
    ...attributeLines(before, after, layer, findLayer(names.codebook, before.layer), names),
    ...memoLine(before.memo, after.memo),
    ...confidenceLine(before.confidence, after.confidence)
  ]
}

function layerLine(before: Annotation, after: Annotation, { codebook }: Names): string[] {
  if (before.layer === after.layer) return []
  const name = (id: string) => findLayer(codebook, id)?.name ?? id
  return [`Layer: ${name(before.layer)} → ${name(after.layer)}`]
}

function placeLines(before: Annotation, after: Annotation): string[] {
  const lines: string[] = []
  if (before.revision !== after.revision) lines.push(`Text: revision ${before.revision} → ${after.revision}`)
  const [was, is] = [isMoved(before), isMoved(after)]
  if (was && !is) lines.push('Place confirmed')
  if (is && !was) lines.push('Found again by its surroundings')
  return lines
}

function isMoved(annotation: Annotation): boolean {
  return annotation.placement === 'moved'
}

/** Spans by role, and within a role by their words: in a corrected text every offset is another. */
function spanLines(before: Annotation, after: Annotation): string[] {
  if (rowsEqual(before.spans, after.spans)) return []
  const isSameText = before.revision === after.revision
  const roles = [...new Set([...before.spans, ...after.spans].map(span => span.role))]
  return roles.flatMap(role => {
    const isSame = (a: Span, b: Span) => a.quote === b.quote && (!isSameText || a.startUtf16 === b.startUtf16)
    const old = before.spans.filter(span => span.role === role)
    const now = after.spans.filter(span => span.role === role)
    const gone = old.filter(span => !now.some(other => isSame(span, other)))
    const come = now.filter(span => !old.some(other => isSame(span, other)))
    const name = roleName(role)
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) =>
      spanLine(name, gone[i], come[i])
    )
  })
}

function spanLine(name: string, gone: Span | undefined, come: Span | undefined): string {
  if (gone === undefined) return `${name} added: ${quoted(come?.quote ?? '')}`
  if (come === undefined) return `${name} removed: ${quoted(gone.quote)}`
  if (gone.quote === come.quote) return `${name} moved: ${quoted(come.quote)}`
  return `${name}: ${endsOf(gone.quote, come.quote)}`
}

/** Of a long passage the end that changed is shown, not the beginning that did not. */
function endsOf(before: string, after: string): string {
  const isSameStart = before.slice(0, quotedLength) === after.slice(0, quotedLength)
  if (!isSameStart || Math.max(before.length, after.length) <= quotedLength)
    return `${quoted(before)} → ${quoted(after)}`
  const tail = (text: string) =>
    `“…${text
      .slice(-quotedLength / 2)
      .replace(/\s+/gu, ' ')
      .replace(/^\S*\s/u, '')}”`
  return `${tail(before)} → ${tail(after)}`
}

function attributeLines(
  before: Annotation,
  after: Annotation,
  layer: Layer | undefined,
  oldLayer: Layer | undefined,
  names: Names
): string[] {
  const known = [...(layer?.attributes ?? []), ...(oldLayer?.attributes ?? [])].map(({ id }) => id)
  const ids = new Set([...known, ...Object.keys(before.attributes), ...Object.keys(after.attributes)])
  return [...ids].flatMap(id => {
    const [old, now] = [before.attributes[id], after.attributes[id]]
    if (rowsEqual(old, now)) return []
    const find = (of: Layer | undefined): Attribute | undefined => of?.attributes.find(a => a.id === id)
    const attribute = find(layer) ?? find(oldLayer)
    const words = (value: typeof old) =>
      value === undefined ? '' : shorten(valueInWords(attribute, value, names), quotedLength)
    const name = attribute?.name ?? id
    if (old === undefined) return [`${name}: ${words(now)}`]
    if (now === undefined) return [`${name} cleared (was ${words(old)})`]
    return [`${name}: ${words(old)} → ${words(now)}`]
  })
}

function memoLine(before: string, after: string): string[] {
  if (before === after) return []
  if (after === '') return ['Memo cleared']
  return [`Memo ${before === '' ? 'written' : 'edited'}: ${quoted(after)}`]
}

function confidenceLine(before: number | null, after: number | null): string[] {
  if (before === after) return []
  return [after === null ? 'Certainty cleared' : `Certainty: ${Math.round(after * 100)} percent`]
}

function quoted(text: string): string {
  return `“${shorten(text, quotedLength)}”`
}
