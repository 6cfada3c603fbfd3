import { ChevronDown, ChevronRight } from 'lucide-react'
import type { CardRow as Row } from '../../../../core/perspective/card-rows'
import type { Column } from '../../../../core/perspective/columns'
import type { IssueId } from '../../../../core/project/ids'
import { CardList } from './CardList'
import type { CardSurroundings } from './PerspectiveCard'

interface CardRowProps {
  row: Row
  columns: readonly Column[]
  hasHeading: boolean
  /** Stands on the screen at first. */
  isFirst: boolean
  active: string | null
  surroundings: CardSurroundings
  isFolded(key: string): boolean
  onToggle(key: string): void
  /** Looks at one issue; absent where the row is not about another one. */
  onIssue: ((id: IssueId) => void) | null
}

/** One row: what its cards have in common, and a cell for each column, silent ones too. */
export function CardRow(props: CardRowProps) {
  const { row, columns, hasHeading, isFirst, active, surroundings, isFolded } = props
  const isShut = isFolded(row.key)
  return (
    <div className="columns-row" role="row" data-folded={isShut ? '' : undefined}>
      {hasHeading && <RowHeading {...props} isShut={isShut} />}
      {row.cells.map((cell, i) => {
        const column = columns[i]
        if (column === undefined) return null
        const isHidden = isShut || isFolded(column.key)
        return (
          <div
            key={column.key}
            role="cell"
            className={cell.count === 0 && !isHidden ? 'is-silent' : undefined}
          >
            {isHidden && cell.count > 0 && <p className="folded-count">{cell.count}</p>}
            {!isHidden && cell.count === 0 && <p className="silent">{column.silence}</p>}
            {!isHidden && cell.count > 0 && (
              <CardList groups={cell.groups} isFirst={isFirst} surroundings={surroundings} active={active} />
            )}
          </div>
        )
      })}
    </div>
  )
}

function RowHeading({ row, isShut, onToggle, onIssue }: CardRowProps & { isShut: boolean }) {
  const Chevron = isShut ? ChevronRight : ChevronDown
  const { issue } = row
  return (
    <div className="row-head" role="rowheader">
      <button
        type="button"
        className="row-fold"
        aria-expanded={!isShut}
        aria-label={`Row ${row.title}`}
        title={isShut ? 'Unfold row' : 'Fold row'}
        onClick={() => onToggle(row.key)}
      >
        <Chevron size={14} aria-hidden="true" />
      </button>
      {onIssue !== null && issue !== null ? (
        <button type="button" className="row-title" title="Look at this issue" onClick={() => onIssue(issue)}>
          {row.title}
        </button>
      ) : (
        <b>{row.title}</b>
      )}
      {row.detail !== '' && !isShut && <span>{row.detail}</span>}
    </div>
  )
}
