import type { PerspectiveMatrix } from '../../../../core/perspective/matrix'
import type { MatrixCell } from '../../../../core/perspective/matrix-line'
import { cellName, cellWords, percent, type MatrixMeasure } from '../../../../core/perspective/matrix-words'
import { sideSigns } from '../../../../core/perspective/sides'
import { SideGlyph } from '../SideGlyph'
import { nameWidth } from './matrix-layout'

interface RowProps {
  matrix: PerspectiveMatrix
  measure: MatrixMeasure
  /** The columns near the screen, and that of the active cell. */
  columns: readonly number[]
  /** In px. */
  columnWidth: number
  top: number
}

interface MatrixRowProps extends RowProps {
  row: number
  /** The column of the cell that has the keyboard; null when it is in another row. */
  active: number | null
}

/** A row of cells, each a side, a number and a share of its issue. */
export function MatrixRow({ matrix, row, measure, columns, columnWidth, top, active }: MatrixRowProps) {
  const line = matrix.rows[row]
  return (
    <div role="row" aria-rowindex={row + 2} className="matrix-row" style={{ top }}>
      <span role="rowheader" aria-colindex={1} className="matrix-name" title={line?.title}>
        <b data-part={line?.isPart}>{line?.name}</b>
      </span>
      {columns.map(i => {
        const cell = matrix.cells[row]?.[i] ?? matrix.total
        return (
          <div
            key={matrix.columns[i]?.key}
            role="gridcell"
            aria-colindex={i + 2}
            aria-label={cellName(cell, measure)}
            tabIndex={active === i ? 0 : -1}
            data-cell={`${row} ${i}`}
            className={cell.perspectives.length === 0 ? 'matrix-cell is-silent' : 'matrix-cell'}
            style={{ left: nameWidth + i * columnWidth, width: columnWidth }}
          >
            {cell.perspectives.length === 0 ? (
              'silent'
            ) : (
              <Spoken cell={cell} measure={measure} hasBar={columnWidth >= leastWithBar} />
            )}
          </div>
        )
      })}
      <span role="gridcell" aria-colindex={matrix.columns.length + 2} className="matrix-total">
        {line === undefined ? '' : countOf(line.total, measure)}
      </span>
    </div>
  )
}

/** Px; in narrower cells a bar would be a dot. */
const leastWithBar = 130

interface SpokenProps {
  cell: MatrixCell
  measure: MatrixMeasure
  hasBar: boolean
}

function Spoken({ cell, measure, hasBar }: SpokenProps) {
  return (
    <>
      {cell.side === null ? <span>–</span> : <SideGlyph shape={sideSigns[cell.side].shape} size={12} />}
      <b>{countOf(cell, measure)}</b>
      <span className="matrix-bar" hidden={!hasBar}>
        <i style={{ width: `${cell.share * 100}%` }} />
      </span>
      <em>{percent(cell.share)}</em>
    </>
  )
}

/** Totals under the columns. */
export function TotalRow({ matrix, measure, columns, columnWidth, top }: RowProps) {
  return (
    <div role="row" aria-rowindex={matrix.rows.length + 2} className="matrix-row is-total" style={{ top }}>
      <span role="rowheader" aria-colindex={1} className="matrix-name">
        <b>{matrix.areRowsActors ? 'All actors' : 'All issues'}</b>
      </span>
      {columns.map(i => {
        const column = matrix.columns[i]
        return (
          <span
            key={column?.key}
            role="gridcell"
            aria-colindex={i + 2}
            className="matrix-cell"
            style={{ left: nameWidth + i * columnWidth, width: columnWidth }}
          >
            {column === undefined ? '' : countOf(column.total, measure)}
          </span>
        )
      })}
      <span role="gridcell" aria-colindex={matrix.columns.length + 2} className="matrix-total">
        {countOf(matrix.total, measure)}
      </span>
    </div>
  )
}

function countOf(cell: MatrixCell, measure: MatrixMeasure): string {
  return (measure === 'words' ? cellWords(cell) : cell.perspectives.length).toLocaleString('en')
}
