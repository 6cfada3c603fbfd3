import { stemOf } from '../../core/formats/file-name'
import type { SourceFile } from '../../core/formats/format'
import { articleFields, type ColumnMapping, type TablePreview } from '../../core/importing/column-mapping'
import { parsedArticle, type ParsedArticle } from '../../core/importing/parsed-article'
import { plainTextBlocks } from '../../core/anchoring/blocks'
import { decodeUtf8 } from '../../core/project/utf8'
import { fail, ok, type Result } from '../../core/result'
import { readCsv } from '../../core/tables/read-csv'
import { type DocumentContent, type DocumentOptions, type DocumentReader } from './document-reader'

interface Table {
  columns: readonly string[]
  rows: { place: string; cells: ReadonlyMap<string, string> }[]
}

const shownRows = 5
const shownUnits = 200

/** Tables of articles, a row each: CSV, tab-separated values, JSON Lines. */
export const tableDocument: DocumentReader = {
  id: 'table',
  name: 'table of articles',
  extensions: ['.csv', '.tsv', '.jsonl', '.ndjson'],
  read: (file, options) => readTable(file, options)
}

function readTable(file: SourceFile, { columns }: DocumentOptions): Result<DocumentContent> {
  const decoded = decodeUtf8(file.bytes)
  if (!decoded.ok)
    return fail(
      'not-utf8',
      `${file.name} is not UTF-8 at byte ${decoded.invalidAt}. Save it as UTF-8.`,
      file.name
    )
  if (decoded.text.trim() === '') return fail('empty-file', `${file.name} is empty.`, file.name)
  const table = /\.(?:jsonl|ndjson)$/i.test(file.name)
    ? jsonTable(decoded.text, file.name)
    : csvTable(decoded.text, file.name)
  if (!table.ok) return table
  if (table.value.rows.length === 0) return fail('no-text', `There is no row in ${file.name}.`, file.name)
  if (columns === undefined) return ok({ kind: 'table', table: previewOf(table.value) })
  return articlesOf(table.value, columns, file.name)
}

function csvTable(text: string, place: string): Result<Table> {
  const read = readCsv(text, place)
  if (!read.ok) return read
  const rows = read.value.rows.map(({ line, cells }) => ({ place: `${place}, row ${line}`, cells }))
  return ok({ columns: read.value.columns, rows })
}

function jsonTable(text: string, place: string): Result<Table> {
  const columns = new Set<string>()
  const rows: Table['rows'] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const linePlace = `${place}, line ${at + 1}`
    const record = parsedRecord(line)
    if (record === null) return fail('not-json', 'This line is no JSON object.', linePlace)
    const cells = new Map(
      Object.entries(record).flatMap(([key, value]): [string, string][] =>
        typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : []
      )
    )
    for (const key of cells.keys()) columns.add(key)
    rows.push({ place: linePlace, cells })
  }
  return ok({ columns: [...columns], rows })
}

function parsedRecord(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** Names of columns that say what they hold, in the order of preference. */
const usual: Readonly<Record<(typeof articleFields)[number], readonly string[]>> = {
  text: ['text', 'body', 'content', 'article', 'fulltext', 'full_text', 'article_text', 'maintext'],
  title: ['title', 'headline', 'heading'],
  byline: ['byline', 'author', 'authors', 'creator'],
  outlet: ['outlet', 'source', 'publication', 'publisher', 'newspaper', 'site'],
  url: ['url', 'link', 'web_url', 'address'],
  publishedAt: ['published', 'publishedat', 'published_at', 'date', 'publication_date', 'pubdate'],
  language: ['language', 'lang']
}

function previewOf({ columns, rows }: Table): TablePreview {
  const suggested: ColumnMapping = {}
  for (const field of articleFields) {
    const name = usual[field]
      .map(usualName => columns.find(column => column.toLowerCase().replace(/[\s-]+/g, '_') === usualName))
      .find(column => column !== undefined)
    if (name !== undefined) suggested[field] = name
  }
  const longest = suggested.text ?? longestColumn(columns, rows)
  if (longest !== undefined) suggested.text = longest
  return {
    columns: [...columns],
    rows: rows
      .slice(0, shownRows)
      .map(({ cells }) => columns.map(column => (cells.get(column) ?? '').slice(0, shownUnits))),
    rowCount: rows.length,
    suggested
  }
}

/** Articles are the longest thing that a table of them holds. */
function longestColumn(columns: readonly string[], rows: Table['rows']): string | undefined {
  const sample = rows.slice(0, 50)
  const lengths = columns.map(column =>
    sample.reduce((sum, { cells }) => sum + (cells.get(column)?.length ?? 0), 0)
  )
  const longest = Math.max(0, ...lengths)
  return longest > 100 * sample.length ? columns[lengths.indexOf(longest)] : undefined
}

function articlesOf(table: Table, mapping: ColumnMapping, place: string): Result<DocumentContent> {
  const { text: textColumn } = mapping
  if (textColumn === undefined) return fail('wrong-columns', 'No column was chosen for the text.', place)
  const articles: ParsedArticle[] = []
  for (const [at, row] of table.rows.entries()) {
    const cell = (column: string | undefined) => (column === undefined ? '' : (row.cells.get(column) ?? ''))
    const { text, blocks } = plainTextBlocks(cell(textColumn).replace(/\r\n?/g, '\n'))
    const contents = blocks.map(({ type, level, startUtf16, endUtf16 }) => ({
      type,
      ...(level === undefined ? {} : { level }),
      text: text.slice(startUtf16, endUtf16)
    }))
    const { title, byline, outlet, url, publishedAt, language } = mapping
    const facts = {
      ...{ title: cell(title), byline: cell(byline), outlet: cell(outlet), url: cell(url) },
      ...{ publishedAt: cell(publishedAt), language: cell(language) }
    }
    const fallbackTitle = `${stemOf(place)}, ${at + 1}`
    const article = parsedArticle(contents, facts, { place: row.place, fallbackTitle })
    if (!article.ok) return article
    articles.push(article.value)
  }
  return ok({ kind: 'articles', articles })
}
