import { shorten, type Registers } from '../annotation/describe'
import { relationKind } from '../annotation/relations'
import { quoteOf } from '../annotation/spans'
import { findLayer, type CodebookContent } from '../project/codebook'
import type { Annotation, Relation } from '../project/entities'
import type { RowChange, Rows, TableName } from './change-set'
import { describeAnnotationChange } from './describe-annotation-change'
import { rowsEqual } from './rows-equal'

/** What a reader of the history knows rows by. */
export interface HistoryNames extends Registers {
  /** The present codebook: names of layers, attributes and options. */
  codebook: CodebookContent
  annotatorName(id: string): string | undefined
  articleTitle(id: string): string | undefined
  /** A few words for an annotation that a relation names. */
  annotationName(id: string): string | undefined
}

/** In UTF-16 units: a quotation within a line of history. */
const quotedLength = 60

/**
 * What a change did to one row, in short lines for people: “Stance: Unclear → Opposes”. The time of the last
 * change and other bookkeeping is left out; a change of nothing else gives no line.
 */
export function describeChange(change: RowChange, names: HistoryNames): string[] {
  switch (change.table) {
    case 'annotations':
      return describeAnnotation(change.before, change.after, names)
    case 'relations':
      return describeRelation(change.before, change.after, names)
    case 'revisions':
      return change.before === null && change.after !== null ? [`Text, revision ${change.after.number}`] : []
    case 'projects':
    case 'codebooks':
    case 'annotators':
    case 'actors':
    case 'issues':
    case 'cases':
    case 'articles':
      return describeRow(change.table, change.before, change.after)
  }
}

function describeAnnotation(
  before: Annotation | null,
  after: Annotation | null,
  names: HistoryNames
): string[] {
  if (before !== null && after !== null) return describeAnnotationChange(before, after, names)
  const row = after ?? before
  if (row === null) return []
  const layer = findLayer(names.codebook, row.layer)?.name ?? row.layer
  const quote = `“${shorten(quoteOf(row), quotedLength)}”`
  if (after === null) return [`${layer} ${quote} deleted`]
  return [`${layer} ${quote}`, ...describeAnnotationChange({ ...row, attributes: {}, memo: '' }, row, names)]
}

function describeRelation(before: Relation | null, after: Relation | null, names: HistoryNames): string[] {
  if (before !== null && after !== null) {
    const lines: string[] = []
    if (before.type !== after.type)
      lines.push(`Relation: ${relationKind(before.type).verb} → ${relationKind(after.type).verb}`)
    if (before.from !== after.from || before.to !== after.to)
      lines.push(`Now reads: ${sentence(after, names)}`)
    return lines
  }
  if (after !== null) return [sentence(after, names)]
  return before === null ? [] : [`No longer: ${sentence(before, names)}`]
}

function sentence({ from, to, type }: Relation, names: HistoryNames): string {
  const name = (id: string) => `“${shorten(names.annotationName(id) ?? 'deleted annotation', 40)}”`
  return `${name(from)} ${relationKind(type).verb} ${name(to)}`
}

type NamedTable = Exclude<TableName, 'annotations' | 'relations' | 'revisions'>

/** What rows of a table are called, the field they are known by, and those that a reader cares about. */
const described = {
  projects: {
    noun: 'Project',
    known: 'title',
    fields: { title: 'Title', description: 'Description' }
  },
  codebooks: {
    noun: 'Codebook',
    known: 'title',
    fields: { title: 'Title', version: 'Version', layers: 'Layers' }
  },
  annotators: { noun: 'Annotator', known: 'name', fields: { name: 'Name', role: 'Role' } },
  actors: {
    noun: 'Actor',
    known: 'name',
    fields: { name: 'Name', kind: 'Kind', aliases: 'Aliases', role: 'Role', affiliation: 'Affiliation' }
  },
  issues: {
    noun: 'Issue',
    known: 'question',
    fields: { question: 'Question', shortName: 'Short name', description: 'Description', partOf: 'Part of' }
  },
  cases: {
    noun: 'Case',
    known: 'name',
    fields: {
      name: 'Name',
      court: 'Court',
      jurisdiction: 'Jurisdiction',
      docketNumber: 'Docket number',
      charges: 'Charges'
    }
  },
  articles: {
    noun: 'Article',
    known: 'title',
    fields: {
      title: 'Title',
      byline: 'Byline',
      outlet: 'Outlet',
      url: 'Address',
      publishedAt: 'Published',
      language: 'Language',
      status: 'Status',
      revision: 'Text, revision'
    }
  }
} as const satisfies {
  readonly [T in NamedTable]: {
    noun: string
    known: keyof Rows[T]
    fields: Readonly<Partial<Record<keyof Rows[T], string>>>
  }
}

function describeRow(table: NamedTable, before: object | null, after: object | null): string[] {
  const { noun, known, fields } = described[table]
  const name = (row: object) => String(Reflect.get(row, known))
  if (before === null) return after === null ? [] : [`${noun} “${name(after)}”`]
  if (after === null) return [`${noun} “${name(before)}” removed`]
  const lines = Object.entries(fields).flatMap(([key, label]) => {
    const old: unknown = Reflect.get(before, key)
    const now: unknown = Reflect.get(after, key)
    return rowsEqual(old, now) ? [] : [fieldChange(label, old, now)]
  })
  return lines.length === 0 ? [] : [`${noun} “${shorten(name(after), quotedLength)}”`, ...lines]
}

function fieldChange(label: string, before: unknown, after: unknown): string {
  const [old, now] = [inWords(before), inWords(after)]
  if (old === undefined || now === undefined) return `${label} changed`
  if (old === '') return `${label}: ${now}`
  return now === '' ? `${label} cleared (was ${old})` : `${label}: ${old} → ${now}`
}

/** Undefined for what has no short form: a whole list of charges or layers. */
function inWords(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return shorten(value, quotedLength)
  if (Array.isArray(value) && value.every(item => typeof item === 'string'))
    return shorten(value.join(', '), quotedLength)
  return undefined
}
