import { checkAttributeValue } from '../annotation/attribute-value'
import { isUnset, missingRequired } from '../annotation/completeness'
import { shorten } from '../annotation/describe'
import { contentRole, roleName } from '../annotation/parts'
import { retiredValues } from '../annotation/retired-values'
import { extent, quoteOf } from '../annotation/spans'
import { blockAt } from '../annotation/annotation-index'
import { compareEdtf, describeEdtf, parseEdtf, type EdtfDate } from '../chronology/edtf'
import type { Attribute, Layer } from '../project/codebook'
import type { Annotation, AttributeValue, Block } from '../project/entities'
import type { AnnotationCheck, CheckContext, Finding, Mending } from './problem'

/** Attributes whose absence has a check of its own: without them the annotation does not say its main thing. */
const telling = [
  {
    id: 'perspective-without-holder',
    name: 'Perspective without a holder',
    why: 'A view that is nobody’s cannot be set beside another.',
    layer: 'perspective',
    attribute: 'holder'
  },
  {
    id: 'claim-without-claimant',
    name: 'Claim without a claimant',
    why: 'Who answers for a claim is half of what it says; the article’s own voice is an answer too.',
    layer: 'claim',
    attribute: 'claimant'
  },
  {
    id: 'event-without-date',
    name: 'Legal event without a date',
    why: 'Without a date it has no place in the chronology. A year, or XXXX for unknown, is a date.',
    layer: 'legal-event',
    attribute: 'date'
  }
] as const

/** Kinds that name rows of the registers. */
const registerKinds: ReadonlySet<Attribute['kind']> = new Set(['actor', 'issue', 'case', 'parties'])

/** What is checked of each annotation by itself. */
export const annotationChecks: readonly AnnotationCheck[] = [
  ...telling.map((check): AnnotationCheck => ({
    id: check.id,
    name: check.name,
    why: check.why,
    of: 'annotation',
    find: (annotation, layer) => {
      if (annotation.layer !== check.layer || !isUnset(annotation.attributes[check.attribute])) return []
      const attribute = layer?.attributes.find(({ id }) => id === check.attribute)
      if (attribute === undefined || attribute.retired === true) return []
      return [finding(annotation, '', fill('Set', attribute))]
    }
  })),
  {
    id: 'missing-required',
    name: 'Needed attribute is empty',
    why: 'The codebook asks for it, and measures leave such annotations out.',
    of: 'annotation',
    find: (annotation, layer) => {
      if (layer === undefined) return []
      const missing = missingRequired(annotation, layer).filter(
        ({ id }) => !telling.some(check => check.layer === layer.id && check.attribute === id)
      )
      const [first] = missing
      if (first === undefined) return []
      return [finding(annotation, missing.map(({ name }) => name).join(', '), fill('Set', first))]
    }
  },
  {
    id: 'date-after-publication',
    name: 'Happened after publication',
    why: 'An article cannot report what had not happened yet: the date or the modality is wrong.',
    of: 'annotation',
    find: findLateDates
  },
  {
    id: 'moved',
    name: 'Moved and not confirmed',
    why: 'The text was corrected here, and the passage was found again by its surroundings.',
    of: 'annotation',
    find: annotation =>
      annotation.placement === 'moved'
        ? [finding(annotation, '', { kind: 'confirm', label: 'Confirm', done: 'Place confirmed' })]
        : []
  },
  {
    id: 'stray-part',
    name: 'Part far from its passage',
    why: 'A source, cue or date belongs to the passage it stands by; this one may be left from another place.',
    of: 'annotation',
    find: findStrayParts
  },
  {
    id: 'unknown-reference',
    name: 'Names something that does not exist',
    why: 'The actor, issue or case was removed, so the annotation counts for nobody.',
    of: 'annotation',
    usesRegisters: true,
    find: (annotation, layer, context) =>
      findBadValues(annotation, layer, context, ({ kind }) => registerKinds.has(kind))
  },
  {
    id: 'not-in-codebook',
    name: 'Value the codebook does not offer',
    why: 'The codebook has changed since, or the data came from another one.',
    of: 'annotation',
    find: (annotation, layer, context) => [
      ...findBadValues(annotation, layer, context, ({ kind }) => !registerKinds.has(kind)),
      ...findRetired(annotation, layer),
      ...findUnknownAttributes(annotation, layer)
    ]
  }
]

function finding(annotation: Annotation, detail: string, mending: Mending | null): Finding {
  return {
    annotationId: annotation.id,
    range: extent(annotation),
    excerpt: shorten(quoteOf(annotation), 120),
    detail,
    mending
  }
}

function fill(verb: 'Set' | 'Change', { id, name }: Attribute): Mending {
  const words = name.charAt(0).toLowerCase() + name.slice(1)
  return { kind: 'fill', label: `${verb} ${words}`, attributeId: id }
}

/** Modalities that say it has happened, if only by what somebody alleges. */
const happened: readonly (AttributeValue | undefined)[] = ['actual', 'alleged']

function findLateDates(
  annotation: Annotation,
  layer: Layer | undefined,
  { article }: CheckContext
): Finding[] {
  const attribute = layer?.attributes.find(({ id, kind }) => id === 'date' && kind === 'date')
  const value = annotation.attributes['date']
  if (attribute === undefined || typeof value !== 'string') return []
  if (!happened.includes(annotation.attributes['modality'])) return []
  const published = date(article.publishedAt)
  const dated = date(value)
  if (published === null || dated === null || compareEdtf(dated, published) !== 'after') return []
  const detail = `${describeEdtf(dated)}; published ${describeEdtf(published)}`
  return [finding(annotation, detail, fill('Change', attribute))]
}

/** Dates come back again and again, and reading one costs more than all the rest of these checks. */
const dates = new Map<string, EdtfDate | null>()
const rememberedDates = 10_000

function date(text: string): EdtfDate | null {
  const known = dates.get(text)
  if (known !== undefined) return known
  const parsed = parseEdtf(text)
  const result = parsed.ok ? parsed.value : null
  if (dates.size >= rememberedDates) dates.clear()
  dates.set(text, result)
  return result
}

/** A source may be named in the paragraph before or after what is said, not further away. */
function findStrayParts(
  annotation: Annotation,
  _layer: Layer | undefined,
  { revision: { blocks } }: CheckContext
): Finding[] {
  if (annotation.spans.every(span => span.role === contentRole)) return []
  const passages = annotation.spans
    .filter(span => span.role === contentRole)
    .map(span => ({ first: blockAt(blocks, span.startUtf16), last: lastBlock(blocks, span.endUtf16) }))
  return annotation.spans.flatMap((span, spanIndex) => {
    if (span.role === contentRole) return []
    const block = blockAt(blocks, span.startUtf16)
    if (passages.some(({ first, last }) => block >= first - 1 && block <= last + 1)) return []
    const name = roleName(span.role)
    return [
      {
        ...finding(annotation, `${name} “${shorten(span.quote, 40)}”`, {
          kind: 'remove-part',
          label: `Remove ${name.toLowerCase()}`,
          done: `${name} removed`,
          spanIndex
        }),
        range: { startUtf16: span.startUtf16, endUtf16: span.endUtf16 }
      }
    ]
  })
}

function lastBlock(blocks: readonly Block[], endUtf16: number): number {
  return blockAt(blocks, Math.max(0, endUtf16 - 1))
}

function findBadValues(
  annotation: Annotation,
  layer: Layer | undefined,
  { known }: CheckContext,
  isMeant: (attribute: Attribute) => boolean
): Finding[] {
  return (layer?.attributes ?? []).flatMap(attribute => {
    const value = annotation.attributes[attribute.id]
    if (value === undefined || !isMeant(attribute)) return []
    const reason = checkAttributeValue(attribute, value, known, text => date(text) !== null)
    if (reason === null) return []
    return [finding(annotation, `${attribute.name}: ${reason}`, fill('Change', attribute))]
  })
}

/** What is kept only because data uses it. */
function findRetired(annotation: Annotation, layer: Layer | undefined): Finding[] {
  if (layer === undefined) return []
  const values = retiredValues(annotation, layer).map(({ attribute, option }) => {
    if (option === undefined) return finding(annotation, `${attribute.name} is no longer asked for`, null)
    const detail = `${attribute.name}: “${option.name}” is no longer offered`
    return finding(annotation, detail, fill('Change', attribute))
  })
  const isRetired = layer.retired === true
  return isRetired
    ? [finding(annotation, `The layer ${layer.name} is no longer offered`, null), ...values]
    : values
}

function findUnknownAttributes(annotation: Annotation, layer: Layer | undefined): Finding[] {
  if (layer === undefined)
    return [finding(annotation, `There is no layer “${annotation.layer}” in the codebook`, null)]
  return Object.keys(annotation.attributes)
    .filter(id => !layer.attributes.some(attribute => attribute.id === id))
    .map(id => finding(annotation, `There is no attribute “${id}” in ${layer.pluralName}`, null))
}
