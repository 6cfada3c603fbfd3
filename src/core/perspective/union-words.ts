import { countWords } from '../anchoring/words'
import type { TextRange } from '../annotation/spans'
import type { StudyArticle } from '../project/study'
import { wordsIn } from './card-order'
import type { Perspective } from './perspective'

/** Words (UAX #29) that these perspectives cover together: a word that several of them cover counts once. */
export function unionWords(perspectives: readonly Perspective[]): number {
  const byArticle = new Map<StudyArticle, Perspective[]>()
  for (const perspective of perspectives) {
    const known = byArticle.get(perspective.place.of)
    if (known === undefined) byArticle.set(perspective.place.of, [perspective])
    else known.push(perspective)
  }
  let words = 0
  for (const [of, own] of byArticle) words += wordsInArticle(of, own)
  return words
}

function wordsInArticle({ article, revision }: StudyArticle, own: readonly Perspective[]): number {
  const ranges = own.flatMap(perspective => perspective.ranges)
  const merged = mergeRanges(ranges)
  // Without overlaps the words of each are known already: segmenting is what takes time.
  if (merged.length === ranges.length) return own.reduce((sum, one) => sum + wordsIn(one), 0)
  return merged.reduce(
    (sum, { startUtf16, endUtf16 }) =>
      sum + countWords(revision.text.slice(startUtf16, endUtf16), article.language),
    0
  )
}

/** The stretches that ranges cover, ascending; those that overlap or touch are one. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = []
  for (const { startUtf16, endUtf16 } of ranges.toSorted((a, b) => a.startUtf16 - b.startUtf16)) {
    const last = merged.at(-1)
    if (last !== undefined && startUtf16 <= last.endUtf16) last.endUtf16 = Math.max(last.endUtf16, endUtf16)
    else merged.push({ startUtf16, endUtf16 })
  }
  return merged
}
