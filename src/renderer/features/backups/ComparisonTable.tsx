import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button'
import type { Pair } from './compare-projects'
import { StatusMark } from './StatusMark'

/** As many rows as are laid out without being felt. */
const rowsAtOnce = 200

interface ComparisonTableProps<Row> {
  label: string
  /** "Backup of 22 Nov 2026, 18:40" */
  beforeTitle: string
  pairs: readonly Pair<Row>[]
  /** What a side shows that has the row. */
  cell(pair: Pair<Row>, side: 'before' | 'now'): ReactNode
}

/** Rows of the backup beside rows of now, aligned; the first 200, and more when asked for. */
export function ComparisonTable<Row>({ label, beforeTitle, pairs, cell }: ComparisonTableProps<Row>) {
  const [shown, setShown] = useState(rowsAtOnce)
  const rest = pairs.length - shown
  return (
    <>
      <table className="comparison" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Difference</th>
            <th scope="col">{beforeTitle}</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, shown).map(pair => (
            <tr key={pair.id} data-status={pair.status}>
              <th scope="row">
                <StatusMark status={pair.status} />
              </th>
              <td>{pair.before === null ? <p className="quiet">Not there yet</p> : cell(pair, 'before')}</td>
              <td>{pair.now === null ? <p className="quiet">No longer there</p> : cell(pair, 'now')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className="comparison-more">
          {pairs.length.toLocaleString('en')} rows, {rest.toLocaleString('en')} not shown.
          <Button onClick={() => setShown(shown + rowsAtOnce)}>Show more</Button>
        </p>
      )}
    </>
  )
}
