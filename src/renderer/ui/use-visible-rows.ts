import { useEffect, useState, type RefObject } from 'react'

export interface VisibleRows {
  /** Rows to draw: from `first` up to and without `end`. */
  first: number
  end: number
  /** How many fit on the screen. */
  perPage: number
  /** Scrolls the least needed to bring a row on screen. */
  show(index: number): void
}

/** Rows drawn above and below what is on screen. */
const overscan = 8

/** Which rows of one height are on screen in a scrolling element whose headings stick to its top. */
export function useVisibleRows(
  container: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number
): VisibleRows {
  const [view, setView] = useState({ first: 0, perPage: 12 })
  useEffect(() => {
    const element = container.current
    if (element === null) return
    const follow = () => {
      const first = Math.floor(element.scrollTop / rowHeight)
      const perPage = Math.ceil(element.clientHeight / rowHeight)
      setView(old => (old.first === first && old.perPage === perPage ? old : { first, perPage }))
    }
    const resizes = new ResizeObserver(follow)
    resizes.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      resizes.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [container, rowHeight])
  const first = Math.max(0, Math.min(view.first, count - 1) - overscan)
  return {
    first,
    end: Math.min(count, view.first + view.perPage + overscan),
    perPage: view.perPage,
    show: index => showRow(container, index, rowHeight)
  }
}

function showRow(container: RefObject<HTMLElement | null>, index: number, rowHeight: number): void {
  const element = container.current
  if (element === null) return
  const top = index * rowHeight
  // The headings take one row of what is seen.
  const room = element.clientHeight - 2 * rowHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (top > element.scrollTop + room) element.scrollTop = top - room
}
