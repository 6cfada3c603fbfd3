import type { StudyArticle } from '../project/study'
import type { Perspective } from './perspective'
import { lengthOf, mergeIntervals, wordIntervals, type WordInterval } from './word-intervals'

/** A stretch of an article whose words belong to the same groups. */
export interface SharedStretch extends WordInterval {
  readonly of: StudyArticle
  /** At least one; each once. */
  readonly groups: readonly string[]
}

/**
 * The words of perspectives cut into stretches by the groups they belong to. Stretches lie apart from each other
 * and together are the union of all perspectives: every word stands in exactly one of them.
 */
export function sharedStretches(
  perspectives: readonly Perspective[],
  groupOf: (perspective: Perspective) => string
): readonly SharedStretch[] {
  const stretches: SharedStretch[] = []
  for (const [of, inArticle] of byArticle(perspectives)) {
    const ofGroup = new Map<string, WordInterval[]>()
    for (const perspective of inArticle) {
      const key = groupOf(perspective)
      const known = ofGroup.get(key)
      if (known === undefined) ofGroup.set(key, [...wordIntervals(perspective)])
      else known.push(...wordIntervals(perspective))
    }
    stretches.push(...cutBy(of, ofGroup))
  }
  return stretches
}

function cutBy(of: StudyArticle, ofGroup: ReadonlyMap<string, readonly WordInterval[]>): SharedStretch[] {
  const borders: { at: number; group: string; begins: boolean }[] = []
  for (const [group, intervals] of ofGroup)
    for (const { start, end } of mergeIntervals(intervals))
      borders.push({ at: start, group, begins: true }, { at: end, group, begins: false })
  borders.sort((a, b) => a.at - b.at)
  const stretches: SharedStretch[] = []
  const open = new Set<string>()
  let from = 0
  for (const { at, group, begins } of borders) {
    if (at > from && open.size > 0) stretches.push({ of, start: from, end: at, groups: [...open] })
    from = at
    if (begins) open.add(group)
    else open.delete(group)
  }
  return stretches
}

/** How many words of the articles these perspectives cover, each once. */
export function wordsCovered(perspectives: readonly Perspective[]): number {
  let words = 0
  for (const inArticle of byArticle(perspectives).values())
    words += lengthOf(mergeIntervals(inArticle.flatMap(wordIntervals)))
  return words
}

export function byArticle(
  perspectives: readonly Perspective[]
): ReadonlyMap<StudyArticle, readonly Perspective[]> {
  const articles = new Map<StudyArticle, Perspective[]>()
  for (const perspective of perspectives) {
    const known = articles.get(perspective.place.of)
    if (known === undefined) articles.set(perspective.place.of, [perspective])
    else known.push(perspective)
  }
  return articles
}
