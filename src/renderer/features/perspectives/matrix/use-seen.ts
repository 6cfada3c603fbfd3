import { useLayoutEffect, useState, type RefObject } from 'react'
import { useMatrixStore } from './matrix-store'

/** What of a scrolling element is on screen, in px; left and top in steps, so that not every pixel draws anew. */
export interface Seen {
  left: number
  top: number
  width: number
  height: number
}

const step = 120

/** Follows a scrolling element, and puts it back where it was when the view was left. */
export function useSeen(container: RefObject<HTMLElement | null>): Seen {
  const [seen, setSeen] = useState<Seen>({ left: 0, top: 0, width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = container.current
    if (element === null) return
    const before = useMatrixStore.getState().scroll
    const follow = () => {
      const left = Math.floor(element.scrollLeft / step) * step
      const top = Math.floor(element.scrollTop / step) * step
      const { clientWidth: width, clientHeight: height } = element
      setSeen(old =>
        old.left === left && old.top === top && old.width === width && old.height === height
          ? old
          : { left, top, width, height }
      )
    }
    let isRestored = false
    const resizes = new ResizeObserver(() => {
      follow()
      if (isRestored) return
      isRestored = true
      requestAnimationFrame(() => element.scrollTo(before))
    })
    resizes.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      useMatrixStore.getState().set({ scroll: { left: element.scrollLeft, top: element.scrollTop } })
      resizes.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [container])
  return seen
}

/** Whether something between two px is near to what is seen. */
export function isNear(from: number, to: number, seenFrom: number, seenLength: number): boolean {
  return to >= seenFrom - step && from <= seenFrom + seenLength + 2 * step
}
