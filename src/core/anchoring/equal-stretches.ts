import type { TextRange } from '../annotation/spans'
import { alignTokens } from './align-tokens'
import { TokenInterner } from './diff-tokens'
import type { Run } from './shortest-edit'
import { uniqueAnchors } from './unique-anchors'

/** Shorter lines can be equal by chance: "* * *", a name, the end of a re-wrapped sentence. */
const shortestAnchorLine = 16

/**
 * Word-wise equal stretches of two texts, ascending, in UTF-16 units. Lines that are unique in both divide the
 * texts first, so that time goes only into what changed.
 */
export function equalStretches(before: string, after: string): Run[] {
  const interner = new TokenInterner()
  const linesBefore = lines(before, interner)
  const linesAfter = lines(after, interner)
  const stretches: Run[] = []
  let [fromBefore, fromAfter] = [0, 0]
  for (const anchor of uniqueAnchors(linesBefore.ids, linesAfter.ids, 1)) {
    for (let i = 0; i < anchor.length; i++) {
      const a = linesBefore.ranges[anchor.a + i]
      const b = linesAfter.ranges[anchor.b + i]
      if (a === undefined || b === undefined) continue
      addTokens(stretches, interner, before, after, fromBefore, a.startUtf16, fromAfter, b.startUtf16)
      stretches.push({ a: a.startUtf16, b: b.startUtf16, length: a.endUtf16 - a.startUtf16 })
      fromBefore = a.endUtf16
      fromAfter = b.endUtf16
    }
  }
  addTokens(stretches, interner, before, after, fromBefore, before.length, fromAfter, after.length)
  return withSpaces(stretches, before, after)
}

/** Long lines of a text and their numbers. */
function lines(text: string, interner: TokenInterner): { ids: Int32Array; ranges: TextRange[] } {
  const ranges: TextRange[] = []
  const ids: number[] = []
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (end - start >= shortestAnchorLine) {
      ranges.push({ startUtf16: start, endUtf16: end })
      ids.push(interner.id(text.slice(start, end)))
    }
    start = end + 1
  }
  return { ids: Int32Array.from(ids), ranges }
}

function addTokens(
  stretches: Run[],
  interner: TokenInterner,
  before: string,
  after: string,
  startBefore: number,
  endBefore: number,
  startAfter: number,
  endAfter: number
): void {
  if (startBefore === endBefore || startAfter === endAfter) return
  const a = interner.tokens(before, { startUtf16: startBefore, endUtf16: endBefore })
  const b = interner.tokens(after, { startUtf16: startAfter, endUtf16: endAfter })
  for (const run of alignTokens(a.ids, b.ids)) {
    for (let i = 0; i < run.length; i++) {
      const [fromA, fromB] = [a.starts[run.a + i] ?? 0, b.starts[run.b + i] ?? 0]
      const length = (a.ends[run.a + i] ?? 0) - fromA
      // Aligned tokens can still differ in typography.
      if (length !== (b.ends[run.b + i] ?? 0) - fromB) continue
      if (before.slice(fromA, fromA + length) !== after.slice(fromB, fromB + length)) continue
      stretches.push({ a: fromA, b: fromB, length })
    }
  }
}

/** Joins stretches across equal white space, and gives white space at the edges of a change to what is equal. */
function withSpaces(stretches: readonly Run[], before: string, after: string): Run[] {
  const runs: Run[] = []
  let last: Run = { a: 0, b: 0, length: 0 }
  for (const next of [...stretches, { a: before.length, b: after.length, length: 0 }]) {
    const gapA = before.slice(last.a + last.length, next.a)
    const gapB = after.slice(last.b + last.length, next.b)
    const head = sharedSpaces(gapA, gapB)
    const tail = sharedSpaces(reversed(gapA.slice(head)), reversed(gapB.slice(head)))
    const isJoined = head === gapA.length && head === gapB.length
    last.length += head
    if (isJoined) {
      last.length += next.length
      continue
    }
    if (last.length > 0) runs.push(last)
    last = { a: next.a - tail, b: next.b - tail, length: next.length + tail }
  }
  if (last.length > 0) runs.push(last)
  return runs
}

function reversed(text: string): string {
  return text.length > 64 ? reversed(text.slice(-64)) : text.split('').reverse().join('')
}

/** How many units of white space both begin with. */
function sharedSpaces(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at] && /\s/.test(a[at] ?? '')) at++
  return at
}
