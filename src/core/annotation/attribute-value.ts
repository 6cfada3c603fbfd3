import { parseEdtf } from '../chronology/edtf'
import type { Attribute } from '../project/codebook'
import { countKinds, type AttributeValue } from '../project/entities'

/** Ids that a value may name. */
export interface KnownIds {
  actors: ReadonlySet<string>
  issues: ReadonlySet<string>
  cases: ReadonlySet<string>
}

/**
 * Whether the codebook allows this value for this attribute: null when it does, else the reason in words
 * for a researcher. `isDate` says what an EDTF date is; a caller with many values passes one that remembers.
 */
export function checkAttributeValue(
  attribute: Attribute,
  value: AttributeValue,
  known: KnownIds,
  isDate: (text: string) => boolean = isEdtf
): string | null {
  switch (attribute.kind) {
    case 'choice':
      return typeof value === 'string' ? checkOption(attribute, value) : 'Expected one option'
    case 'multi-choice':
      return checkOptions(attribute, value)
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? null : 'Expected text'
    case 'number':
    case 'scale':
      return checkNumber(attribute, value)
    case 'boolean':
      return typeof value === 'boolean' ? null : 'Expected yes or no (true or false)'
    case 'date':
      if (typeof value !== 'string') return 'Expected a date as text'
      return isDate(value)
        ? null
        : `${show(value)} is not a date in EDTF, such as 2018-02-06, 2018, 2016~ or 2017-21`
    case 'actor':
      if (value === 'article' && attribute.allowsArticleVoice === true) return null
      return checkId(value, known.actors, 'actor')
    case 'issue':
      return checkId(value, known.issues, 'issue')
    case 'case':
      return checkId(value, known.cases, 'case')
    case 'links':
      return checkLinks(value)
    case 'parties':
      return checkParties(attribute, value, known.actors)
    case 'counts':
      return checkCounts(value)
  }
}

export function isEdtf(text: string): boolean {
  return parseEdtf(text).ok
}

function checkOption(attribute: Attribute, value: string): string | null {
  const options = attribute.options ?? []
  if (options.some(option => option.id === value)) return null
  return `${show(value)} is not one of the options of ${attribute.name}${listed(options.map(option => option.id))}`
}

function checkOptions(attribute: Attribute, value: AttributeValue): string | null {
  if (!isTextList(value)) return 'Expected a list of options'
  if (new Set(value).size < value.length) return 'The same option stands there twice'
  return firstReason(value, option => checkOption(attribute, option))
}

function checkNumber(attribute: Attribute, value: AttributeValue): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Expected a number'
  const { minimum = -Infinity, maximum = Infinity } = attribute
  if (value < minimum) return `${value} is less than the least value, ${minimum}`
  return value > maximum ? `${value} is more than the greatest value, ${maximum}` : null
}

function checkId(value: unknown, ids: ReadonlySet<string>, kind: string): string | null {
  if (typeof value !== 'string') return `Expected the id of one ${kind}`
  return ids.has(value) ? null : `There is no ${kind} with the id ${show(value)}`
}

/** Only web addresses: a link is opened by a click, and other schemes can run things. */
function checkLinks(value: AttributeValue): string | null {
  if (!isTextList(value)) return 'Expected a list of web addresses'
  return firstReason(value, link =>
    /^https?:\/\/[^\s/][^\s]*$/i.test(link) ? null : `${show(link)} is not a web address (http or https)`
  )
}

function checkParties(
  attribute: Attribute,
  value: AttributeValue,
  actors: ReadonlySet<string>
): string | null {
  if (!Array.isArray(value)) return 'Expected a list of parties'
  return firstReason<unknown>(value, party => {
    if (!isRecord(party) || typeof party.role !== 'string')
      return 'Expected a role and an actor for each party'
    return checkOption(attribute, party.role) ?? checkId(party.actor, actors, 'actor')
  })
}

function checkCounts(value: AttributeValue): string | null {
  if (!isRecord(value)) return 'Expected counts'
  return firstReason(Object.entries(value), ([kind, count]: [string, unknown]) => {
    if (!(countKinds as readonly string[]).includes(kind))
      return `${show(kind)} is not a count${listed(countKinds)}`
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return null
    return `The number ${kind} is not a whole number from 0`
  })
}

function firstReason<T>(items: readonly T[], check: (item: T) => string | null): string | null {
  for (const item of items) {
    const reason = check(item)
    if (reason !== null) return reason
  }
  return null
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: string): string {
  return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
}

/** Long lists would bury the reason. */
function listed(ids: readonly string[]): string {
  return ids.length > 0 && ids.length <= 8 ? `: ${ids.join(', ')}` : ''
}
