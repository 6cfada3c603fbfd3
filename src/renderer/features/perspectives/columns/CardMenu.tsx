import type { Card } from '../../../../core/perspective/card-order'
import { stancesOf } from '../../../../core/perspective/columns'
import { MenuList, type MenuItem } from '../../../ui/Menu'
import type { CardSurroundings } from './PerspectiveCard'

interface CardMenuProps {
  card: Card
  /** Client pixels. */
  at: { x: number; y: number }
  surroundings: CardSurroundings
  onCopy(): void
  onClose(): void
}

/** What can be done with a card. */
export function CardMenu({ card, at, surroundings, onCopy, onClose }: CardMenuProps) {
  const { study, pinned, onOpen, onCompare, onStance } = surroundings
  const { annotation, stance } = card.perspective
  const stances = stancesOf(study).filter(({ id, retired }) => retired !== true && id !== stance)
  const items: MenuItem[] = [
    { id: 'open', label: 'Open in article', run: () => onOpen(card) },
    {
      id: 'compare',
      label: pinned.includes(annotation.id) ? 'Remove from comparison' : 'Compare',
      run: () => onCompare(card)
    },
    { id: 'copy', label: 'Copy quotation with source', run: onCopy },
    ...stances.map(({ id, name }) => ({
      id: `stance:${id}`,
      label: `Change stance to ${name.toLowerCase()}`,
      run: () => onStance(card, id)
    }))
  ]
  return <MenuList label="Perspective" at={at} items={items} onClose={onClose} />
}
