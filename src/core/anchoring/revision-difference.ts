import type { TextRange } from '../annotation/spans'
import { diffText } from './diff-text'
import { backwards, distancesTo, similarity } from './edit-distance'
import type { Run } from './shortest-edit'

/** What carrying annotations over needs to know about two texts, computed once for all of them. */
export interface RevisionDifference {
  before: string
  after: string
  /** Ascending; UTF-16 units. */
  equal: readonly Run[]
  /** Stretches of the new text that are not in the old one at their place; ascending. */
  added: readonly TextRange[]
  /** Words of the added stretches, in lower case. */
  addedWords: ReadonlySet<string>
}

/** Where a range of the old text lies in the new one. */
export type MappedRange =
  /** All of it is in one equal stretch; an island is one among changes, which can be equal by chance. */
  | { kind: 'untouched'; range: TextRange; isIsland: boolean }
  /** Some of it was changed; what lies between the places of its ends may be empty. */
  | { kind: 'changed'; range: TextRange }

/** Added stretches this near to each other, in UTF-16 units, are one: words in between are chance. */
const joinedGap = 16
/** The most steps for aligning a boundary inside one change, in units × blocks of 32; beyond, proportion decides. */
const maxHunkSteps = 2_000_000
/** How alike the text on the span's side of a boundary has to be to the text that came for it, 0–1. */
const leastLikeness = 0.5
/** As many mistakes in letters: a passage that began with a word hardly begins inside one. */
const wordCutPenalty = 24
/** Shorter text, in UTF-16 units, can have lost all likeness by one mistake. */
const tellingUtf16 = 12

/** So much text on each side, in UTF-16 units, says whether a stretch was left alone … */
const aroundUtf16 = 64
/** … when at least this share of it was: text written anew has the same few words in it now and then. */
function leastEqualAround(rangeUtf16: number): number {
  return rangeUtf16 < 32 ? 0.6 : 0.45
}

/** Compares two texts for carrying annotations from the first to the second. */
export function compareRevisions(before: string, after: string): RevisionDifference {
  const equal: Run[] = []
  const added: TextRange[] = []
  const addedWords = new Set<string>()
  for (const part of diffText(before, after)) {
    const { kind, text, startBefore, startAfter } = part
    if (kind === 'equal') equal.push({ a: startBefore, b: startAfter, length: text.length })
    if (kind !== 'added') continue
    for (const word of wordsOf(text)) addedWords.add(word)
    const last = added.at(-1)
    const endUtf16 = startAfter + text.length
    if (last !== undefined && startAfter - last.endUtf16 < joinedGap) last.endUtf16 = endUtf16
    else added.push({ startUtf16: startAfter, endUtf16 })
  }
  return { before, after, equal, added, addedWords }
}

/** Runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Maps a non-empty range of the old text through the difference; keeps the order of places. */
export function mapRange(difference: RevisionDifference, range: TextRange): MappedRange {
  const { startUtf16, endUtf16 } = range
  const index = countRunsUpTo(difference.equal, startUtf16) - 1
  const run = difference.equal[index]
  if (run !== undefined && endUtf16 <= run.a + run.length) {
    const shift = run.b - run.a
    return {
      kind: 'untouched',
      range: { startUtf16: startUtf16 + shift, endUtf16: endUtf16 + shift },
      isIsland:
        run.length < Math.min(changeBefore(difference, index), changeBefore(difference, index + 1)) ||
        equalAround(difference, range, index) < leastEqualAround(endUtf16 - startUtf16)
    }
  }
  const start = mapPlace(difference, startUtf16, 'start')
  const end = mapPlace(difference, endUtf16, 'end')
  return { kind: 'changed', range: trimmed(difference, range, { startUtf16: start, endUtf16: end }) }
}

/** How much, in UTF-16 units, went or came between an equal stretch and the one before it. */
function changeBefore({ equal, before, after }: RevisionDifference, index: number): number {
  const last = equal[index - 1] ?? { a: 0, b: 0, length: 0 }
  const run = equal[index] ?? { a: before.length, b: after.length }
  return Math.max(run.a - last.a, run.b - last.b) - last.length
}

/** Which share of the old text around a range, on both sides together, is still there; 0–1. */
function equalAround({ equal, before }: RevisionDifference, range: TextRange, index: number): number {
  const from = Math.max(0, range.startUtf16 - aroundUtf16)
  const to = Math.min(before.length, range.endUtf16 + aroundUtf16)
  const rangeUtf16 = range.endUtf16 - range.startUtf16
  if (to - from === rangeUtf16) return 1
  let kept = -rangeUtf16
  const add = (run: Run) => {
    kept += Math.max(0, Math.min(to, run.a + run.length) - Math.max(from, run.a))
  }
  for (let i = index; i >= 0; i--) {
    const run = equal[i]
    if (run === undefined || run.a + run.length <= from) break
    add(run)
  }
  for (let i = index + 1; i < equal.length; i++) {
    const run = equal[i]
    if (run === undefined || run.a >= to) break
    add(run)
  }
  return kept / (to - from - rangeUtf16)
}

/** How many equal stretches start at or before an offset of the old text. */
function countRunsUpTo(equal: readonly Run[], offset: number): number {
  let low = 0
  let high = equal.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((equal[middle]?.a ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function mapPlace(difference: RevisionDifference, offset: number, edge: 'start' | 'end'): number {
  const { equal, before, after } = difference
  // An end belongs to the character before it, a start to the one after it.
  const inside = edge === 'start' ? offset : offset - 1
  const index = countRunsUpTo(equal, inside) - 1
  const run = equal[index] ?? { a: 0, b: 0, length: 0 }
  if (inside < run.a + run.length) return offset - run.a + run.b
  const next = equal[index + 1] ?? { a: before.length, b: after.length, length: 0 }
  const from = { a: run.a + run.length, b: run.b + run.length }
  const place = placeInChange(
    before.slice(from.a, next.a),
    after.slice(from.b, next.b),
    offset - from.a,
    edge
  )
  return from.b + place
}

/**
 * Where an offset of the removed text lies in the text that came for it: where both halves are cheapest to
 * turn into each other (the step of Hirschberg's algorithm, CACM 18, 1975), words not being cut if they were
 * not.
 */
function placeInChange(removed: string, added: string, offset: number, edge: 'start' | 'end'): number {
  if (offset <= 0) return 0
  if (offset >= removed.length) return added.length
  if (added === '') return 0
  if (Math.ceil(removed.length / 32) * added.length > maxHunkSteps) {
    return Math.round((offset / removed.length) * added.length)
  }
  const ahead = distancesTo(removed.slice(0, offset), added, 'anchored')
  const behind = distancesTo(backwards(removed.slice(offset)), backwards(added), 'anchored')
  const cutsWord = isInsideWord(removed, offset)
  let best = 0
  let bestCost = Infinity
  for (let place = 0; place <= added.length; place++) {
    const penalty = !cutsWord && isInsideWord(added, place) ? wordCutPenalty : 0
    const cost = 2 * ((ahead[place] ?? 0) + (behind[added.length - place] ?? 0)) + penalty
    // What came at the very edge stays outside.
    if (cost < bestCost || (cost === bestCost && edge === 'start')) [best, bestCost] = [place, cost]
  }
  const [kept, stands] =
    edge === 'start'
      ? [removed.slice(offset), added.slice(best)]
      : [removed.slice(0, offset), added.slice(0, best)]
  // The cheapest place in text that is quite another is no place: what went is then simply gone.
  if (kept.length >= tellingUtf16 && similarity(kept, stands) < leastLikeness)
    return edge === 'start' ? added.length : 0
  return best
}

function isInsideWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}\p{Cs}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1))
}

/** Without white space at ends where the old text had none. */
function trimmed(difference: RevisionDifference, old: TextRange, range: TextRange): TextRange {
  const { before, after } = difference
  let { startUtf16, endUtf16 } = range
  if (/\S/.test(before.charAt(old.startUtf16))) {
    while (startUtf16 < endUtf16 && /\s/.test(after.charAt(startUtf16))) startUtf16++
  }
  if (/\S/.test(before.charAt(old.endUtf16 - 1))) {
    while (endUtf16 > startUtf16 && /\s/.test(after.charAt(endUtf16 - 1))) endUtf16--
  }
  return { startUtf16, endUtf16: Math.max(startUtf16, endUtf16) }
}
