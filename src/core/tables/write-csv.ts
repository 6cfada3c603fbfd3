import type { FigureTable } from '../report/figure'

export type Cell = string | number | null

/** What a spreadsheet would take for the beginning of a formula, behind the apostrophes that make it harmless. */
const formulaStart = /^'*[=+\-@\t\r]/u

/**
 * A table as CSV (RFC 4180): CRLF, a head line, quotes where a cell needs them. A text that a spreadsheet would
 * run as a formula begins with an apostrophe (OWASP, CSV injection); numbers are written as they are.
 */
export function csvText({ columns, rows }: FigureTable): string {
  return [columns.map(({ title }) => title), ...rows].map(csvLine).join('')
}

/** The table as a file in UTF-8: its mark in front tells Excel, which takes the letters for Latin-1 without it. */
export function csvFile(table: FigureTable): string {
  return `\uFEFF${csvText(table)}`
}

/** One row with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

/** What a cell held before it was made harmless; of cells from elsewhere, only an apostrophe before a formula goes. */
export function fromHarmless(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = formulaStart.test(cell) ? `'${cell}` : cell
  // A mark of its own for the beginning of a file would be taken for one.
  return /[",\r\n\uFEFF]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
