import { wordOffsets } from '../anchoring/word-offsets'
import type { StudyArticle } from '../project/study'
import type { Perspective } from './perspective'

/** Words of an article from one up to another, by number from 0; half open and never empty. */
export interface WordInterval {
  readonly start: number
  readonly end: number
}

const starts = new WeakMap<StudyArticle['revision'], Uint32Array>()

/** Where each word of an article's text begins, in UTF-16 units; words as UAX #29 delimits them. */
export function wordStarts({ article, revision }: StudyArticle): Uint32Array {
  let known = starts.get(revision)
  if (known === undefined) {
    const offsets = wordOffsets(revision.text, article.language)
    known = Uint32Array.from({ length: offsets.length / 2 }, (_, i) => offsets[2 * i] ?? 0)
    starts.set(revision, known)
  }
  return known
}

const intervals = new WeakMap<Perspective, readonly WordInterval[]>()

/**
 * The words of a perspective in its article, each once and in order. A word belongs to the piece in which it
 * begins, so that a piece that is split inside a word does not count it twice.
 */
export function wordIntervals(perspective: Perspective): readonly WordInterval[] {
  let known = intervals.get(perspective)
  if (known === undefined) {
    const words = wordStarts(perspective.place.of)
    known = mergeIntervals(
      perspective.ranges.map(({ startUtf16, endUtf16 }) => ({
        start: firstFrom(words, startUtf16),
        end: firstFrom(words, endUtf16)
      }))
    )
    intervals.set(perspective, known)
  }
  return known
}

/** The union: apart from each other, in order. */
export function mergeIntervals(given: readonly WordInterval[]): readonly WordInterval[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of given.toSorted((a, b) => a.start - b.start)) {
    if (end <= start) continue
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** How many words there are in intervals that lie apart. */
export function lengthOf(merged: readonly WordInterval[]): number {
  return merged.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The number of the first word that begins at an offset or after it. */
function firstFrom(words: Uint32Array, offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
