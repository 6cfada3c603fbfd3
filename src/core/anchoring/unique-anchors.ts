import type { Run } from './shortest-edit'

/**
 * Stretches of `size` elements that occur once in each sequence, as many as can be kept in the same order in
 * both: the "patience" rule of Bram Cohen's diff. Overlapping stretches on one diagonal are joined. Costs
 * O(n log n) whatever the sequences hold.
 */
export function uniqueAnchors(a: Int32Array, b: Int32Array, size: number): Run[] {
  const placesB = uniquePlaces(b, size)
  const pairs: Run[] = []
  for (const [key, at] of uniquePlaces(a, size)) {
    const other = placesB.get(key)
    if (at < 0 || other === undefined || other < 0) continue
    if (isSame(a, at, b, other, size)) pairs.push({ a: at, b: other, length: size })
  }
  pairs.sort((x, y) => x.a - y.a)
  return joined(longestAscending(pairs))
}

/** Where each stretch starts by its hash; -1 when it starts in several places. */
function uniquePlaces(ids: Int32Array, size: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = 0; at + size <= ids.length; at++) {
    let hash = 0
    for (let i = 0; i < size; i++) hash = (Math.imul(hash, 1_000_003) + (ids[at + i] ?? 0)) | 0
    places.set(hash, places.has(hash) ? -1 : at)
  }
  return places
}

function isSame(a: Int32Array, atA: number, b: Int32Array, atB: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (a[atA + i] !== b[atB + i]) return false
  return true
}

/** The longest subsequence ascending in `b` of pairs ascending in `a`. */
function longestAscending(pairs: readonly Run[]): Run[] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach((pair, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[tails[middle] ?? 0]?.b ?? 0) < pair.b) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = tails[low - 1] ?? -1
    tails[low] = index
  })
  const kept: Run[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) kept.push(pair)
  }
  return kept.reverse()
}

function joined(pairs: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const pair of pairs) {
    const last = runs.at(-1)
    if (last === undefined || (pair.a >= last.a + last.length && pair.b >= last.b + last.length)) {
      runs.push({ ...pair })
    } else if (pair.a - last.a === pair.b - last.b) {
      last.length = Math.max(last.length, pair.a + pair.length - last.a)
    }
  }
  return runs
}
