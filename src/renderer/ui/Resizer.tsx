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
  width: number
  /** 1 when dragging right makes the pane wider, -1 when it makes it narrower. */
  direction: 1 | -1
  onResize(width: number): void
}

const keyStep = 16

/** The separator between two panes: dragged, or moved by the arrow keys. */
export function Resizer({ label, width, direction, onResize }: ResizerProps) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const startX = event.clientX
    const element = event.currentTarget
    element.setPointerCapture(event.pointerId)
    const move = (to: globalThis.PointerEvent) => onResize(width + (to.clientX - startX) * direction)
    element.addEventListener('pointermove', move)
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), {
      once: true
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0
    if (by === 0) return
    event.preventDefault()
    onResize(width + by * direction)
  }
  return (
    <div
      className="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
