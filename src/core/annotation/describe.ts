import { describeEdtf, parseEdtf } from '../chronology/edtf'
import type { Attribute, Layer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import { quoteOf } from './spans'

/** Names of what attributes point at. */
export interface Registers {
  actorName(id: string): string | undefined
  issueName(id: string): string | undefined
  caseName(id: string): string | undefined
}

export interface Description {
  /** What the annotation is about, in a few words: a holder, a normalised claim, a type of event. */
  title: string
  /** A second, quieter piece: an issue, a date. Empty when there is none. */
  detail: string
  /** The stance's id, for its glyph; undefined for layers without a stance. */
  stance: string | undefined
}

/**
 * The few words that stand for an annotation in margin cards, lists and pickers. They come from the
 * codebook's own attributes by kind, so that layers of the researcher's own read well too.
 */
export function describeAnnotation(annotation: Annotation, layer: Layer, registers: Registers): Description {
  const attributes = layer.attributes.filter(attribute => annotation.attributes[attribute.id] !== undefined)
  const valueOf = (attribute: Attribute) => displayValue(attribute, annotation, registers)
  const pick = (...kinds: Attribute['kind'][]) =>
    kinds.map(kind => attributes.find(a => a.kind === kind && a.id !== 'stance')).find(a => a !== undefined)

  const date = pick('date')
  // A dated layer is told by what happened; others by who speaks, else by what is said.
  const lead = layer.attributes.some(a => a.kind === 'counts' || a.kind === 'parties')
    ? pick('choice')
    : (attributes.find(a => a.kind === 'text' || a.kind === 'long-text') ?? pick('actor'))
  const subject = layer.attributes.some(a => a.id === 'stance') ? (pick('actor') ?? lead) : lead
  const second = date ?? pick('issue') ?? pick('actor')
  const stance = annotation.attributes['stance']
  return {
    title: subject === undefined ? shorten(quoteOf(annotation), 60) : valueOf(subject),
    detail: second === undefined || second === subject ? '' : valueOf(second),
    stance: typeof stance === 'string' ? stance : undefined
  }
}

/** The name of an option or register entry, a date for people, or the value itself. Empty when unset. */
export function displayValue(attribute: Attribute, annotation: Annotation, registers: Registers): string {
  const value = annotation.attributes[attribute.id]
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return ''
  switch (attribute.kind) {
    case 'choice':
      return attribute.options?.find(option => option.id === value)?.name ?? value
    case 'actor':
      return value === 'article' && attribute.allowsArticleVoice === true
        ? "Article's own voice"
        : (registers.actorName(value) ?? value)
    case 'issue':
      return registers.issueName(value) ?? value
    case 'case':
      return registers.caseName(value) ?? value
    case 'date': {
      const date = parseEdtf(value)
      return date.ok ? describeEdtf(date.value) : value
    }
    case 'multi-choice':
    case 'text':
    case 'long-text':
    case 'number':
    case 'scale':
    case 'boolean':
    case 'links':
    case 'parties':
    case 'counts':
      return value
  }
}

/** At most `length` UTF-16 units of a text on one line, cut at a word, with an ellipsis when shortened. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '')).trimEnd()}…`
}

/** The name an assistive technology reads for an annotation; begins with its layer. */
export function accessibleName(description: Description, layer: Layer): string {
  const stance = layer.attributes
    .find(a => a.id === 'stance')
    ?.options?.find(o => o.id === description.stance)
  return [layer.name, description.title, stance?.name, description.detail].filter(Boolean).join(', ')
}
