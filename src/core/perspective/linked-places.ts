import { compareRevisions } from '../anchoring/revision-difference'
import type { StudyArticle } from '../project/study'
import { startOf, type ComparedThing } from './compare-articles'

/** Two places that correspond, in UTF-16 units of the first and the second text. */
export type LinkedPlace = readonly [a: number, b: number]

/**
 * Places that correspond in two texts, from beginning to end, strictly ascending on both sides. Of two revisions,
 * where their equal stretches begin; of two articles, the longest series of things that both speak of in the
 * same order, each by its first passage in either.
 */
export function linkedPlaces(
  things: readonly ComparedThing[],
  a: StudyArticle,
  b: StudyArticle
): readonly LinkedPlace[] {
  const [endA, endB] = [a.revision.text.length, b.revision.text.length]
  const places =
    a.article.id === b.article.id
      ? compareRevisions(a.revision.text, b.revision.text).equal.map((run): LinkedPlace => [run.a, run.b])
      : things.flatMap(({ inA: [first], inB: [other] }): LinkedPlace[] =>
          first === undefined || other === undefined ? [] : [[startOf(first), startOf(other)]]
        )
  const inside = places.filter(([x, y]) => x > 0 && y > 0 && x < endA && y < endB)
  return [[0, 0], ...longestAscending(inside), [Math.max(1, endA), Math.max(1, endB)]]
}

/** The longest part of places that ascends on both sides (patience sorting, Schensted 1961); of equals the first. */
function longestAscending(places: readonly LinkedPlace[]): readonly LinkedPlace[] {
  // Of places with one start in A only one can stay: the later in B comes first, so that no two follow each other.
  const sorted = places.toSorted((one, other) => one[0] - other[0] || other[1] - one[1])
  const tails: number[] = []
  const before: (number | undefined)[] = []
  sorted.forEach(([, b], i) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[tails[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1
      else high = middle
    }
    before[i] = low === 0 ? undefined : tails[low - 1]
    tails[low] = i
  })
  const series: LinkedPlace[] = []
  for (let i = tails.at(-1); i !== undefined; i = before[i]) {
    const place = sorted[i]
    if (place !== undefined) series.unshift(place)
  }
  return series
}

/** The place in one text that corresponds to an offset in the other: between linked places, in proportion. */
export function correspondingPlace(
  places: readonly LinkedPlace[],
  offsetUtf16: number,
  from: 'a' | 'b'
): number {
  const [here, there] = from === 'a' ? ([0, 1] as const) : ([1, 0] as const)
  const next = places.find(place => place[here] > offsetUtf16) ?? places.at(-1)
  if (next === undefined) return offsetUtf16
  const last = places[Math.max(0, places.indexOf(next) - 1)] ?? next
  const length = next[here] - last[here]
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (offsetUtf16 - last[here]) / length))
  return last[there] + share * (next[there] - last[there])
}
