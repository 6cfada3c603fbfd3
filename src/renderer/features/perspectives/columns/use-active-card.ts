import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { cardOf, moveCard } from '../../../../core/perspective/card-moves'
import type { PerspectiveColumns } from '../../../../core/perspective/columns'
import type { AnnotationId } from '../../../../core/project/ids'

export interface ActiveCard {
  /** The card that has the keyboard, or gets it from Tab; null when there is none. */
  readonly key: string | null
  readonly hasFocus: boolean
  /** Gives a card the keyboard. */
  focus(key: string): void
  /** For the element around all cards. */
  readonly handlers: {
    onFocus(event: { target: EventTarget }): void
    onBlur(event: { currentTarget: Element; relatedTarget: EventTarget | null }): void
  }
}

/**
 * One card of all takes part in Tab. It keeps the keyboard when it moves to another cell, and when it goes the first
 * card has it. A passage that was opened and looked at has it again.
 */
export function useActiveCard(
  container: RefObject<HTMLElement | null>,
  columns: PerspectiveColumns,
  isFolded: (key: string) => boolean,
  returnedTo: AnnotationId | null
): ActiveCard {
  const [wanted, setWanted] = useState<string | null>(
    () => (returnedTo === null ? null : cardOf(columns, returnedTo, isFolded)?.key) ?? null
  )
  const [hasFocus, setHasFocus] = useState(false)
  const key = keptKey(columns, wanted, isFolded)
  /** The card that is to take the keyboard as soon as it is on the page. */
  const due = useRef<string | null>(returnedTo === null ? null : key)
  const held = useRef(false)
  useLayoutEffect(() => {
    // The card went to another cell, and the keyboard with the element it was.
    if (held.current && document.activeElement === document.body) due.current = key
    if (due.current === null) return
    const card = container.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(due.current)}"]`)
    if (card === null || card === undefined) return
    due.current = null
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest' })
    // It grew when it got the keyboard, and the browser held what lies below it in place.
    requestAnimationFrame(() => card.scrollIntoView({ block: 'nearest' }))
  })
  useEffect(() => {
    held.current = hasFocus
  }, [hasFocus])
  useEffect(() => {
    // A press beside all cards takes the keyboard from them without naming who has it.
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest('[data-card]') === null) setHasFocus(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [])
  const focus = useCallback((card: string) => {
    due.current = card
    setWanted(card)
    setHasFocus(true)
  }, [])
  return {
    key,
    hasFocus,
    focus,
    handlers: {
      onFocus: ({ target }) => {
        const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
        if (card?.dataset['card'] !== undefined) setWanted(card.dataset['card'])
        setHasFocus(card !== null)
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        // Without a target the element itself has gone, or the window lost the keyboard: both come back.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setHasFocus(false)
      }
    }
  }
}

/** The wanted card; when it is gone, another of the same annotation, else the first. */
function keptKey(
  columns: PerspectiveColumns,
  wanted: string | null,
  isFolded: (key: string) => boolean
): string | null {
  const first = () => moveCard(columns, null, 'first', isFolded)?.key ?? null
  if (wanted === null) return first()
  if (hasCard(columns, wanted)) return wanted
  const annotation = wanted.slice(wanted.lastIndexOf(' ') + 1)
  return cardOf(columns, annotation, isFolded)?.key ?? first()
}

function hasCard({ rows }: PerspectiveColumns, key: string): boolean {
  return rows.some(row =>
    row.cells.some(cell => cell.groups.some(({ cards }) => cards.some(card => card.key === key)))
  )
}
