/** A run of equal elements: `length` of them at `a` in the first sequence and at `b` in the second. */
export interface Run {
  a: number
  b: number
  length: number
}

/**
 * The longest common subsequence of two sequences as runs, by the greedy O(ND) algorithm of Myers, "An O(ND)
 * Difference Algorithm and Its Variations" (Algorithmica 1, 1986). Null when more than `maxEdits` elements
 * would have to go or come, so that time and memory stay below maxEdits².
 */
export function shortestEdit(a: Int32Array, b: Int32Array, maxEdits: number): Run[] | null {
  const limit = Math.min(maxEdits, a.length + b.length)
  const furthest = new Int32Array(2 * limit + 3)
  const centre = limit + 1
  /** What `furthest` was before each round, from diagonal -edits to +edits. */
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest.slice(centre - edits - 1, centre + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDownward(furthest, centre + diagonal, diagonal, edits)
        ? (furthest[centre + diagonal + 1] ?? 0)
        : (furthest[centre + diagonal - 1] ?? 0) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      furthest[centre + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return readBack(trace, a.length, b.length)
    }
  }
  return null
}

function isDownward(furthest: Int32Array, at: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true
  return diagonal !== edits && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0)
}

function readBack(trace: readonly Int32Array[], lengthA: number, lengthB: number): Run[] {
  const runs: Run[] = []
  let x = lengthA
  let y = lengthB
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const before = trace[edits]
    if (before === undefined) break
    const centre = edits + 1
    const diagonal = x - y
    const from = isDownward(before, centre + diagonal, diagonal, edits) ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : (before[centre + from] ?? 0)
    const fromY = edits === 0 ? 0 : fromX - from
    const isInsertion = from === diagonal + 1
    const runStart = edits === 0 ? 0 : isInsertion ? fromX : fromX + 1
    if (x > runStart) runs.push({ a: runStart, b: runStart - diagonal, length: x - runStart })
    x = fromX
    y = fromY
  }
  return runs.reverse()
}
