import type { Attribute, Codebook, Layer } from '../project/codebook'
import { findLayer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import { foldWords } from '../search/fold'
import type { Registers } from './describe'
import { statusesOf } from './filter'
import { quoteOf } from './spans'
import { valueInWords } from './value-in-words'

/** A column of the annotation table. Attributes of one id and name in several layers share a column. */
export interface TableColumn {
  /** `attribute:stance` for an attribute, else the name of what it shows. */
  id: string
  title: string
  /** Of an attribute. */
  attribute?: string
}

/** What cells take from beside the annotation. */
export interface CellContext {
  codebook: Pick<Codebook, 'layers'>
  registers: Registers
  articleTitle(id: string): string
  annotatorName(id: string): string
  /** An instant for people. */
  day(instant: string): string
}

const before: readonly TableColumn[] = [
  { id: 'layer', title: 'Layer' },
  { id: 'quote', title: 'Quote' }
]
const after: readonly TableColumn[] = [
  { id: 'status', title: 'Status' },
  { id: 'annotator', title: 'Annotator' },
  { id: 'article', title: 'Article' },
  { id: 'memo', title: 'Memo' },
  { id: 'created', title: 'Created' },
  { id: 'changed', title: 'Changed' }
]

/** Every column there can be for annotations of these layers, in their order. */
export function tableColumns(layers: readonly Layer[]): TableColumn[] {
  const attributes = new Map<string, TableColumn>()
  for (const { id, name } of layers.flatMap(layer => layer.attributes))
    if (!attributes.has(id)) attributes.set(id, { id: `attribute:${id}`, title: name, attribute: id })
  return [...before, ...attributes.values(), ...after]
}

/** What stands in a cell; empty when the annotation says nothing there. */
export function cellText(annotation: Annotation, column: TableColumn, context: CellContext): string {
  if (column.attribute !== undefined) return attributeText(annotation, column.attribute, context)
  switch (column.id) {
    case 'layer':
      return findLayer(context.codebook, annotation.layer)?.name ?? annotation.layer
    case 'quote':
      return quoteOf(annotation)
    case 'status':
      return statusesOf(annotation, context.codebook)
        .map(status => statusNames[status])
        .join(', ')
    case 'annotator':
      return context.annotatorName(annotation.annotatorId)
    case 'article':
      return context.articleTitle(annotation.articleId)
    case 'memo':
      return annotation.memo
    case 'created':
      return context.day(annotation.createdAt)
    case 'changed':
      return context.day(annotation.updatedAt)
    default:
      return ''
  }
}

const statusNames = { complete: 'Complete', incomplete: 'Incomplete', 'to-confirm': 'to confirm' } as const

function attributeText(annotation: Annotation, id: string, { codebook, registers }: CellContext): string {
  const value = annotation.attributes[id]
  if (value === undefined) return ''
  return valueInWords(attributeOf(annotation, id, codebook), value, registers)
}

function attributeOf(
  annotation: Annotation,
  id: string,
  codebook: Pick<Codebook, 'layers'>
): Attribute | undefined {
  return findLayer(codebook, annotation.layer)?.attributes.find(attribute => attribute.id === id)
}

/** What a cell is sorted by; null for an empty one, which comes last whichever way it is sorted. */
export type SortKey = string | number | null

/** Words by folded letters, numbers by size, dates by the calendar, options as the codebook has them. */
export function sortKey(annotation: Annotation, column: TableColumn, context: CellContext): SortKey {
  if (column.id === 'created') return annotation.createdAt
  if (column.id === 'changed') return annotation.updatedAt
  if (column.id === 'layer') return context.codebook.layers.findIndex(({ id }) => id === annotation.layer)
  if (column.attribute !== undefined) {
    const value = annotation.attributes[column.attribute]
    if (typeof value === 'number') return value
    const attribute = attributeOf(annotation, column.attribute, context.codebook)
    if (attribute?.kind === 'date' && typeof value === 'string') return value
    if (attribute?.kind === 'choice') {
      const at = attribute.options?.findIndex(({ id }) => id === value) ?? -1
      if (at >= 0) return String(at).padStart(4, '0')
    }
  }
  const text = cellText(annotation, column, context)
  return text === '' ? null : foldWords(text)
}

/** Orders keys of one column; numbers before words. */
export function compareKeys(a: SortKey, b: SortKey, isDescending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1
  return isDescending ? -order : order
}

export const groupings = ['none', 'layer', 'actor', 'issue', 'article'] as const
export type Grouping = (typeof groupings)[number]

/** The group an annotation stands in, by its name; null for "none named". The first actor or issue counts. */
export function groupOf(annotation: Annotation, by: Grouping, context: CellContext): string | null {
  if (by === 'none') return null
  if (by === 'layer') return findLayer(context.codebook, annotation.layer)?.name ?? annotation.layer
  if (by === 'article') return context.articleTitle(annotation.articleId)
  const attributes = findLayer(context.codebook, annotation.layer)?.attributes ?? []
  for (const attribute of attributes) {
    const value = annotation.attributes[attribute.id]
    if (value === undefined) continue
    if (attribute.kind === by) return valueInWords(attribute, value, context.registers)
    const party =
      by === 'actor' && attribute.kind === 'parties' && Array.isArray(value) ? value[0] : undefined
    if (typeof party === 'object') return context.registers.actorName(party.actor) ?? party.actor
  }
  return null
}

/** A line of the table: a group's heading, or one annotation. */
export type TableItem =
  { kind: 'group'; name: string; count: number } | { kind: 'row'; annotation: Annotation; number: number }

/**
 * The rows below headings with counts, groups in the order of their first row and "none named" last; without
 * grouping just the rows. Rows are numbered from 0 as they stand.
 */
export function toItems(rows: readonly Annotation[], by: Grouping, context: CellContext): TableItem[] {
  if (by === 'none') return rows.map((annotation, number) => ({ kind: 'row', annotation, number }))
  const groups = new Map<string | null, Annotation[]>()
  for (const row of rows) {
    const name = groupOf(row, by, context)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  const ordered = [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null))
  let number = 0
  return ordered.flatMap(([name, own]): TableItem[] => [
    { kind: 'group', name: name ?? `No ${by}`, count: own.length },
    ...own.map((annotation): TableItem => ({ kind: 'row', annotation, number: number++ }))
  ])
}
