import type { FigureTable } from '../report/figure'
import type { CaseLedger, LedgerNames } from './ledger'
import { changeWords, dateWords, entryWords, rowDetail, rowName } from './ledger-words'
import { dispositions, dispositionWords } from './ledger-types'

/** A row for each charge, defendant and disposition. */
export function chargesTable(ledgers: readonly CaseLedger[], names: LedgerNames): FigureTable {
  const rows = ledgers.flatMap(({ name, table }) =>
    table.rows.flatMap(row =>
      row.cells.flatMap((cell, i) =>
        (cell?.entries ?? []).map(({ disposition, count, isUpTo }) => [
          name,
          rowName(row, names),
          rowDetail(row),
          names.actorName(table.defendants[i] ?? ''),
          disposition === 'charged' ? 'charged' : dispositionWords[disposition],
          count,
          isUpTo ? 'up to' : null
        ])
      )
    )
  )
  const titles = ['Case', 'Charge', 'Law or date', 'Defendant', 'Disposition']
  return {
    columns: [...titles.map(title => ({ title })), { title: 'Counts', isNumber: true }, { title: 'Limit' }],
    rows
  }
}

/** A row for each event: what it did, and how many counts stand where after it. */
export function accountTable(ledgers: readonly CaseLedger[], names: LedgerNames): FigureTable {
  const rows = ledgers.flatMap(({ name, account }) =>
    account.lines.map(line => [
      name,
      dateWords(line.event),
      names.typeName(line.event.type),
      changeWords(line),
      line.standing.charged,
      ...dispositions.map(disposition => line.standing[disposition])
    ])
  )
  return {
    columns: [
      ...['Case', 'Date', 'Event', 'Change'].map(title => ({ title })),
      ...['Charged', ...dispositions.map(one => sentence(dispositionWords[one]))].map(title => ({
        title,
        isNumber: true
      }))
    ],
    rows
  }
}

/** Charges × defendants as on screen, case by case, with tabs between cells: what spreadsheets take when pasted. */
export function ledgerTsv(ledgers: readonly CaseLedger[], names: LedgerNames): string {
  const blocks = ledgers
    .filter(({ table }) => table.rows.length > 0)
    .map(({ name, table }) => {
      const head = ['Charge', ...table.defendants.map(actor => names.actorName(actor)), 'Counts']
      const rows = table.rows.map(row => [
        rowName(row, names),
        ...row.cells.map(cell => cell?.entries.map(entryWords).join('; ') ?? '–'),
        row.counts === null ? '' : String(row.counts)
      ])
      return [[name], head, ...rows].map(cells => cells.map(tsvCell).join('\t')).join('\n')
    })
  return blocks.join('\n\n')
}

function tsvCell(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  // A spreadsheet would run it as a formula.
  return /^[=+\-@]/u.test(line) ? `'${line}` : line
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
