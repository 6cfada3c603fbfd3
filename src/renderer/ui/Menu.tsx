import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './menu.css'

export interface MenuItem {
  id: string
  label: string
  run(): void
}

/** Client pixels. */
interface Point {
  x: number
  y: number
}

interface MenuProps {
  label: string
  items: readonly MenuItem[]
  /** Draws the button; called with what opens the menu below it. */
  children(open: (event: { currentTarget: Element }) => void): ReactNode
}

/** A button with a menu below it. */
export function Menu({ label, items, children }: MenuProps) {
  const [at, setAt] = useState<Point | null>(null)
  return (
    <>
      {children(event => {
        const box = event.currentTarget.getBoundingClientRect()
        setAt({ x: box.left, y: box.bottom + 4 })
      })}
      {at !== null && <MenuList label={label} items={items} at={at} onClose={() => setAt(null)} />}
    </>
  )
}

interface MenuListProps {
  label: string
  items: readonly MenuItem[]
  at: Point
  onClose(): void
}

/** A menu at a point: arrows move, Enter runs, Escape or a click elsewhere closes. Gives the keyboard back. */
export function MenuList({ label, items, at, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const element = list.current
    element?.showPopover()
    if (element !== null) keepOnScreen(element, at)
    element?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [at])
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const index = buttons.findIndex(button => button === document.activeElement)
    if (event.key === 'ArrowDown') buttons[(index + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons.at(index - 1)?.focus()
    else if (event.key === 'Home') buttons[0]?.focus()
    else if (event.key === 'End') buttons.at(-1)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      className="menu"
      role="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      {items.map(item => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose()
            item.run()
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

function keepOnScreen(element: HTMLElement, at: Point): void {
  const { width, height } = element.getBoundingClientRect()
  element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`
  element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`
}
