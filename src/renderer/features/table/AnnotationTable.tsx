import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { CellContext, TableColumn } from '../../../core/annotation/table-columns'
import type { Annotation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { Resizer } from '../../ui/Resizer'
import { TableRow } from './TableRow'
import { useTable } from './table-store'
import type { Listed } from './use-listed'
import { useVisibleRows } from '../../ui/use-visible-rows'

interface AnnotationTableProps {
  listed: Listed
  columns: readonly TableColumn[]
  cells: CellContext
  selected: ReadonlySet<AnnotationId>
  onSelect(ids: ReadonlySet<AnnotationId>): void
  onOpen(annotation: Annotation): void
}

const rowHeight = 28
/** Before the first column. */
const rowPadding = 12
const widthLimits = { least: 56, most: 900 }

/** The grid "Annotations in a table": arrows move, Enter shows the place, Space selects, Ctrl+A selects all. */
export function AnnotationTable(props: AnnotationTableProps) {
  const { listed, columns, cells, selected, onSelect, onOpen } = props
  const { items, rows } = listed
  const grid = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<AnnotationId | null>(null)
  const anchor = useRef<AnnotationId | null>(null)
  const widths = useTable(state => state.widths)
  const visible = useVisibleRows(grid, items.length, rowHeight)
  const width = columns.reduce((sum, column) => sum + widthOf(column, widths), rowPadding)
  const template = columns.map(column => `${widthOf(column, widths)}px`).join(' ')
  const places = useMemo(() => {
    const found = new Map<AnnotationId, number>()
    items.forEach((item, i) => item.kind === 'row' && found.set(item.annotation.id, i))
    return found
  }, [items])
  const at = active === null ? undefined : places.get(active)
  const moveTo = (number: number, isExtending: boolean) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, number))]
    if (target === undefined) return
    setActive(target.id)
    visible.show(places.get(target.id) ?? 0)
    if (isExtending) onSelect(between(rows, anchor.current ?? target.id, target.id))
    else anchor.current = target.id
  }
  const toggle = (id: AnnotationId) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    anchor.current = id
    onSelect(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const current = at === undefined ? -1 : numberAt(listed, at)
    const page = Math.max(1, visible.perPage - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1
    }
    const step = steps[event.key]
    if (step !== undefined) moveTo(step, event.shiftKey)
    else if (event.key === 'Enter' && rows[current] !== undefined) onOpen(rows[current])
    else if (event.key === ' ' && active !== null) toggle(active)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      onSelect(new Set(rows.map(({ id }) => id)))
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set())
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, annotation: Annotation) => {
    setActive(annotation.id)
    if (event.ctrlKey || event.metaKey) return toggle(annotation.id)
    if (event.shiftKey) return onSelect(between(rows, anchor.current ?? annotation.id, annotation.id))
    anchor.current = annotation.id
    onSelect(new Set([annotation.id]))
  }
  return (
    <div
      ref={grid}
      className="annotation-table"
      role="grid"
      aria-label="Annotations in a table"
      aria-multiselectable
      aria-rowcount={items.length + 1}
      aria-activedescendant={at === undefined ? undefined : rowId(at)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={event => event.target === event.currentTarget && active === null && moveTo(0, false)}
    >
      <Headings columns={columns} widths={widths} template={template} />
      <div className="table-rows" role="rowgroup" style={{ height: items.length * rowHeight, width }}>
        {items.slice(visible.first, visible.end).map((item, i) => (
          <TableRow
            key={item.kind === 'row' ? item.annotation.id : `group ${item.name}`}
            id={rowId(visible.first + i)}
            item={item}
            index={visible.first + i}
            top={(visible.first + i) * rowHeight}
            columns={columns}
            template={template}
            cells={cells}
            isActive={item.kind === 'row' && item.annotation.id === active}
            isSelected={item.kind === 'row' && selected.has(item.annotation.id)}
            onClick={onClick}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

interface HeadingsProps {
  columns: readonly TableColumn[]
  widths: Readonly<Record<string, number>>
  template: string
}

/** The column names, which sort; a second press turns the order round, a third gives back the text's. */
function Headings({ columns, widths, template }: HeadingsProps) {
  const sorting = useTable(state => state.sorting)
  const { set, setWidth } = useTable.getState()
  const sort = (column: string) => {
    if (sorting?.column !== column) set({ sorting: { column, isDescending: false } })
    else set({ sorting: sorting.isDescending ? null : { column, isDescending: true } })
  }
  return (
    <div className="table-headings" role="rowgroup">
      <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map(column => {
          const order =
            sorting?.column === column.id ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'
          return (
            <div key={column.id} role="columnheader" aria-sort={order}>
              <button type="button" onClick={() => sort(column.id)}>
                <span>{column.title}</span>
                {order === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
                {order === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
              </button>
              <Resizer
                label={`Resize ${column.title}`}
                width={widthOf(column, widths)}
                direction={1}
                onResize={width =>
                  setWidth(
                    column.id,
                    Math.round(Math.max(widthLimits.least, Math.min(widthLimits.most, width)))
                  )
                }
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const usualWidths: Readonly<Record<string, number>> = { layer: 128, quote: 340, memo: 240, article: 220 }

function widthOf({ id }: TableColumn, widths: Readonly<Record<string, number>>): number {
  return widths[id] ?? usualWidths[id] ?? 132
}

function rowId(index: number): string {
  return `table-row-${index}`
}

/** The number of the row that stands at this place, headings not counted. */
function numberAt({ items }: Listed, place: number): number {
  const item = items[place]
  return item?.kind === 'row' ? item.number : -1
}

function between(rows: readonly Annotation[], a: AnnotationId, b: AnnotationId): Set<AnnotationId> {
  const from = rows.findIndex(({ id }) => id === a)
  const to = rows.findIndex(({ id }) => id === b)
  return new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id))
}
