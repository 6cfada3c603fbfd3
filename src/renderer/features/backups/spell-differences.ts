import { displayValue, shorten, type Registers } from '../../../core/annotation/describe'
import { quoteOf } from '../../../core/annotation/spans'
import { rowsEqual } from '../../../core/history/rows-equal'
import type { Attribute } from '../../../core/project/codebook'
import { countKinds, type Annotation } from '../../../core/project/entities'
import { timeInWords } from './backup-words'
import type { AnyRow, ProjectSide } from './project-side'

/** One thing that is said otherwise on the two sides. Empty means not set. */
export interface FieldDifference {
  name: string
  before: string
  now: string
}

interface Sides {
  before: ProjectSide
  now: ProjectSide
}

/** What differs between two states of one annotation, each with its name in the codebook. */
export function annotationDifferences(before: Annotation, now: Annotation, sides: Sides): FieldDifference[] {
  const found: FieldDifference[] = []
  const compare = (
    name: string,
    a: unknown,
    b: unknown,
    spell: (of: Annotation, side: ProjectSide) => string
  ) => {
    if (!rowsEqual(a, b)) found.push(spelled(name, spell(before, sides.before), spell(now, sides.now), a, b))
  }
  compare('Layer', before.layer, now.layer, (of, side) => side.layer(of.layer)?.name ?? of.layer)
  compare('Passage', before.spans, now.spans, of => spellSpans(of, before, now))
  const ids = new Set([...attributesOf(before, sides.before), ...attributesOf(now, sides.now)])
  for (const id of ids) {
    const name = attribute(now, sides.now, id)?.name ?? attribute(before, sides.before, id)?.name ?? id
    compare(name, before.attributes[id], now.attributes[id], (of, side) => spellAttribute(of, id, side))
  }
  compare('Memo', before.memo, now.memo, of => of.memo)
  compare('Certainty', before.confidence, now.confidence, of => String(of.confidence ?? ''))
  compare('Annotator', before.annotatorId, now.annotatorId, (of, side) => side.annotatorName(of.annotatorId))
  compare('Origin', before.origin, now.origin, of => of.origin)
  compare('Place', before.placement, now.placement, of => (of.placement === 'moved' ? 'To confirm' : ''))
  compare('Version of the text', before.revision, now.revision, of => String(of.revision))
  if (found.length === 0)
    compare('Last change', before.updatedAt, now.updatedAt, of => timeInWords(of.updatedAt))
  return found
}

/** The attributes that are set, in the codebook's order: what an annotation says that is only on one side. */
export function spellAttributes(
  annotation: Annotation,
  side: ProjectSide
): { name: string; value: string }[] {
  return attributesOf(annotation, side)
    .filter(id => annotation.attributes[id] !== undefined)
    .map(id => ({
      name: attribute(annotation, side, id)?.name ?? id,
      value: spellAttribute(annotation, id, side)
    }))
}

function attributesOf(annotation: Annotation, side: ProjectSide): string[] {
  const named = side.layer(annotation.layer)?.attributes.map(({ id }) => id) ?? []
  return [...new Set([...named, ...Object.keys(annotation.attributes)])]
}

function attribute(annotation: Annotation, side: ProjectSide, id: string): Attribute | undefined {
  return side.layer(annotation.layer)?.attributes.find(one => one.id === id)
}

function spellAttribute(annotation: Annotation, id: string, side: ProjectSide): string {
  const value = annotation.attributes[id]
  const definition = attribute(annotation, side, id)
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value))
    return value
      .map(item =>
        typeof item === 'string'
          ? optionName(definition, item)
          : `${optionName(definition, item.role)}: ${actorName(side.registers, item.actor)}`
      )
      .join(', ')
  if (typeof value === 'object')
    return countKinds
      .filter(kind => value[kind] !== undefined)
      .map(kind => `${value[kind]} ${kind}`)
      .join(', ')
  return definition === undefined ? String(value) : displayValue(definition, annotation, side.registers)
}

function optionName(definition: Attribute | undefined, id: string): string {
  return definition?.options?.find(option => option.id === id)?.name ?? id
}

function actorName(registers: Registers, id: string): string {
  return registers.actorName(id) ?? id
}

/** The words when they differ; the places when only these do, or the parts around the words. */
function spellSpans(of: Annotation, before: Annotation, now: Annotation): string {
  if (quoteOf(before) !== quoteOf(now)) return `“${shorten(quoteOf(of), 80)}”`
  return of.spans.map(span => `${span.role} ${span.startUtf16}–${span.endUtf16}`).join(', ')
}

/** Two values that are told alike, as two actors of one name, are told by what is stored. */
function spelled(name: string, before: string, now: string, a: unknown, b: unknown): FieldDifference {
  if (before !== now) return { name, before, now }
  return { name, before: JSON.stringify(a) ?? '', now: JSON.stringify(b) ?? '' }
}

/** Members that say nothing to a person, or say it elsewhere. */
const unsaid: ReadonlySet<string> = new Set(['id', 'projectId', 'articleId', 'createdAt', 'updatedAt'])

/** What differs between two states of any other row. */
export function rowDifferences(before: AnyRow, now: AnyRow, sides: Sides): FieldDifference[] {
  const old = before as unknown as Readonly<Record<string, unknown>>
  const present = now as unknown as Readonly<Record<string, unknown>>
  const keys = [...new Set([...Object.keys(old), ...Object.keys(present)])]
  const differing = keys.filter(key => !rowsEqual(old[key], present[key]))
  const said = differing.filter(key => !unsaid.has(key))
  return (said.length > 0 ? said : differing).map(key => ({
    name: keyInWords(key),
    ...told(spellMember(key, old[key], sides.before), spellMember(key, present[key], sides.now))
  }))
}

function told(before: string, now: string): { before: string; now: string } {
  return before === now ? { before: 'as it was', now: 'otherwise' } : { before, now }
}

/** "docketNumber" as "Docket number". */
function keyInWords(key: string): string {
  const words = key.replace(/[A-Z]/gu, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function spellMember(key: string, value: unknown, side: ProjectSide): string {
  const isEnd = (key === 'from' || key === 'to') && typeof value === 'string'
  if (key === 'annotatorId' && typeof value === 'string') return side.annotatorName(value)
  return isEnd ? spellEnd(value, side) : spellPlain(value)
}

/** An end of a relation, by the words of its annotation. */
function spellEnd(id: string, side: ProjectSide): string {
  const annotation = side.state.rows.annotations.get(id)
  return annotation === undefined ? id : `“${shorten(quoteOf(annotation), 60)}”`
}

function spellPlain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(spellPlain).join(', ')
  if (typeof value !== 'object') return JSON.stringify(value)
  const named = value as Readonly<Record<string, unknown>>
  return spellPlain(named['name'] ?? named['fileName'] ?? named['description'])
}

/** What one row of a table is known by; empty for no row. */
export function nameOfRow(row: AnyRow | null, side: ProjectSide): string {
  if (row === null) return ''
  if ('question' in row) return row.shortName === '' ? row.question : row.shortName
  if ('name' in row) return row.name
  if ('title' in row) return row.title
  if ('from' in row) {
    return `${spellEnd(row.from, side)} ${row.type.replaceAll('-', ' ')} ${spellEnd(row.to, side)}`
  }
  return row.id
}
