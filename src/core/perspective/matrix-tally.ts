import type { Perspective } from './perspective'
import { sideOf, sides, type Side } from './sides'

/** How many perspectives take each side; what has no stance, or one of the researcher's own, takes none. */
export type SideCounts = Readonly<Record<Side, number>>

export function countSides(perspectives: readonly Perspective[]): SideCounts {
  const counts = { supports: 0, mixed: 0, unclear: 0, opposes: 0 }
  for (const { stance } of perspectives) {
    const side = sideOf(stance)
    if (side !== null) counts[side]++
  }
  return counts
}

/**
 * The side that stands for several perspectives: the one that more than half of those with a stance take. Without
 * such a majority it is mixed when there are supporting and opposing ones; otherwise the most frequent, and of
 * those that are as frequent the one that takes a side before mixed before unclear. Null when no stance is set.
 */
export function dominantSide(counts: SideCounts): Side | null {
  const all = sides.reduce((sum, side) => sum + counts[side], 0)
  if (all === 0) return null
  const majority = sides.find(side => 2 * counts[side] > all)
  if (majority !== undefined) return majority
  if (counts.supports > 0 && counts.opposes > 0) return 'mixed'
  const most = Math.max(...sides.map(side => counts[side]))
  return byDecision.find(side => counts[side] === most) ?? null
}

const byDecision: readonly Side[] = ['supports', 'opposes', 'mixed', 'unclear']

/**
 * Where several perspectives stand between opposing (−1) and supporting (1): the mean over all with a stance, mixed
 * and unclear ones counting 0. NaN when no stance is set.
 */
export function meanStance(counts: SideCounts): number {
  const all = sides.reduce((sum, side) => sum + counts[side], 0)
  return all === 0 ? NaN : (counts.supports - counts.opposes) / all
}
