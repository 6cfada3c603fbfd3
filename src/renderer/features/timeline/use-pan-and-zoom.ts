import { useEffect, useRef, type PointerEvent, type RefObject } from 'react'
import { pan, zoom, type DayStretch } from '../../../core/chronology/time-axis'
import { laneNames } from './lane-names'

interface PanAndZoom {
  shown: DayStretch
  whole: DayStretch
  width: number
  onShow(shown: DayStretch | null): void
}

/** Dragging the empty sheet moves it, Ctrl and the wheel look closer at the day under the pointer. */
export function usePanAndZoom(sheet: RefObject<HTMLDivElement | null>, view: PanAndZoom) {
  const latest = useRef(view)
  useEffect(() => {
    latest.current = view
  })
  useEffect(() => {
    const { current } = sheet
    if (current === null) return
    // React listens passively, and then the page would be zoomed as well.
    const onWheel = (event: WheelEvent) => {
      const { shown, whole, width, onShow } = latest.current
      const daysPerPx = (shown.until - shown.from) / width
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        const x = event.clientX - current.getBoundingClientRect().left - laneNames
        const around = shown.from + Math.min(Math.max(x, 0), width) * daysPerPx
        onShow(zoom(shown, event.deltaY < 0 ? 1.25 : 0.8, around, whole))
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault()
        onShow(pan(shown, (event.deltaX === 0 ? event.deltaY : event.deltaX) * daysPerPx, whole))
      }
    }
    current.addEventListener('wheel', onWheel, { passive: false })
    return () => current.removeEventListener('wheel', onWheel)
  }, [sheet])
  const grip = useRef<{ x: number; shown: DayStretch } | null>(null)
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      const isMark = event.target instanceof Element && event.target.closest('[role=option]') !== null
      if (event.button !== 0 || isMark) return
      grip.current = { x: event.clientX, shown: view.shown }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (grip.current === null || Math.abs(event.clientX - grip.current.x) < 3) return
      const { shown } = grip.current
      const days = ((grip.current.x - event.clientX) * (shown.until - shown.from)) / view.width
      view.onShow(pan(shown, days, view.whole))
    },
    onPointerUp: () => {
      grip.current = null
    }
  }
}
