import type { ReactNode } from 'react'
import { Resizer, useRememberedWidth } from './Resizer'
import './panes.css'

interface PanesProps {
  /** The left pane; null when hidden. */
  start: ReactNode
  /** The right pane; null when hidden. */
  end: ReactNode
  /** What the panes are called as landmarks. */
  startName: string
  endName: string
  /** What their separators are called, and under which name their widths are remembered. */
  startLabel: string
  endLabel: string
  children: ReactNode
}

/** A main area between two side panes whose widths can be dragged and are remembered. */
export function Panes({ start, end, startName, endName, startLabel, endLabel, children }: PanesProps) {
  const [startWidth, setStartWidth] = useRememberedWidth(startLabel, {
    initial: 208,
    minimum: 180,
    maximum: 420
  })
  const [endWidth, setEndWidth] = useRememberedWidth(endLabel, { initial: 316, minimum: 280, maximum: 560 })
  return (
    <div className="panes">
      {start !== null && (
        <aside className="pane-start" aria-label={startName}>
          <div className="pane-content" style={{ width: startWidth }}>
            {start}
          </div>
          <Resizer label={startLabel} width={startWidth} direction={1} onResize={setStartWidth} />
        </aside>
      )}
      <div className="pane-main">{children}</div>
      {end !== null && (
        <aside className="pane-end" aria-label={endName}>
          <Resizer label={endLabel} width={endWidth} direction={-1} onResize={setEndWidth} />
          <div className="pane-content" style={{ width: endWidth }}>
            {end}
          </div>
        </aside>
      )}
    </div>
  )
}
