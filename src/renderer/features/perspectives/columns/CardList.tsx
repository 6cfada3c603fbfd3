import { useMemo, useRef } from 'react'
import type { Card, CardGroup } from '../../../../core/perspective/card-order'
import { useNear } from './cards-near'
import { PerspectiveCard, type CardSurroundings } from './PerspectiveCard'

/** Cards and headings that are made together. */
const perChunk = 12
/** Pixels: what a card or heading takes until it was on screen once. */
const usualHeights = { card: 104, heading: 24 }

type Item = { kind: 'card'; card: Card } | { kind: 'heading'; group: CardGroup }

interface CardListProps {
  groups: readonly CardGroup[]
  /** They are on screen at first. */
  isFirst: boolean
  surroundings: CardSurroundings
  active: string | null
}

/** The cards of one cell, with the headings they are gathered under; only those near the screen are made. */
export function CardList({ groups, isFirst, surroundings, active }: CardListProps) {
  const chunks = useMemo(() => chunksOf(groups), [groups])
  return chunks.map((items, i) => (
    <Chunk
      key={i}
      items={items}
      isFirst={isFirst && i === 0}
      surroundings={surroundings}
      active={items.some(item => item.kind === 'card' && item.card.key === active) ? active : null}
    />
  ))
}

function chunksOf(groups: readonly CardGroup[]): readonly (readonly Item[])[] {
  const items = groups.flatMap((group): Item[] => {
    const cards = group.cards.map((card): Item => ({ kind: 'card', card }))
    return group.name === '' ? cards : [{ kind: 'heading', group }, ...cards]
  })
  const chunks = []
  for (let start = 0; start < items.length; start += perChunk)
    chunks.push(items.slice(start, start + perChunk))
  return chunks
}

interface ChunkProps {
  items: readonly Item[]
  isFirst: boolean
  surroundings: CardSurroundings
  /** The card that has the keyboard, if it is one of these: it is made wherever it lies. */
  active: string | null
}

function Chunk({ items, isFirst, surroundings, active }: ChunkProps) {
  const list = useRef<HTMLUListElement>(null)
  const { isNear, height } = useNear(list, isFirst)
  if (!isNear && active === null) {
    const minHeight = height ?? items.reduce((sum, { kind }) => sum + usualHeights[kind], 0)
    return <ul ref={list} className="card-chunk" style={{ minHeight }} aria-hidden="true" />
  }
  return (
    <ul ref={list} className="card-chunk">
      {items.map(item =>
        item.kind === 'heading' ? (
          <li key={`heading ${item.group.name}`} className="card-group">
            {item.group.name} <em>{item.group.cards.length.toLocaleString('en')}</em>
          </li>
        ) : (
          <PerspectiveCard
            key={item.card.key}
            card={item.card}
            isActive={item.card.key === active}
            surroundings={surroundings}
          />
        )
      )}
    </ul>
  )
}
