import { parseJson } from '../../core/formats/parse-json'
import { Problems } from '../../core/formats/problems'
import { addShapeProblems } from '../../core/formats/dataset/explain-shape'
import type { DatasetHead } from '../../core/formats/dataset/read-registers'
import { datasetSchema, type Dataset } from '../../core/formats/dataset/schema'
import { jsonlTables, type JsonlHead, type JsonlTable } from '../../core/formats/jsonl/jsonl-schema'
import { datasetOf, parseJsonlRow, readJsonlHead, readJsonlRecord } from '../../core/formats/jsonl/read-jsonl'
import { CommandFailure } from '../io'
import type { FileRow, FileScan } from './file-source'
import { scanDataset } from './scan-dataset'
import { scanLines } from './scan-lines'

const emptyRows = () => ({
  annotators: [],
  actors: [],
  issues: [],
  cases: [],
  articles: [],
  annotations: [],
  relations: []
})

function isLargeTable(table: JsonlTable): boolean {
  return table === 'articles' || table === 'annotations' || table === 'relations'
}

/** Goes through a file of JSON Lines. */
export function scanJsonlFile(fd: number, name: string): FileScan {
  let head: JsonlHead | null = null
  const registers: Pick<Dataset, JsonlTable> = emptyRows()
  const say = (_: JsonlTable, line: number) => `line ${line}`
  function* rows(): Generator<FileRow> {
    for (const { text, number, start, length } of scanLines(fd)) {
      if (head === null) {
        const read = readJsonlHead(text, name)
        if (!read.ok) throw new CommandFailure(read.error)
        head = read.value
        continue
      }
      const problems = new Problems()
      const record = readJsonlRecord(text, number, problems)
      if (record === null) throw failureOf(problems)
      if (isLargeTable(record.table))
        yield { table: record.table, value: record.row, start, length, place: number }
      else {
        const row = parseJsonlRow(record.table, record.row, 0, problems)
        if (row === null) throw failureOf(problems, `line ${number}`)
        // The row is of its table, which a union of tables cannot see.
        ;(registers[record.table] as unknown[]).push(row)
      }
    }
  }
  return {
    rows: rows(),
    head: () => {
      if (head === null) throw new CommandFailure({ code: 'empty-file', message: `${name} is empty.` })
      return datasetOf(head, registers)
    },
    say
  }
}

function failureOf(problems: Problems, place?: string): CommandFailure {
  const failure = problems.toFailure() ?? { code: 'wrong-shape', message: 'This cannot be read.' }
  return new CommandFailure(place === undefined ? failure : { ...failure, place })
}

/** Goes through a dataset. */
export function scanDatasetFile(fd: number): FileScan {
  const rest: Record<string, unknown> = {}
  const tables = new Set<string>(Object.values(jsonlTables).filter(isLargeTable))
  function* rows(): Generator<FileRow> {
    for (const { key, index, text, start, length } of scanDataset(fd, tables)) {
      const json = parseJson(text)
      const place = index === null ? key : `${key}[${index}]`
      if (!json.ok) throw new CommandFailure({ ...json.error, place: `${place}, ${json.error.place ?? ''}` })
      if (index === null) rest[key] = json.value
      else yield { table: key as JsonlTable, value: json.value, start, length, place: index }
    }
  }
  return {
    rows: rows(),
    head: (): DatasetHead => {
      const parsed = datasetSchema.safeParse(rest, { reportInput: true })
      if (parsed.success) return parsed.data
      const problems = new Problems()
      addShapeProblems(problems, parsed.error.issues)
      throw failureOf(problems)
    },
    say: (table, index) => `${table}[${index}]`
  }
}
