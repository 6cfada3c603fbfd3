import { useMemo, useRef, type PointerEvent } from 'react'
import { timeScale, within, type DayStretch } from '../../../core/chronology/time-axis'
import type { EventLane } from '../../../core/chronology/timeline-lanes'

interface OverviewStripProps {
  lanes: readonly EventLane[]
  whole: DayStretch
  shown: DayStretch
  width: number
  onShow(shown: DayStretch | null): void
}

/** Everything there is in one strip; dragging over it chooses what is shown, a double click shows it all. */
export function OverviewStrip({ lanes, whole, shown, width, onShow }: OverviewStripProps) {
  const scale = timeScale(whole, width)
  const drag = useRef<number | null>(null)
  const ticks = useMemo(() => {
    const whereTo = timeScale(whole, width)
    const places = lanes.flatMap(({ items }) =>
      items.map(({ drawn }) => Math.round(whereTo.x((drawn.from + drawn.until) / 2)))
    )
    return [...new Set(places)].map(x => `M${x + 0.5} 4v8`).join('')
  }, [lanes, whole, width])
  const dayAt = (event: PointerEvent<SVGSVGElement>) =>
    scale.day(event.clientX - event.currentTarget.getBoundingClientRect().left)
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (drag.current === null) return
    const [from, until] = [drag.current, dayAt(event)].sort((a, b) => a - b) as [number, number]
    // A click moves what is shown; only a drag changes how much it is.
    if ((until - from) * (width / (whole.until - whole.from)) > 6)
      onShow(within({ from, until: Math.max(until, from + 14) }, whole))
  }
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    const start = drag.current
    drag.current = null
    if (start === null || Math.abs(scale.x(dayAt(event)) - scale.x(start)) > 6) return
    const half = (shown.until - shown.from) / 2
    onShow(within({ from: start - half, until: start + half }, whole))
  }
  const x1 = scale.x(shown.from)
  const x2 = scale.x(shown.until)
  const isAll = x2 - x1 > width - 2
  return (
    <svg
      className="tl-strip"
      width={width}
      height={16}
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = dayAt(event)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={() => onShow(null)}
    >
      <title>Drag to choose the span that is shown</title>
      <rect className="tl-strip-all" width={width} height={16} rx={3} />
      <path className="tl-strip-ticks" d={ticks} />
      {!isAll && (
        <rect
          className="tl-strip-shown"
          x={x1 + 1}
          y={1}
          width={Math.max(6, x2 - x1 - 2)}
          height={14}
          rx={3}
        />
      )}
    </svg>
  )
}
