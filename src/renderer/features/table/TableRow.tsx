import { Check } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import { shorten } from '../../../core/annotation/describe'
import {
  cellText,
  type CellContext,
  type TableColumn,
  type TableItem
} from '../../../core/annotation/table-columns'
import { findLayer } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import { LayerMark } from '../../ui/LayerMark'

interface TableRowProps {
  id: string
  item: TableItem
  /** From 0, headings of groups counted. */
  index: number
  /** Pixels below the headings. */
  top: number
  columns: readonly TableColumn[]
  template: string
  cells: CellContext
  isActive: boolean
  isSelected: boolean
  onClick(event: MouseEvent, annotation: Annotation): void
  onOpen(annotation: Annotation): void
}

/** More than a wide column shows; the inspector has the whole. */
const longestCell = 240

/** One line of the table: a group's heading or an annotation. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, item, index, top, columns, template, cells, isActive, isSelected, onClick, onOpen } = props
  if (item.kind === 'group') {
    return (
      <div id={id} className="table-group" role="row" aria-rowindex={index + 2} style={{ top }}>
        <span role="gridcell" aria-colspan={columns.length}>
          {item.name} <em>{item.count.toLocaleString('en')}</em>
        </span>
      </div>
    )
  }
  const { annotation } = item
  return (
    <div
      id={id}
      className={isActive ? 'table-row is-active' : 'table-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ top, gridTemplateColumns: template }}
      onClick={event => onClick(event, annotation)}
      onDoubleClick={() => onOpen(annotation)}
    >
      {columns.map(column => (
        <span
          key={column.id}
          role="gridcell"
          className={`cell-${column.attribute === undefined ? column.id : 'value'}`}
        >
          {column.id === 'layer' && <Mark annotation={annotation} cells={cells} isSelected={isSelected} />}
          <span>{shorten(cellText(annotation, column, cells), longestCell)}</span>
        </span>
      ))}
    </div>
  )
})

function Mark({
  annotation,
  cells,
  isSelected
}: {
  annotation: Annotation
  cells: CellContext
  isSelected: boolean
}) {
  const layer = findLayer(cells.codebook, annotation.layer)
  if (isSelected) return <Check className="table-check" size={15} aria-hidden="true" />
  if (layer === undefined) return null
  return <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
}
