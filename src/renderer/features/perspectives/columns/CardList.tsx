import { useRef } from 'react'
import type { Card, CardGroup } from '../../../../core/perspective/card-order'
import { useNear } from './cards-near'
import { PerspectiveCard, type CardSurroundings } from './PerspectiveCard'

/** Cards that are made together. */
const perChunk = 12
/** Pixels: what a card takes until it was on screen once. */
const usualHeight = 104

interface CardListProps {
  group: CardGroup
  /** Cards here are on screen at first. */
  isFirst: boolean
  surroundings: CardSurroundings
  active: string | null
}

/** The cards of one group; only those near the screen are made. */
export function CardList({ group, isFirst, surroundings, active }: CardListProps) {
  const chunks = []
  for (let start = 0; start < group.cards.length; start += perChunk)
    chunks.push(group.cards.slice(start, start + perChunk))
  return (
    <>
      {group.name !== '' && (
        <h3 className="card-group">
          {group.name} <em>{group.cards.length.toLocaleString('en')}</em>
        </h3>
      )}
      {chunks.map((cards, i) => (
        <Chunk
          key={cards[0]?.key ?? i}
          cards={cards}
          isFirst={isFirst && i === 0}
          surroundings={surroundings}
          active={cards.some(({ key }) => key === active) ? active : null}
        />
      ))}
    </>
  )
}

interface ChunkProps {
  cards: readonly Card[]
  isFirst: boolean
  surroundings: CardSurroundings
  /** The card that has the keyboard, if it is one of these: it is made wherever it lies. */
  active: string | null
}

function Chunk({ cards, isFirst, surroundings, active }: ChunkProps) {
  const list = useRef<HTMLUListElement>(null)
  const { isNear, height } = useNear(list, isFirst)
  if (!isNear && active === null) {
    const minHeight = height ?? cards.length * usualHeight
    return <ul ref={list} className="card-chunk" style={{ minHeight }} aria-label={`${cards.length} more`} />
  }
  return (
    <ul ref={list} className="card-chunk">
      {cards.map(card => (
        <PerspectiveCard
          key={card.key}
          card={card}
          isActive={card.key === active}
          surroundings={surroundings}
        />
      ))}
    </ul>
  )
}
