/** A card that wants to lie beside its span. Pixels, from the top of the article. */
export interface MarginCard<Id> {
  id: Id
  /** Where the span's first line begins. */
  wantedTop: number
  height: number
  isFocused: boolean
}

export type MarginPlace<Id> =
  | { id: Id; kind: 'card'; top: number }
  /** A mark on the card of `on`; `slot` counts the marks on that card from 0, right to left. The last is shared. */
  | { id: Id; kind: 'mark'; top: number; on: Id; slot: number }

const gap = 1
/** Marks beyond it lie on one another: further to the left they would lie on the article's text. */
const lastSlot = 6
/** Cards keep their line or move by at most 40 px. */
const shifts = [0, 14, 27, -14, 40]

/**
 * Places margin cards so that none overlap: the focused one on its line, the others on theirs or at most
 * 40 px away, and where there is no room as a mark on the nearest unfocused card.
 */
export function layOutMargin<Id>(cards: readonly MarginCard<Id>[]): MarginPlace<Id>[] {
  const taken: { top: number; bottom: number }[] = []
  const placed = new Map<Id, MarginPlace<Id>>()
  const isFree = (top: number, height: number) =>
    taken.every(other => top + height + gap <= other.top || top >= other.bottom + gap)
  const put = (card: MarginCard<Id>, top: number) => {
    taken.push({ top, bottom: top + card.height })
    placed.set(card.id, { id: card.id, kind: 'card', top })
  }

  for (const card of cards) if (card.isFocused) put(card, card.wantedTop)
  const crowded: MarginCard<Id>[] = []
  for (const card of cards) {
    if (card.isFocused) continue
    const shift = shifts.find(by => isFree(card.wantedTop + by, card.height))
    if (shift === undefined) crowded.push(card)
    else put(card, card.wantedTop + shift)
  }
  placeMarks(cards, crowded, placed)
  return cards.flatMap(card => placed.get(card.id) ?? [])
}

function placeMarks<Id>(
  cards: readonly MarginCard<Id>[],
  crowded: readonly MarginCard<Id>[],
  placed: Map<Id, MarginPlace<Id>>
): void {
  const isFocused = new Set(cards.filter(card => card.isFocused).map(card => card.id))
  const all = [...placed.values()]
  const unfocused = all.filter(place => !isFocused.has(place.id))
  // A mark would cover the focused card's words: it carries marks only when it is the only card.
  const hosts = unfocused.length > 0 ? unfocused : all
  const marks = new Map<Id, number>()
  for (const card of crowded) {
    const distance = (host: MarginPlace<Id>) => Math.abs(host.top - card.wantedTop)
    const host = hosts.reduce<MarginPlace<Id> | undefined>(
      (best, next) => (best === undefined || distance(next) < distance(best) ? next : best),
      undefined
    )
    if (host === undefined) continue
    const slot = marks.get(host.id) ?? 0
    marks.set(host.id, slot + 1)
    placed.set(card.id, {
      id: card.id,
      kind: 'mark',
      top: host.top,
      on: host.id,
      slot: Math.min(slot, lastSlot)
    })
  }
}
