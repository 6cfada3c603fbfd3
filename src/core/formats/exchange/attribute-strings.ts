import type { Attribute, AttributeKind, Layer } from '../../project/codebook'
import { countKinds, type Annotation, type AttributeValue } from '../../project/entities'
import type { ProjectHead } from '../project-source'

/**
 * Attributes as formats with plain labels carry them: texts. Options are their ids, actors, issues and cases
 * their names, numbers and dates as they are written, a party `role: name`, a count `charged: 93`.
 */
export interface AttributeStrings {
  id: string
  /** Undefined when the codebook has no such attribute. */
  attribute: Attribute | undefined
  /** At least one. */
  values: string[]
}

/** Names of actors, issues and cases by id. Two of one name are told apart by a number. */
export interface EntryNames {
  actors: ReadonlyMap<string, string>
  issues: ReadonlyMap<string, string>
  cases: ReadonlyMap<string, string>
  annotators: ReadonlyMap<string, string>
}

export function entryNames({ actors, issues, cases, annotators }: ProjectHead): EntryNames {
  return {
    actors: uniqueNames(
      actors.map(row => [row.id, row.name]),
      // Stands for the article's own voice where a claimant is named.
      ['article']
    ),
    issues: uniqueNames(issues.map(row => [row.id, row.question])),
    cases: uniqueNames(cases.map(row => [row.id, row.name])),
    annotators: uniqueNames(annotators.map(row => [row.id, row.name]))
  }
}

function uniqueNames(
  rows: readonly (readonly [string, string])[],
  reserved: readonly string[] = []
): Map<string, string> {
  const taken = new Set(reserved)
  return new Map(
    rows.map(([id, name]) => {
      let unique = name
      for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`
      taken.add(unique)
      return [id, unique]
    })
  )
}

/** The attributes of an annotation in the codebook's order; those that it does not know come last. */
export function attributeStrings(
  annotation: Annotation,
  layer: Layer | undefined,
  names: EntryNames
): AttributeStrings[] {
  const known = (layer?.attributes ?? []).filter(({ id }) => Object.hasOwn(annotation.attributes, id))
  const others = Object.keys(annotation.attributes).filter(id => !known.some(row => row.id === id))
  return [...known.map(row => [row.id, row] as const), ...others.map(id => [id, undefined] as const)].flatMap(
    ([id, attribute]) => {
      const value = annotation.attributes[id]
      const values = value === undefined ? [] : valueStrings(attribute, value, names)
      return values.length === 0 ? [] : [{ id, attribute, values }]
    }
  )
}

function valueStrings(attribute: Attribute | undefined, value: AttributeValue, names: EntryNames): string[] {
  if (typeof value !== 'object') return [nameOf(attribute, String(value), names)]
  if (!Array.isArray(value))
    return countKinds.flatMap(kind => (value[kind] === undefined ? [] : [`${kind}: ${value[kind]}`]))
  return value.map(item =>
    typeof item === 'string' ? item : `${item.role}: ${names.actors.get(item.actor) ?? item.actor}`
  )
}

const registerOf: Partial<Record<AttributeKind, keyof EntryNames>> = {
  actor: 'actors',
  issue: 'issues',
  case: 'cases'
}

function nameOf(attribute: Attribute | undefined, value: string, names: EntryNames): string {
  const register = attribute === undefined ? undefined : registerOf[attribute.kind]
  return (register === undefined ? undefined : names[register].get(value)) ?? value
}
