import type { FormatIssue, ReadContext } from '../../core/formats/format'
import { ArticleReader, type ReadArticle } from '../../core/formats/jsonl/article-reader'
import type { JsonlTable } from '../../core/formats/jsonl/jsonl-schema'
import { PlacedProblems, translatePlace, type PlaceOfRow } from '../../core/formats/jsonl/row-places'
import type { DatasetHead } from '../../core/formats/dataset/read-registers'
import type { ProjectSource } from '../../core/formats/project-source'
import { Problems, showText } from '../../core/formats/problems'
import type { Relation } from '../../core/project/entities'
import { CommandFailure } from '../io'
import { ByteWindow } from './byte-window'
import { RowTable } from './row-table'

/** A row where it stands in the file. */
export interface FileRow {
  table: JsonlTable
  value: unknown
  start: number
  length: number
  /** Its line, or its number in its list. */
  place: number
}

/** How a file is gone through: what comes before the articles, and all rows of articles, annotations, relations. */
export interface FileScan {
  rows: Iterable<FileRow>
  /** To be asked when all rows went by. */
  head(): DatasetHead
  /** How a place is said: `line 7` or `annotations[6]`. */
  say(table: JsonlTable, place: number): string
}

interface Relations {
  rows: Relation[]
  byArticle: ReadonlyMap<number, Relation[]>
}

/**
 * A project that stays in its file: of a million annotations only their places and ids are held. Annotations come
 * in the order of the articles. Going through the articles checks them; what is wrong is thrown.
 */
export function fileSource(
  fd: number,
  scan: FileScan,
  context: ReadContext
): { source: ProjectSource; issues: FormatIssue[] } {
  const index = new FileIndex()
  for (const row of scan.rows) index.add(row, scan)
  const problems = new Problems()
  const reader = new ArticleReader(scan.head(), context, problems)
  const relations = index.relations(reader, scan, problems)
  index.checkArticles(problems, scan)
  throwFirst(problems)
  const issues: FormatIssue[] = []
  const seen = new Set<number>()
  const window = new ByteWindow(fd)
  const readArticle = (article: IndexedArticle): ReadArticle => {
    const own: FormatIssue[] = []
    const read = readAt(article, reader, window, scan, own)
    // Issues are said once, however often the articles are gone through.
    if (!seen.has(article.place)) for (const issue of own) issues.push(issue)
    seen.add(article.place)
    return read
  }
  const articles = index.sorted()
  const source: ProjectSource = {
    head: reader.registers,
    counts: {
      articles: articles.length,
      annotations: index.annotations.count,
      relations: relations.rows.length
    },
    *articles() {
      for (const article of articles)
        yield { ...readArticle(article), relations: relations.byArticle.get(article.ordinal) ?? [] }
    },
    *annotations() {
      for (const article of articles) yield* readArticle(article).annotations
    },
    relations: () => relations.rows
  }
  return { source, issues }
}

interface IndexedArticle {
  ordinal: number
  start: number
  length: number
  place: number
  annotations(): { start: number; length: number; place: number }[]
}

function readAt(
  article: IndexedArticle,
  reader: ArticleReader,
  window: ByteWindow,
  scan: FileScan,
  issues: FormatIssue[]
): ReadArticle {
  const rows = article.annotations()
  const placeOf: PlaceOfRow = (table, index) => {
    const place = table === 'articles' ? article.place : rows[index]?.place
    return place === undefined ? undefined : scan.say(table, place)
  }
  const problems = new PlacedProblems(placeOf)
  const parse = (start: number, length: number) => JSON.parse(window.text(start, length)) as unknown
  const raw = {
    article: withoutRecord(parse(article.start, article.length)),
    annotations: rows.map(row => withoutRecord(parse(row.start, row.length)))
  }
  const own: FormatIssue[] = []
  const read = reader.read(raw, problems, own)
  throwFirst(problems)
  if (read === null) throw new CommandFailure({ code: 'wrong-shape', message: 'This cannot be read.' })
  for (const { place, message } of own) issues.push({ place: translatePlace(place, placeOf), message })
  return read
}

function withoutRecord(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('record' in value)) return value
  const { record: _, ...row } = value
  return row
}

/** Ids and places of all rows. */
class FileIndex {
  readonly annotations = new RowTable()
  private readonly ordinals = new Map<string, number>()
  private readonly articles = new Map<number, { start: number; length: number; place: number }>()
  private readonly articleOf = new Map<string, number>()
  private readonly rawRelations: FileRow[] = []

  add(row: FileRow, scan: FileScan): void {
    const { table, value, start, length, place } = row
    if (table === 'relations') this.rawRelations.push(row)
    const { id, articleId } = (value ?? {}) as { id?: unknown; articleId?: unknown }
    const twice = () =>
      new CommandFailure({
        code: 'duplicate-id',
        message: `The id ${showText(String(id))} is used twice.`,
        place: scan.say(table, place)
      })
    if (table === 'articles') {
      const ordinal = this.ordinalOf(String(id))
      if (this.articles.has(ordinal)) throw twice()
      this.articles.set(ordinal, { start, length, place })
    }
    if (table === 'annotations') {
      const ordinal = this.ordinalOf(String(articleId))
      if (this.articleOf.has(String(id))) throw twice()
      this.articleOf.set(String(id), ordinal)
      this.annotations.add(start, length, place, ordinal)
    }
  }

  private ordinalOf(id: string): number {
    const known = this.ordinals.get(id)
    if (known !== undefined) return known
    this.ordinals.set(id, this.ordinals.size)
    return this.ordinals.size - 1
  }

  checkArticles(problems: Problems, scan: FileScan): void {
    const rowsOf = this.annotations.byArticle(this.ordinals.size)
    for (const [id, ordinal] of this.ordinals) {
      if (this.articles.has(ordinal)) continue
      const [first = 0] = rowsOf(ordinal)
      const place = scan.say('annotations', this.annotations.row(first).place)
      problems.add('dangling-id', `There is no article with the id ${showText(id)}`, place)
    }
  }

  /** In the order of the file. */
  sorted(): IndexedArticle[] {
    const rowsOf = this.annotations.byArticle(this.ordinals.size)
    return [...this.articles]
      .sort(([, a], [, b]) => a.start - b.start)
      .map(([ordinal, row]) => ({
        ordinal,
        ...row,
        annotations: () => Array.from(rowsOf(ordinal), at => this.annotations.row(at))
      }))
  }

  relations(reader: ArticleReader, scan: FileScan, problems: Problems): Relations {
    const placed = new PlacedProblems((table, index) => {
      const row = this.rawRelations[index]
      return row === undefined ? undefined : scan.say(table, row.place)
    })
    const annotators = new Set<string>(reader.registers.annotators.map(row => row.id))
    const ids = new Set<string>()
    const byArticle = new Map<number, Relation[]>()
    const rows = this.rawRelations.flatMap(({ value }, index) => {
      const row = reader.readRelation(withoutRecord(value), index, placed)
      if (row === null) return []
      const missing = (key: string, id: string) =>
        placed.add(
          'dangling-id',
          `There is nothing with the id ${showText(id)}`,
          `relations[${index}].${key}`
        )
      if (ids.has(row.id))
        placed.add('duplicate-id', `The id ${showText(row.id)} is used twice`, `relations[${index}]`)
      ids.add(row.id)
      const article = this.articleOf.get(row.from)
      if (article === undefined) missing('from', row.from)
      if (!this.articleOf.has(row.to)) missing('to', row.to)
      if (!annotators.has(row.annotatorId)) missing('annotatorId', row.annotatorId)
      if (article !== undefined) addTo(byArticle, article, row)
      return [row]
    })
    for (const { code, message, place = '' } of placed.list) problems.add(code, message, place)
    this.rawRelations.length = 0
    // Only relations asked for it, and it is large.
    this.articleOf.clear()
    return { rows, byArticle }
  }
}

function throwFirst(problems: Problems): void {
  const failure = problems.toFailure()
  if (failure !== null) throw new CommandFailure(failure)
}

function addTo(groups: Map<number, Relation[]>, key: number, row: Relation): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [row])
  else group.push(row)
}
