import { countWords } from '../anchoring/words'
import { findLayer } from '../project/codebook'
import type { Study } from '../project/study'
import { perspectiveLayer, type Perspective } from './perspective'

export const cardSorts = ['story', 'words', 'holder'] as const
export type CardSort = (typeof cardSorts)[number]

export const cardGroupings = ['none', 'holder', 'role', 'article'] as const
export type CardGrouping = (typeof cardGroupings)[number]

export interface CardOrder {
  /** In story order, the longest first, or by the holder's name; what is equal stays in story order. */
  readonly sort: CardSort
  /** What cards of one cell are gathered under. */
  readonly grouping: CardGrouping
}

/** A perspective in its cell. */
export interface Card {
  /** Unlike that of any other card. */
  readonly key: string
  readonly perspective: Perspective
  /** Stands in further rows, too. */
  readonly isRepeated: boolean
}

export interface CardGroup {
  /** Empty without grouping. */
  readonly name: string
  readonly cards: readonly Card[]
}

/** The cards of one cell, given in story order, as they are sorted and gathered. No cards make no group. */
export function cardGroups(
  study: Study,
  cards: readonly Card[],
  { sort, grouping }: CardOrder
): readonly CardGroup[] {
  if (cards.length === 0) return []
  const sorted = sortCards(study, cards, sort)
  if (grouping === 'none') return [{ name: '', cards: sorted }]
  const groups = new Map<string, Card[]>()
  for (const card of sorted) {
    const name = groupName(study, card.perspective, grouping)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [card])
    else group.push(card)
  }
  return [...groups].map(([name, members]) => ({ name, cards: members }))
}

const counted = new WeakMap<Perspective, number>()

/** Words of all pieces, as UAX #29 delimits them. */
export function wordsIn(perspective: Perspective): number {
  let words = counted.get(perspective)
  if (words === undefined) {
    const { language } = perspective.place.of.article
    words = perspective.pieces.reduce((sum, piece) => sum + countWords(piece, language), 0)
    counted.set(perspective, words)
  }
  return words
}

const namesOf = new WeakMap<Study['actors'], ReadonlyMap<string, string>>()

/** The name of an actor of the study; undefined when there is none. */
export function actorName({ actors }: Study, id: string): string | undefined {
  let names = namesOf.get(actors)
  if (names === undefined)
    namesOf.set(actors, (names = new Map<string, string>(actors.map(actor => [actor.id, actor.name]))))
  return names.get(id)
}

/** The name of who holds a perspective, or words for there being none. */
export function holderName(study: Study, { holder }: Perspective): string {
  return holder === null ? 'No holder yet' : (actorName(study, holder) ?? holder)
}

/** The name of an option of the perspective layer; the id itself when the codebook does not know it. */
export function optionName({ codebook }: Study, attribute: string, id: string): string {
  const definition = findLayer(codebook, perspectiveLayer)?.attributes.find(one => one.id === attribute)
  return definition?.options?.find(option => option.id === id)?.name ?? id
}

function sortCards(study: Study, cards: readonly Card[], sort: CardSort): readonly Card[] {
  switch (sort) {
    case 'story':
      return cards
    case 'words':
      return cards.toSorted((a, b) => wordsIn(b.perspective) - wordsIn(a.perspective))
    case 'holder':
      return cards.toSorted((a, b) =>
        compareNames(holderName(study, a.perspective), holderName(study, b.perspective))
      )
  }
}

const { compare: compareNames } = new Intl.Collator('en')

function groupName(study: Study, perspective: Perspective, grouping: Exclude<CardGrouping, 'none'>): string {
  switch (grouping) {
    case 'holder':
      return holderName(study, perspective)
    case 'role':
      return perspective.role === null ? 'No role yet' : optionName(study, 'role', perspective.role)
    case 'article':
      return perspective.place.of.article.title
  }
}
