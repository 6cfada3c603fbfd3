import type { Run } from './shortest-edit'

/** Equal words between changes count as coincidence up to this length, in UTF-16 units. */
const longestCoincidence = 16
/** A change is moved along repeated text at most this far, in UTF-16 units. */
const longestSlide = 4000

/**
 * Makes equal stretches readable: drops equal words that stand lost between much longer changes ("semantic
 * cleanup" of Google's diff-match-patch), and moves a passage that only came or only went to where sentences
 * and paragraphs begin (as git's indent heuristic does), since "A, B, A" without "B, A" is also without "A, B".
 */
export function settleChanges(stretches: readonly Run[], before: string, after: string): Run[] {
  const kept = withoutCoincidences(stretches, before, after).map(run => ({ ...run }))
  for (let i = 0; i + 1 < kept.length; i++) {
    const [left, right] = [kept[i], kept[i + 1]]
    if (left === undefined || right === undefined) continue
    const goneFrom = left.a + left.length
    const cameFrom = left.b + left.length
    if (right.b === cameFrom) slide(left, right, before, goneFrom, right.a)
    else if (right.a === goneFrom) slide(left, right, after, cameFrom, right.b)
  }
  return kept.filter(run => run.length > 0)
}

function withoutCoincidences(stretches: readonly Run[], before: string, after: string): Run[] {
  const kept: Run[] = []
  stretches.forEach((run, i) => {
    const last = kept.at(-1) ?? { a: 0, b: 0, length: 0 }
    const next = stretches[i + 1] ?? { a: before.length, b: after.length, length: 0 }
    const changedAhead = Math.max(run.a - last.a - last.length, run.b - last.b - last.length)
    const changedBehind = Math.max(next.a - run.a - run.length, next.b - run.b - run.length)
    const letters = before.slice(run.a, run.a + run.length).trim().length
    const isLost = letters <= longestCoincidence && Math.min(changedAhead, changedBehind) >= 2 * letters
    if (!isLost) kept.push(run)
  })
  return kept
}

/** Moves the passage [start, end) of `text` between two equal stretches to its best place. */
function slide(left: Run, right: Run, text: string, start: number, end: number): void {
  let best = 0
  let bestRank = rank(text, start, end)
  const consider = (by: number): void => {
    const value = rank(text, start + by, end + by)
    if (value > bestRank) [best, bestRank] = [by, value]
  }
  for (let by = 1; by <= Math.min(right.length, longestSlide); by++) {
    if (text[start + by - 1] !== text[end + by - 1]) break
    consider(by)
  }
  for (let by = 1; by <= Math.min(left.length, longestSlide); by++) {
    if (text[start - by] !== text[end - by]) break
    consider(-by)
  }
  left.length += best
  right.a += best
  right.b += best
  right.length -= best
}

function rank(text: string, start: number, end: number): number {
  return borderRank(text, start) + borderRank(text, end)
}

/** How good a place to cut: paragraphs before sentences before words, and never inside a word. */
function borderRank(text: string, at: number): number {
  if (at === 0 || at === text.length) return 6
  const [before, after] = [text[at - 1] ?? '', text[at] ?? '']
  if (before === '\n') return 6
  if (after === '\n') return 5
  const near = text.slice(Math.max(0, at - 4), at)
  if (/[.!?…]["'”’)]*\s$/.test(near) && /\S/.test(after)) return 4
  if (/[.!?…]["'”’)]*$/.test(near) && /\s/.test(after)) return 3
  if (/\s/.test(before)) return 2
  if (/\s/.test(after)) return 1
  return /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(before) && /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(after) ? -20 : 0
}
