import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { cardContext } from '../../../../core/perspective/card-context'
import type { PerspectiveColumns } from '../../../../core/perspective/columns'
import type { Card } from '../../../../core/perspective/card-order'
import { findCard } from './use-card-keys'

/** How long the pointer rests on a quotation before the text around it is shown. */
const patienceMs = 600
/** Pixels. */
const peekWidth = 380

interface ContextPeekProps {
  container: RefObject<HTMLElement | null>
  columns: PerspectiveColumns
  /** Cards that show their surrounding text already. */
  opened: ReadonlySet<string>
}

/** The paragraph around a quotation, beside its card while the pointer rests on it. The keyboard has Space for that. */
export function ContextPeek({ container, columns, opened }: ContextPeekProps) {
  const [shown, setShown] = useState<{ card: Card; box: DOMRect } | null>(null)
  useEffect(() => {
    const element = container.current
    if (element === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(timer)
      setShown(null)
    }
    const rest = (event: Event) => {
      hide()
      const quote = event.target instanceof Element ? event.target.closest('.card-quote') : null
      const key = quote?.closest<HTMLElement>('[data-card]')?.dataset['card']
      if (quote === null || key === undefined || opened.has(key)) return
      timer = setTimeout(() => {
        const card = findCard(columns, key)
        if (card !== null && quote.isConnected)
          setShown({ card, box: (quote.closest('[data-card]') ?? quote).getBoundingClientRect() })
      }, patienceMs)
    }
    const ends = ['pointerleave', 'pointerdown', 'keydown', 'wheel'] as const
    element.addEventListener('pointerover', rest)
    for (const end of ends) element.addEventListener(end, hide, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointerover', rest)
      for (const end of ends) element.removeEventListener(end, hide)
    }
  }, [container, columns, opened])
  return shown === null ? null : <Peek {...shown} />
}

function Peek({ card, box }: { card: Card; box: DOMRect }) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const peek = element.current
    if (peek === null) return
    peek.showPopover()
    const hasRoomRight = box.right + 8 + peekWidth < window.innerWidth
    const top = Math.min(box.top, window.innerHeight - peek.offsetHeight - 8)
    peek.style.left = `${hasRoomRight ? box.right + 8 : Math.max(8, box.left - 8 - peekWidth)}px`
    peek.style.top = `${Math.max(8, top)}px`
  }, [box])
  return (
    <div
      ref={element}
      popover="manual"
      className="context-peek"
      aria-hidden="true"
      style={{ width: peekWidth }}
    >
      {cardContext(card.perspective).map((piece, i) =>
        piece.isQuoted ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>
      )}
    </div>
  )
}
