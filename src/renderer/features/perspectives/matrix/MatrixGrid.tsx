import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { PerspectiveMatrix } from '../../../../core/perspective/matrix'
import type { MatrixCell } from '../../../../core/perspective/matrix-line'
import { percent, type MatrixMeasure } from '../../../../core/perspective/matrix-words'
import type { AnnotationId } from '../../../../core/project/ids'
import type { Study } from '../../../../core/project/study'
import { MatrixRow, TotalRow } from './MatrixRow'
import { CellPopover } from './CellPopover'
import { groupHeight, headHeight, layOutMatrix, nameWidth, rowHeight, type CellAt } from './matrix-layout'
import { useMatrixStore } from './matrix-store'
import { isNear, useSeen } from './use-seen'

interface MatrixGridProps {
  study: Study
  matrix: PerspectiveMatrix
  measure: MatrixMeasure
  returnedTo: AnnotationId | null
  onOpen(cell: MatrixCell, title: string): void
  onTranspose(): void
}

/** The cells, of which only those near the screen are drawn; arrows move, Enter opens, T transposes. */
export function MatrixGrid({ study, matrix, measure, returnedTo, onOpen, onTranspose }: MatrixGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useSeen(scroller)
  const layout = useMemo(() => layOutMatrix(matrix, seen.width - 56), [matrix, seen.width])
  const { active: stored, set } = useMatrixStore()
  const active = placeOf(matrix, stored)
  const [pointed, setPointed] = useState<CellAt | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const wantsFocus = useRef(false)

  const activate = ({ row, column }: CellAt) => {
    const keys = [matrix.rows[row]?.key ?? '', matrix.columns[column]?.key ?? ''] as const
    set({ active: matrix.areRowsActors ? keys : [keys[1], keys[0]] })
    const element = scroller.current
    if (element !== null)
      showCell(element, layout.tops[row] ?? 0, column * layout.columnWidth, layout.columnWidth)
    wantsFocus.current = true
    setPointed(null)
  }
  useEffect(() => {
    if (!wantsFocus.current) return
    const cell = scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')
    if (cell === null || cell === undefined) return
    wantsFocus.current = false
    cell.focus({ preventScroll: true })
  })
  const back = useRef(returnedTo)
  useEffect(() => {
    const id = back.current
    back.current = null
    const at = id === null ? null : cellWith(matrix, id)
    if (at !== null) activate(at)
    // Only when the view is entered.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const open = ({ row, column }: CellAt) => {
    const cell = matrix.cells[row]?.[column]
    const [actor, issue] = matrix.areRowsActors
      ? [matrix.rows[row], matrix.columns[column]]
      : [matrix.columns[column], matrix.rows[row]]
    if (cell !== undefined) onOpen(cell, `${actor?.title ?? ''}: ${issue?.title ?? ''}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key !== 'Home' && event.key !== 'End') return
    }
    const next = moved(matrix, active, event, Math.floor(seen.height / rowHeight) - 2)
    if (next !== null) activate(next)
    else if (event.key === 'Enter' || event.key === ' ') open(active)
    else if (event.key.toLowerCase() === 't') {
      wantsFocus.current = true
      onTranspose()
    } else if (event.key === 'Escape' && pointed !== null) setPointed(null)
    else return
    event.preventDefault()
  }
  const onPointerOver = (event: PointerEvent) => setPointed(cellUnder(event.target))
  const popped = pointed ?? (hasFocus ? active : null)
  const isSeen = (top: number, height: number) => isNear(top, top + height, seen.top, seen.height)
  const columns = matrix.columns.flatMap((_, i) =>
    isNear(i * layout.columnWidth, (i + 1) * layout.columnWidth, seen.left, seen.width) || i === active.column
      ? [i]
      : []
  )
  return (
    <div
      ref={scroller}
      className="matrix-scroll"
      onPointerOver={onPointerOver}
      onPointerLeave={() => setPointed(null)}
    >
      <div
        role="grid"
        aria-label="Perspective matrix"
        aria-rowcount={matrix.rows.length + 2}
        aria-colcount={matrix.columns.length + 2}
        className="matrix-grid"
        style={{ width: layout.width, height: headHeight + layout.height }}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        onClick={event => {
          const at = cellUnder(event.target)
          if (at === null) return
          activate(at)
          open(at)
        }}
      >
        <Heads matrix={matrix} columns={columns} columnWidth={layout.columnWidth} />
        {layout.lines.map(line => {
          if (line.kind === 'group')
            return (
              isSeen(line.top, groupHeight) && (
                <div
                  key={`group:${line.group.key}`}
                  role="row"
                  className="matrix-group"
                  style={{ top: headHeight + line.top }}
                >
                  <span role="rowheader">{line.group.title}</span>
                  <span role="gridcell">
                    {line.group.count.toLocaleString('en')} · {percent(line.group.share)}
                  </span>
                </div>
              )
            )
          if (line.kind === 'total')
            return (
              <TotalRow
                key="total"
                matrix={matrix}
                measure={measure}
                columns={columns}
                columnWidth={layout.columnWidth}
                top={headHeight + line.top}
              />
            )
          const isActive = line.row === active.row
          return (
            (isActive || isSeen(line.top, rowHeight)) && (
              <MatrixRow
                key={matrix.rows[line.row]?.key}
                matrix={matrix}
                row={line.row}
                measure={measure}
                columns={columns}
                columnWidth={layout.columnWidth}
                top={headHeight + line.top}
                active={isActive ? active.column : null}
              />
            )
          )
        })}
      </div>
      {popped !== null && (
        <CellPopover
          study={study}
          matrix={matrix}
          measure={measure}
          at={popped}
          left={nameWidth + popped.column * layout.columnWidth}
          top={headHeight + (layout.tops[popped.row] ?? 0)}
          scroller={scroller}
        />
      )}
    </div>
  )
}

interface HeadsProps {
  matrix: PerspectiveMatrix
  columns: readonly number[]
  columnWidth: number
}

function Heads({ matrix, columns, columnWidth }: HeadsProps) {
  return (
    <div role="row" aria-rowindex={1} className="matrix-heads">
      <span role="columnheader" aria-colindex={1} className="matrix-name">
        {matrix.areRowsActors ? 'Actor' : 'Issue'}
      </span>
      {columns.map(i => {
        const column = matrix.columns[i]
        return (
          <span
            key={column?.key}
            role="columnheader"
            aria-colindex={i + 2}
            title={column?.title}
            data-part={column?.isPart}
            style={{ left: nameWidth + i * columnWidth, width: columnWidth }}
          >
            <b>{column?.name}</b>
          </span>
        )
      })}
      <span role="columnheader" aria-colindex={matrix.columns.length + 2} className="matrix-total">
        Total
      </span>
    </div>
  )
}

function cellUnder(target: EventTarget): CellAt | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number)
  return cell === null || row === undefined || column === undefined ? null : { row, column }
}

function placeOf(matrix: PerspectiveMatrix, stored: readonly [string, string] | null): CellAt {
  if (stored === null) return { row: 0, column: 0 }
  const [rowKey, columnKey] = matrix.areRowsActors ? stored : [stored[1], stored[0]]
  return {
    row: Math.max(
      0,
      matrix.rows.findIndex(({ key }) => key === rowKey)
    ),
    column: Math.max(
      0,
      matrix.columns.findIndex(({ key }) => key === columnKey)
    )
  }
}

function cellWith(matrix: PerspectiveMatrix, id: AnnotationId): CellAt | null {
  for (const [row, cells] of matrix.cells.entries())
    for (const [column, { perspectives }] of cells.entries())
      if (perspectives.some(({ annotation }) => annotation.id === id)) return { row, column }
  return null
}

function moved(
  { rows, columns }: PerspectiveMatrix,
  { row, column }: CellAt,
  { key, ctrlKey }: KeyboardEvent,
  page: number
): CellAt | null {
  const at = (nextRow: number, nextColumn: number): CellAt => ({
    row: Math.max(0, Math.min(rows.length - 1, nextRow)),
    column: Math.max(0, Math.min(columns.length - 1, nextColumn))
  })
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowRight':
      return at(row, column + 1)
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'PageUp':
      return at(row - page, column)
    case 'PageDown':
      return at(row + page, column)
    case 'Home':
      return at(ctrlKey ? 0 : row, 0)
    case 'End':
      return at(ctrlKey ? rows.length : row, columns.length)
    default:
      return null
  }
}

/** Scrolls as little as brings a cell between the sticky head and name on screen. */
function showCell(element: HTMLElement, top: number, left: number, width: number): void {
  const roomHeight = element.clientHeight - headHeight - rowHeight
  const roomWidth = element.clientWidth - nameWidth - width - 28
  if (top < element.scrollTop) element.scrollTop = Math.max(0, top - groupHeight)
  else if (top > element.scrollTop + roomHeight) element.scrollTop = top - roomHeight
  if (left < element.scrollLeft) element.scrollLeft = left
  else if (left > element.scrollLeft + roomWidth) element.scrollLeft = left - roomWidth
}
