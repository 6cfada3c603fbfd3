import { memo } from 'react'
import type { CaseLedger, LedgerNames } from '../../../core/chronology/ledger'
import type { LedgerCell } from '../../../core/chronology/ledger-table'
import { dispositionWords } from '../../../core/chronology/ledger-types'
import { rowDetail, rowName } from '../../../core/chronology/ledger-words'
import type { AnnotationId } from '../../../core/project/ids'
import { DispositionSign } from './DispositionSign'
import { useGridKeys } from './use-grid-keys'

interface ChargesTableProps {
  ledger: CaseLedger
  names: LedgerNames
  onFind(title: string, ids: readonly AnnotationId[]): void
}

/** From here on the table scrolls by itself, with its head and first column in place. */
const widestOnPage = 6

/** Charges × defendants of a case: in each cell what became of the counts. */
export const ChargesTable = memo(function ChargesTable({ ledger, names, onFind }: ChargesTableProps) {
  const { table, account } = ledger
  const { rows, defendants, totals } = table
  const { place, onKeyDown } = useGridKeys(firstCell(rows))
  const { charged, isAtLeast } = account.standing
  const listedRows = rows.filter(({ charge }) => charge !== null)
  const listed =
    listedRows.length > 0 && listedRows.every(({ counts }) => counts !== null)
      ? listedRows.reduce((sum, row) => sum + (row.counts ?? 0), 0)
      : null
  const total = listed ?? (isAtLeast || charged === 0 ? null : charged)
  const cellTitle = (column: number, name: string) => `${names.actorName(defendants[column] ?? '')}: ${name}`
  return (
    <div className={defendants.length > widestOnPage ? 'ledger-wide' : undefined}>
      <table
        className="ledger-charges"
        aria-label={`Charges by defendant, ${ledger.name}`}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">Charge</th>
            {defendants.map(actor => (
              <th key={actor} scope="col">
                {names.actorName(actor)}
              </th>
            ))}
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => {
            const name = rowName(row, names)
            const detail = rowDetail(row)
            return (
              <tr key={row.key}>
                <th scope="row">
                  {name}
                  {detail !== '' && <small>{detail}</small>}
                </th>
                {row.cells.map((cell, column) => (
                  <td key={column}>
                    {cell === null ? (
                      <span className="ledger-nil">
                        <span aria-hidden="true">–</span>
                        <span className="visually-hidden">
                          {row.key === 'rest' ? 'Nothing' : 'Not charged'}
                        </span>
                      </span>
                    ) : (
                      <button
                        type="button"
                        {...place(rowIndex, column)}
                        data-passages={cell.ids.join(' ')}
                        data-title={cellTitle(column, name)}
                        onClick={() => onFind(cellTitle(column, name), cell.ids)}
                      >
                        <Entries cell={cell} />
                      </button>
                    )}
                  </td>
                ))}
                <td className="ledger-number">{row.counts?.toLocaleString('en') ?? notTold(row.key)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All charges</th>
            {totals.map(({ count, isUpTo }, i) => (
              <td key={i}>
                {count === null ? '–' : `${isUpTo ? 'up to ' : ''}${count.toLocaleString('en')}`}
              </td>
            ))}
            <td className="ledger-number">{total?.toLocaleString('en') ?? 'not told'}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
})

function Entries({ cell }: { cell: LedgerCell }) {
  return cell.entries.map((entry, i) => (
    <span key={i} className="ledger-entry" data-disposition={entry.disposition}>
      <DispositionSign disposition={entry.disposition} />
      {entry.count !== null && (
        <b>
          {entry.isUpTo && <i>up to</i>} {entry.count.toLocaleString('en')}
        </b>
      )}
      {entry.disposition === 'charged' ? 'charged' : dispositionWords[entry.disposition]}
      {entry.count === null && entry.disposition !== 'charged' && entry.disposition !== 'open' && (
        <em>number not told</em>
      )}
    </span>
  ))
}

function notTold(key: string): string {
  return key === 'rest' ? '' : 'not told'
}

function firstCell(rows: CaseLedger['table']['rows']): readonly [number, number] {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex(cell => cell !== null)
    if (column >= 0) return [row, column]
  }
  return [0, 0]
}
