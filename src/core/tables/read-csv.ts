import Papa from 'papaparse'
import { fail, ok, type Result } from '../result'
import { fromHarmless } from './write-csv'

/** A row by the names of its columns, and the line it begins on, from 1. */
export interface CsvRow {
  line: number
  cells: ReadonlyMap<string, string>
}

export interface CsvTable {
  columns: readonly string[]
  rows: CsvRow[]
}

/**
 * A table of CSV with a head line: commas, semicolons or tabs, told by the head. Fails with `wrong-csv` and the
 * line: a quotation that is not closed, a row with more cells than the head, two columns of one name.
 */
export function readCsv(text: string, place: string): Result<CsvTable> {
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: 'greedy' })
  const [problem] = parsed.errors.filter(error => error.type === 'Quotes')
  if (problem !== undefined)
    return fail(
      'wrong-csv',
      'A quotation mark is not closed, or stands where none can.',
      lineOf(place, (problem.row ?? 0) + 1)
    )
  const [head, ...rest] = parsed.data
  if (head === undefined) return fail('empty-file', `${place} is empty.`, place)
  const columns = head.map(cell => cell.trim())
  const seen = new Set<string>()
  const twice = columns.find(name => name !== '' && (seen.has(name) || !seen.add(name)))
  if (twice !== undefined) return fail('wrong-csv', `Two columns are called “${twice}”.`, place)
  const rows: CsvRow[] = []
  for (const [at, cells] of rest.entries()) {
    if (cells.length > columns.length)
      return fail(
        'wrong-csv',
        `The row has ${cells.length} cells, the head line ${columns.length}.`,
        lineOf(place, at + 2)
      )
    rows.push({
      line: at + 2,
      cells: new Map(columns.map((name, i) => [name, fromHarmless(cells[i] ?? '')]))
    })
  }
  return ok({ columns, rows })
}

function lineOf(place: string, row: number): string {
  return `${place}, row ${row}`
}

/** The one that parts the most cells of the head line; a comma when none does. */
function delimiterOf(text: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const count = (mark: string) => head.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
