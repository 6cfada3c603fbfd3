import type { FigureTable } from './figure'

/** What a spreadsheet would take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/u

/**
 * A table as CSV (RFC 4180): CRLF, a head line, quotes where a cell needs them. A text that a spreadsheet would
 * run as a formula begins with an apostrophe (OWASP, CSV injection); numbers are written as they are.
 */
export function csvText({ columns, rows }: FigureTable): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  return lines.map(cells => `${cells.map(cellText).join(',')}\r\n`).join('')
}

/** The table as a file in UTF-8: its mark in front tells Excel, which takes the letters for Latin-1 without it. */
export function csvFile(table: FigureTable): string {
  return `\uFEFF${csvText(table)}`
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = formulaStart.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
