import { checkAttributeValue, type KnownIds } from '../../annotation/attribute-value'
import type { Attribute, AttributeKind } from '../../project/codebook'
import { countKinds, type AttributeValue, type Counts } from '../../project/entities'
import { assertNever } from '../../result'

/** Finds entries by name and makes those there are not yet; answers their ids. */
export interface EntryFinder {
  actor(name: string): string
  issue(question: string): string
  case(name: string): string
  /** Makes sure that the attribute offers the option, and answers its id. */
  option(attribute: Attribute, value: string): string
}

/** The opposite of `attributeStrings`: a value of the attribute's kind, or null when the texts are none. */
export function parseAttribute(
  attribute: Attribute,
  texts: readonly string[],
  find: EntryFinder
): AttributeValue | null {
  const [first = ''] = texts
  const kind: AttributeKind = attribute.kind
  switch (kind) {
    case 'choice':
      return texts.length === 1 ? find.option(attribute, first) : null
    case 'multi-choice':
      return [...new Set(texts.map(text => find.option(attribute, text)))]
    case 'text':
    case 'long-text':
      return texts.join('; ')
    case 'number':
    case 'scale':
      return parsed(attribute, texts, text => (text.trim() === '' ? NaN : Number(text)))
    case 'boolean':
      return parsed(attribute, texts, text => booleans.get(text.trim().toLowerCase()) ?? text)
    case 'date':
      return parsed(attribute, texts, text => text)
    case 'actor':
      if (texts.length !== 1) return null
      return first === 'article' && attribute.allowsArticleVoice === true ? first : find.actor(first)
    case 'issue':
      return texts.length === 1 ? find.issue(first) : null
    case 'case':
      return texts.length === 1 ? find.case(first) : null
    case 'links':
      return checkAttributeValue(attribute, [...texts], noIds) === null ? [...texts] : null
    case 'parties':
      return parseParties(attribute, texts, find)
    case 'counts':
      return parseCounts(texts)
    default:
      return assertNever(kind)
  }
}

const noIds: KnownIds = { actors: new Set(), issues: new Set(), cases: new Set() }
const booleans = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false]
])

function parsed(
  attribute: Attribute,
  texts: readonly string[],
  parse: (text: string) => string | number | boolean
): AttributeValue | null {
  const [text] = texts
  if (text === undefined || texts.length > 1) return null
  const value = parse(text)
  return checkAttributeValue(attribute, value, noIds) === null ? value : null
}

function parseParties(
  attribute: Attribute,
  texts: readonly string[],
  find: EntryFinder
): AttributeValue | null {
  const pairs = texts.map(text => /^([^:]+): (\S.*)$/su.exec(text))
  if (pairs.some(pair => pair === null)) return null
  return pairs.map(pair => ({
    role: find.option(attribute, pair?.[1] ?? ''),
    // Branded where the row is made.
    actor: find.actor(pair?.[2] ?? '')
  })) as AttributeValue
}

function parseCounts(texts: readonly string[]): AttributeValue | null {
  const counts: Counts = {}
  for (const text of texts) {
    const pair = /^([a-z]+)\s*[:=]\s*(\d{1,7})$/.exec(text.trim())
    const kind = countKinds.find(known => known === pair?.[1])
    const count = Number(pair?.[2])
    if (kind === undefined || count > 1_000_000) return null
    counts[kind] = count
  }
  return counts
}
