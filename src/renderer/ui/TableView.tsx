import './table-view.css'

interface TableViewProps {
  caption: string
  columns: readonly { readonly title: string; readonly isNumber?: boolean }[]
  /** As many cells as columns; null is an empty cell. */
  rows: readonly (readonly (string | number | null)[])[]
}

/** More would hold up the window, and nobody reads them here. */
const shownRows = 1_000

/** Plain rows and columns, as behind a chart. The first column names its row. */
export function TableView({ caption, columns, rows }: TableViewProps) {
  return (
    <div className="table-view" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }, i) => (
              <th key={i} scope="col" data-number={isNumber}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((cells, row) => (
            <tr key={row}>{cells.map((cell, i) => cellOf(cell, i, columns[i]?.isNumber))}</tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>There is nothing to list.</p>}
      {rows.length > shownRows && (
        <p>
          The first {shownRows.toLocaleString('en')} of {rows.length.toLocaleString('en')} rows. Save the
          table as CSV for all of them.
        </p>
      )}
    </div>
  )
}

function cellOf(cell: string | number | null, i: number, isNumber: boolean | undefined) {
  const text = typeof cell === 'number' ? cell.toLocaleString('en') : cell
  return i === 0 ? (
    <th key={i} scope="row">
      {text}
    </th>
  ) : (
    <td key={i} data-number={isNumber}>
      {text}
    </td>
  )
}
