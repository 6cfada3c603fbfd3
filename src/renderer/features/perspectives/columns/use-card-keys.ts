import { useCallback, type KeyboardEvent } from 'react'
import { moveCard, type CardMove } from '../../../../core/perspective/card-moves'
import type { Card } from '../../../../core/perspective/card-order'
import type { PerspectiveColumns } from '../../../../core/perspective/columns'
import type { CardSurroundings } from './PerspectiveCard'
import type { ActiveCard } from './use-active-card'

const moves: Readonly<Record<string, CardMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last'
}

interface CardKeys {
  columns: PerspectiveColumns
  isFolded(key: string): boolean
  active: ActiveCard
  surroundings: CardSurroundings
  areSingleKeysOn: boolean
  onToggleContext(card: Card): void
}

/** What keys do on a card. Buttons inside it keep Enter and Space for themselves. */
export function useCardKeys(keys: CardKeys) {
  const { columns, isFolded, active, surroundings, areSingleKeysOn, onToggleContext } = keys
  return useCallback(
    (event: KeyboardEvent) => {
      const { target } = event
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
      const key = target.closest<HTMLElement>('[data-card]')?.dataset['card']
      const card = key === undefined ? null : findCard(columns, key)
      if (key === undefined || card === null) return
      const isCard = target.dataset['card'] !== undefined
      const move = moves[event.key]
      const option = surroundings.stances.find(stance => stance.key === event.key)
      if (move !== undefined) {
        const next = moveCard(columns, key, move, isFolded)
        if (next !== null) active.focus(next.key)
      } else if (event.key === 'Escape' && !isCard) active.focus(key)
      else if (event.key === 'Enter' && isCard) surroundings.onOpen(card)
      else if (event.key === ' ' && isCard) onToggleContext(card)
      else if (!areSingleKeysOn) return
      else if (event.key === 'c') surroundings.onCompare(card)
      else if (event.key === 'i' || event.key === 'f') return
      else if (option !== undefined) surroundings.onStance(card, option.id)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    [columns, isFolded, active, surroundings, areSingleKeysOn, onToggleContext]
  )
}

export function findCard({ rows }: PerspectiveColumns, key: string): Card | null {
  for (const { cells } of rows)
    for (const { groups } of cells)
      for (const { cards } of groups) {
        const found = cards.find(card => card.key === key)
        if (found !== undefined) return found
      }
  return null
}
