import { ChevronsLeftRight, ChevronsRightLeft } from 'lucide-react'
import type { Column } from '../../../../core/perspective/columns'
import { sideSigns } from '../../../../core/perspective/sides'
import { SideGlyph } from '../SideGlyph'

interface ColumnHeadsProps {
  /** Empty when rows have no headings. */
  rowsTitle: string
  columns: readonly Column[]
  isFolded(key: string): boolean
  onToggle(key: string): void
}

/** The headings: sign, name and number of perspectives; each can fold its column. */
export function ColumnHeads({ rowsTitle, columns, isFolded, onToggle }: ColumnHeadsProps) {
  return (
    <div className="columns-head" role="row">
      {rowsTitle !== '' && <span role="columnheader">{rowsTitle}</span>}
      {columns.map(column => {
        const isShut = isFolded(column.key)
        const Fold = isShut ? ChevronsLeftRight : ChevronsRightLeft
        return (
          <span
            key={column.key}
            role="columnheader"
            className={isShut ? 'is-folded' : undefined}
            title={isShut ? `${column.name}, ${column.count}` : undefined}
          >
            {column.side !== null && <SideGlyph shape={sideSigns[column.side].shape} />}
            <b>{column.name}</b>
            <em>{column.count.toLocaleString('en')}</em>
            <button
              type="button"
              className="fold-button"
              aria-expanded={!isShut}
              aria-label={`Column ${column.name}`}
              title={isShut ? `Unfold ${column.name}` : `Fold ${column.name}`}
              onClick={() => onToggle(column.key)}
            >
              <Fold size={13} aria-hidden="true" />
            </button>
          </span>
        )
      })}
    </div>
  )
}
