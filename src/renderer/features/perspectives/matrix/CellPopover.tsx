import { useLayoutEffect, useRef, type RefObject } from 'react'
import { quoteWithGaps } from '../../../../core/perspective/card-words'
import type { PerspectiveMatrix } from '../../../../core/perspective/matrix'
import { cellWords, sideInWords, type MatrixMeasure } from '../../../../core/perspective/matrix-words'
import { sideSigns } from '../../../../core/perspective/sides'
import type { Study } from '../../../../core/project/study'
import { SideGlyph } from '../SideGlyph'
import { headHeight, rowHeight, type CellAt } from './matrix-layout'

interface CellPopoverProps {
  study: Study
  matrix: PerspectiveMatrix
  measure: MatrixMeasure
  at: CellAt
  /** Of the cell, in px of what scrolls. */
  left: number
  top: number
  scroller: RefObject<HTMLElement | null>
}

/** What is first said in a cell, below it or above where there is no room. The cells' names say the rest. */
export function CellPopover({ study, matrix, measure, at, left, top, scroller }: CellPopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  const cell = matrix.cells[at.row]?.[at.column]
  const [row, column] = [matrix.rows[at.row], matrix.columns[at.column]]
  const actor = matrix.areRowsActors ? row : column
  const first = cell?.perspectives[0]
  useLayoutEffect(() => {
    const [element, around] = [box.current, scroller.current]
    if (element === null || around === null) return
    const { offsetWidth: width, offsetHeight: height } = element
    const below = top + rowHeight + 4
    const hasRoomBelow = below + height <= around.scrollTop + around.clientHeight
    const hasRoomAbove = top - height - 4 >= around.scrollTop + headHeight
    element.style.top = `${hasRoomBelow || !hasRoomAbove ? below : top - height - 4}px`
    const rightmost = around.scrollLeft + around.clientWidth - width - 12
    element.style.left = `${Math.max(around.scrollLeft + 12, Math.min(left + 28, rightmost))}px`
  }, [left, top, scroller, cell])
  if (cell === undefined || first === undefined) return null
  const articles = new Set(cell.perspectives.map(({ place }) => place.of)).size
  const words = measure === 'words' ? `${cellWords(cell).toLocaleString('en')} words, ` : ''
  return (
    <div ref={box} className="matrix-popover" aria-hidden="true">
      <p>
        <b>{actor?.title}</b>
        {cell.side !== null && <SideGlyph shape={sideSigns[cell.side].shape} size={10} />}
        {sideInWords(cell)}
        <span>
          {words}
          {cell.perspectives.length} in {articles} {articles === 1 ? 'article' : 'articles'}
        </span>
      </p>
      <q>{quoteWithGaps(first)}</q>
      <p className="matrix-where">
        {study.articles.length > 1 ? `${first.place.of.article.title}, ` : ''}¶{first.place.paragraph}
        <span>
          <kbd>↵</kbd> Open
        </span>
      </p>
    </div>
  )
}
