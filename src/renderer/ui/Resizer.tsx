import { useState, type KeyboardEvent, type PointerEvent } from 'react'

interface Limits {
  /** Pixels. */
  initial: number
  minimum: number
  maximum: number
}

/** A pane's width in pixels, kept inside its limits and remembered by name between starts. */
export function useRememberedWidth(name: string, limits: Limits): [number, (width: number) => void] {
  const key = `counterpoint.width.${name}`
  const clamp = (width: number) => Math.round(Math.max(limits.minimum, Math.min(limits.maximum, width)))
  const [width, setWidth] = useState(() =>
    clamp(Number(localStorage.getItem(key) ?? limits.initial) || limits.initial)
  )
  return [
    width,
    wanted => {
      localStorage.setItem(key, String(clamp(wanted)))
      setWidth(clamp(wanted))
    }
  ]
}

interface ResizerProps {
  label: string
  /** Pixels: the pane's width, or its height when the separator lies across. */
  width: number
  /** 1 when dragging right (down) makes the pane larger, -1 when it makes it smaller. */
  direction: 1 | -1
  /** Of the separator itself; between panes side by side it stands upright. */
  orientation?: 'vertical' | 'horizontal'
  onResize(width: number): void
}

const keyStep = 16

/** The separator between two panes: dragged, or moved by the arrow keys. */
export function Resizer({ label, width, direction, orientation = 'vertical', onResize }: ResizerProps) {
  const isUpright = orientation === 'vertical'
  const along = (event: { clientX: number; clientY: number }) => (isUpright ? event.clientX : event.clientY)
  const [smaller, larger] = isUpright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const start = along(event)
    const element = event.currentTarget
    element.setPointerCapture(event.pointerId)
    const move = (to: globalThis.PointerEvent) => onResize(width + (along(to) - start) * direction)
    element.addEventListener('pointermove', move)
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), {
      once: true
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === larger ? keyStep : event.key === smaller ? -keyStep : 0
    if (by === 0) return
    event.preventDefault()
    onResize(width + by * direction)
  }
  return (
    <div
      className="resizer"
      role="separator"
      aria-orientation={orientation}
      aria-label={label}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
