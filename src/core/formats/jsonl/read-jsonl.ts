import type { ProjectData } from '../../project/entities'
import { fail, ok, type Result } from '../../result'
import { addShapeProblems } from '../dataset/explain-shape'
import { readDatasetRows } from '../dataset/read'
import { datasetFormatName, datasetVersion, type Dataset } from '../dataset/schema'
import { decodeFile } from '../exchange/decode-file'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { parseJson } from '../parse-json'
import { Problems, showText } from '../problems'
import {
  isJsonlRecord,
  jsonlFormatName,
  jsonlHeadSchema,
  jsonlRowSchemas,
  jsonlTables,
  jsonlVersion,
  type JsonlHead,
  type JsonlTable
} from './jsonl-schema'
import { PlacedProblems, translatePlace, type PlaceOfRow } from './row-places'

/**
 * Reads one file of JSON Lines (UTF-8). The project stands on the first line; the others may come in any order.
 * On bad input answers the first problem with its line, and where up to 20 are; nothing is read in part.
 */
export function readJsonl(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const [file, second] = files
  if (file === undefined) return fail('empty-file', 'No file was given.')
  if (second !== undefined) return fail('not-jsonl', 'A project is one file of JSON Lines.', second.name)
  const text = decodeFile(file)
  if (!text.ok) return text
  return readLines(text.value.split('\n'), file.name, context)
}

function readLines(
  lines: readonly string[],
  name: string,
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const head = readJsonlHead(lines[0] ?? '', name)
  if (!head.ok) return head
  const lineOf: Record<JsonlTable, number[]> = { ...emptyTables() }
  const placeOf: PlaceOfRow = (table, index) => {
    const line = lineOf[table][index]
    return line === undefined ? undefined : `line ${line}`
  }
  const problems = new PlacedProblems(placeOf)
  const rows: Record<JsonlTable, unknown[]> = { ...emptyTables() }
  for (const [index, line] of lines.entries()) {
    if (problems.isFull) break
    if (index === 0 || line.trim() === '') continue
    const record = readJsonlRecord(line, index + 1, problems)
    if (record === null) continue
    lineOf[record.table].push(index + 1)
    const parsed = parseJsonlRow(record.table, record.row, rows[record.table].length, problems)
    rows[record.table].push(parsed)
  }
  const early = problems.toFailure()
  if (early !== null) return { ok: false, error: early }
  // Each row was parsed by the schema of its table.
  const { data, issues } = readDatasetRows(datasetOf(head.value, rows as RowTables), context, problems)
  const failure = problems.toFailure()
  if (failure !== null) return { ok: false, error: failure }
  return ok({
    data,
    issues: issues.map(issue => ({ ...issue, place: translatePlace(issue.place, placeOf) }))
  })
}

type RowTables = Pick<Dataset, JsonlTable>

function emptyTables() {
  return { annotators: [], actors: [], issues: [], cases: [], articles: [], annotations: [], relations: [] }
}

/** A dataset of what the first line says and these rows. */
export function datasetOf(head: JsonlHead, rows: RowTables): Dataset {
  const { offsetUnit, project, codebook } = head
  return {
    format: datasetFormatName,
    version: datasetVersion,
    offsetUnit,
    project,
    ...(codebook === undefined ? {} : { codebook }),
    ...rows
  }
}

/** The first line. Fails with `not-jsonl`, `newer-version`, `text-withheld`, or as JSON and shapes do. */
export function readJsonlHead(line: string, name: string): Result<JsonlHead> {
  const json = parseJson(line)
  if (!json.ok) return { ok: false, error: { ...json.error, place: 'line 1' } }
  const { format, version } = (json.value ?? {}) as { format?: unknown; version?: unknown }
  if (format !== jsonlFormatName)
    return fail('not-jsonl', `${name} does not begin with the record of a Counterpoint project.`, 'line 1')
  if (typeof version === 'number' && version > jsonlVersion) {
    const message = `This file has version ${version}, which needs a newer Counterpoint; this one reads version ${jsonlVersion}.`
    return fail('newer-version', message, 'line 1')
  }
  const parsed = jsonlHeadSchema.safeParse(json.value, { reportInput: true })
  if (!parsed.success) {
    const problems = new Problems()
    addShapeProblems(problems, parsed.error.issues)
    const failure = problems.toFailure() ?? { code: 'wrong-shape', message: parsed.error.message }
    return { ok: false, error: { ...failure, place: `line 1, ${failure.place ?? ''}` } }
  }
  if (parsed.data.textsWithheld === true) {
    const message = `${name} was written without the texts. A dataset of one JSON file can be read with the texts beside it.`
    return fail('text-withheld', message, 'line 1')
  }
  return ok(parsed.data)
}

/** What a line is and its row, not yet checked; null when a problem was noted at the line. */
export function readJsonlRecord(
  line: string,
  number: number,
  problems: Problems
): { table: JsonlTable; row: Record<string, unknown> } | null {
  const json = parseJson(line)
  if (!json.ok) {
    const column = /column \d+/.exec(json.error.place ?? '')?.[0]
    const place = column === undefined ? `line ${number}` : `line ${number}, ${column}`
    problems.add(json.error.code, json.error.message.replace(/\.$/, ''), place)
    return null
  }
  const { value } = json
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.add('wrong-shape', 'A line holds one object', `line ${number}`)
    return null
  }
  const { record, ...row } = value as Record<string, unknown>
  if (isJsonlRecord(record)) return { table: jsonlTables[record], row }
  const found = typeof record === 'string' ? showText(record) : 'none'
  const known = Object.keys(jsonlTables).join(', ')
  problems.add('wrong-shape', `The record is ${found}; lines hold ${known}`, `line ${number}, record`)
  return null
}

/** The row by its table's schema; null when problems were noted at `table[index]`. */
export function parseJsonlRow<Table extends JsonlTable>(
  table: Table,
  row: unknown,
  index: number,
  problems: Problems
): RowTables[Table][number] | null {
  const parsed = jsonlRowSchemas[table].safeParse(row, { reportInput: true })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(issue => ({ ...issue, path: [table, index, ...issue.path] }))
  addShapeProblems(problems, issues)
  return null
}
