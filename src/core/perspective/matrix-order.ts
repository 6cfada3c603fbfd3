import { meanStance, type SideCounts } from './matrix-tally'

export const matrixOrders = ['share', 'story', 'similarity'] as const
export type MatrixOrder = (typeof matrixOrders)[number]

/** What a row or column, or several that stay together, is ordered by. */
export interface OrderedUnit {
  /** Perspectives in it. */
  readonly count: number
  /** Place of the first one in the story; Infinity when there is none. */
  readonly first: number
  /** Sides cell by cell, in the same order for all units. */
  readonly sides: readonly SideCounts[]
}

/**
 * The indices of units in the order wanted. By share: the most perspectives first. By story: who is heard first. By
 * similarity: see `seriate`. Ties keep the order of the story, then the order given. Deterministic.
 */
export function orderUnits(units: readonly OrderedUnit[], order: MatrixOrder): readonly number[] {
  const indices = units.map((_, i) => i)
  const first = (i: number) => units[i]?.first ?? Infinity
  const count = (i: number) => units[i]?.count ?? 0
  const byStory = (a: number, b: number) => (first(a) === first(b) ? a - b : first(a) - first(b))
  switch (order) {
    case 'story':
      return indices.sort(byStory)
    case 'share':
      return indices.sort((a, b) => count(b) - count(a) || byStory(a, b))
    case 'similarity':
      return seriate(
        units,
        indices.sort((a, b) => count(b) - count(a) || byStory(a, b))
      )
  }
}

/**
 * Those that take the same sides next to each other. Likeness of two is Gower's general coefficient (Biometrics 27,
 * 1971) over the cells in which both have a stance: 1 − |difference of mean stances| / 2, averaged. The order is
 * that of the nearest neighbour (Rosenkrantz, Stearns and Lewis, SIAM J. Comput. 6, 1977): it begins with the first of
 * `ranked`, and goes on with the one most like the last; of those as like, with more cells in common, then the
 * first of `ranked`. Two without a cell in common are not alike at all.
 */
function seriate(units: readonly OrderedUnit[], ranked: readonly number[]): readonly number[] {
  const vectors = new Map(ranked.map(i => [i, Float64Array.from(units[i]?.sides ?? [], meanStance)]))
  const left = [...ranked]
  const ordered: number[] = []
  let last: Float64Array | undefined
  while (left.length > 0) {
    const place = last === undefined ? 0 : nearestTo(last, left, vectors)
    const [next = 0] = left.splice(place, 1)
    ordered.push(next)
    last = vectors.get(next)
  }
  return ordered
}

function nearestTo(
  vector: Float64Array,
  candidates: readonly number[],
  vectors: ReadonlyMap<number, Float64Array>
): number {
  let best = 0
  let bestLikeness = -1
  let bestShared = -1
  candidates.forEach((candidate, place) => {
    const { likeness, shared } = compareStances(vector, vectors.get(candidate) ?? vector)
    if (likeness < bestLikeness || (likeness === bestLikeness && shared <= bestShared)) return
    best = place
    bestLikeness = likeness
    bestShared = shared
  })
  return best
}

/** Gower's coefficient, 0–1, of two vectors of mean stances in which NaN is silence, and how many cells it rests on. */
export function compareStances(
  a: Float64Array,
  b: Float64Array
): { readonly likeness: number; readonly shared: number } {
  let sum = 0
  let shared = 0
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? NaN) - (b[i] ?? NaN)
    if (Number.isNaN(difference)) continue
    sum += 1 - Math.abs(difference) / 2
    shared++
  }
  return { likeness: shared === 0 ? 0 : sum / shared, shared }
}
