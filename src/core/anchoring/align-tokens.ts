import { shortestEdit, type Run } from './shortest-edit'
import { uniqueAnchors } from './unique-anchors'

/** Differences up to this many tokens are found exactly, whatever the length. */
const cheapEdits = 128
/** Stretches that nothing unique divides are compared up to this many edits, then taken as all different. */
const dearEdits = 1500
/** Anchors of several tokens first: a single word that is unique in both texts can still be a coincidence. */
const anchorSizes = [4, 2, 1] as const

/**
 * Equal tokens of two sequences, as ascending runs: the shortest edit where few tokens differ, else divided at
 * stretches that are unique in both. Never longer than O(n log n) plus a bounded square for each division.
 */
export function alignTokens(a: Int32Array, b: Int32Array): Run[] {
  return align(a, b, 0)
}

function align(a: Int32Array, b: Int32Array, sizeIndex: number): Run[] {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++

  const runs: Run[] = head > 0 ? [{ a: 0, b: 0, length: head }] : []
  const coreA = a.subarray(head, a.length - tail)
  const coreB = b.subarray(head, b.length - tail)
  if (coreA.length > 0 && coreB.length > 0) append(runs, alignCore(coreA, coreB, sizeIndex), head, head)
  if (tail > 0) runs.push({ a: a.length - tail, b: b.length - tail, length: tail })
  return runs
}

function alignCore(a: Int32Array, b: Int32Array, firstSize: number): Run[] {
  const exact = shortestEdit(a, b, cheapEdits)
  if (exact !== null) return exact
  for (let sizeIndex = firstSize; sizeIndex < anchorSizes.length; sizeIndex++) {
    const anchors = uniqueAnchors(a, b, anchorSizes[sizeIndex] ?? 1)
    if (anchors.length > 0) return alignBetween(a, b, anchors, sizeIndex)
  }
  return shortestEdit(a, b, dearEdits) ?? []
}

function alignBetween(a: Int32Array, b: Int32Array, anchors: readonly Run[], sizeIndex: number): Run[] {
  const runs: Run[] = []
  let [fromA, fromB] = [0, 0]
  for (const anchor of [...anchors, { a: a.length, b: b.length, length: 0 }]) {
    append(runs, align(a.subarray(fromA, anchor.a), b.subarray(fromB, anchor.b), sizeIndex), fromA, fromB)
    if (anchor.length > 0) runs.push(anchor)
    fromA = anchor.a + anchor.length
    fromB = anchor.b + anchor.length
  }
  return runs
}

function append(runs: Run[], more: readonly Run[], offsetA: number, offsetB: number): void {
  for (const run of more) runs.push({ a: run.a + offsetA, b: run.b + offsetB, length: run.length })
}
