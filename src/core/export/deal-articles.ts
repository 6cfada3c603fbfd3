/** Articles that go together, and how often each label occurs in them. */
export interface DealtGroup {
  articleIds: readonly string[]
  labels: ReadonlyMap<string, number>
}

interface Hand {
  /** How many articles it still takes. */
  room: number
  /** How much of each label it should still get; below 0 when it has more than its share. */
  wants: Map<string, number>
  share: number
}

/**
 * Deals groups out to as many hands as there are shares (which add up to 1), by iterative stratification: the
 * label that occurs least among what is left goes first, its groups to the hand that wants it most, and among
 * those to the one with most room. A hand without room is passed over. Earlier groups win ties. Answers the
 * number of the hand for each article.
 */
export function dealGroups(groups: readonly DealtGroup[], shares: readonly number[]): Map<string, number> {
  const totals = sumOfLabels(groups)
  const articles = groups.reduce((sum, group) => sum + group.articleIds.length, 0)
  const hands = sizes(articles, shares).map((room, index): Hand => {
    const share = shares[index] ?? 0
    return { room, share, wants: new Map([...totals].map(([label, count]) => [label, count * share])) }
  })
  const handOf = new Map<string, number>()
  const give = (group: DealtGroup, label: string | null) => {
    const index = neediest(hands, label)
    const hand = hands[index]
    if (hand === undefined) return
    for (const id of group.articleIds) handOf.set(id, index)
    hand.room -= group.articleIds.length
    for (const [name, count] of group.labels) hand.wants.set(name, (hand.wants.get(name) ?? 0) - count)
  }
  const left = new Set(groups)
  for (let label = rarest(totals); label !== null; label = rarest(totals)) {
    const name = label
    const bearing = [...left].filter(group => group.labels.has(name))
    // Those that hold most of it first: the small ones can still even out what these upset.
    bearing.sort((a, b) => (b.labels.get(name) ?? 0) - (a.labels.get(name) ?? 0))
    for (const group of bearing) {
      give(group, name)
      left.delete(group)
      for (const [other, count] of group.labels) totals.set(other, (totals.get(other) ?? 0) - count)
    }
    totals.delete(name)
  }
  for (const group of left) give(group, null)
  return handOf
}

/**
 * How many of `count` things each share gets, whole numbers that add up to it (largest remainder). No share goes
 * without one as long as there are enough.
 */
export function sizes(count: number, shares: readonly number[]): number[] {
  const exact = shares.map(share => share * count)
  const whole = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder)
  let rest = count - whole.reduce((sum, value) => sum + value, 0)
  for (const { index } of byRemainder) {
    if (rest <= 0) break
    whole[index] = (whole[index] ?? 0) + 1
    rest -= 1
  }
  if (count >= shares.length)
    for (let empty = whole.indexOf(0); empty !== -1; empty = whole.indexOf(0)) {
      const largest = whole.indexOf(Math.max(...whole))
      whole[largest] = (whole[largest] ?? 0) - 1
      whole[empty] = 1
    }
  return whole
}

function sumOfLabels(groups: readonly DealtGroup[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { labels } of groups)
    for (const [label, count] of labels) totals.set(label, (totals.get(label) ?? 0) + count)
  return totals
}

/** The label with the fewest occurrences among what is left; null when there is none. */
function rarest(totals: ReadonlyMap<string, number>): string | null {
  let found: string | null = null
  let fewest = Infinity
  for (const [label, count] of totals)
    if (count > 0 && count < fewest) {
      found = label
      fewest = count
    }
  return found
}

/** The hand that wants the label most; ties go to the one with most room. One without room only when all are full. */
function neediest(hands: readonly Hand[], label: string | null): number {
  const anyRoom = hands.some(hand => hand.room > 0)
  let best = -1
  for (const [index, hand] of hands.entries()) {
    if (hand.share <= 0 || (anyRoom && hand.room <= 0)) continue
    const other = hands[best]
    if (other === undefined || compare(hand, other, label) > 0) best = index
  }
  return best
}

function compare(a: Hand, b: Hand, label: string | null): number {
  const wanted = label === null ? 0 : (a.wants.get(label) ?? 0) - (b.wants.get(label) ?? 0)
  return wanted === 0 ? a.room - b.room : wanted
}
