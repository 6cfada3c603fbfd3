import type { Place } from './place'

/** Where something of the codebook after was in the one before. */
export type Origin = (place: Place) => Place

export interface Matched<T> {
  pairs: [before: T, after: T][]
  added: T[]
  removed: T[]
  /** What stayed stands in another order. */
  isReordered: boolean
}

/**
 * Which sibling afterwards is which before: by id, or by the id that `originIdOf` says it came from. Where
 * nothing is known of ids, a sibling of the same name counts, and one in the same place among as many.
 */
export function matchSiblings<T extends { id: string; name: string }>(
  before: readonly T[],
  after: readonly T[],
  originIdOf: (id: string) => string | undefined
): Matched<T> {
  const counterparts = new Map<T, T>()
  const taken = new Set<T>()
  const pair = (now: T, old: T | undefined) => {
    if (old === undefined || taken.has(old) || counterparts.has(now)) return
    counterparts.set(now, old)
    taken.add(old)
  }
  for (const now of after) {
    const id = originIdOf(now.id) ?? now.id
    pair(
      now,
      before.find(old => old.id === id)
    )
  }
  const isGuessing = after.some(now => originIdOf(now.id) === undefined)
  if (isGuessing) {
    for (const now of after)
      pair(
        now,
        before.find(old => old.name === now.name && !taken.has(old))
      )
    if (before.length === after.length) after.forEach((now, at) => pair(now, before[at]))
  }
  const pairs = after.flatMap((now): [T, T][] => {
    const old = counterparts.get(now)
    return old === undefined ? [] : [[old, now]]
  })
  const positions = pairs.map(([old]) => before.indexOf(old))
  return {
    pairs,
    added: after.filter(now => !counterparts.has(now)),
    removed: before.filter(old => !taken.has(old)),
    isReordered: positions.some((position, at) => at > 0 && position < (positions[at - 1] ?? 0))
  }
}
