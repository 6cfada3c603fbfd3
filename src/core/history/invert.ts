import type { RowChange } from './change-set'

/** The changes that take `changes` back: last first, each with before and after swapped. */
export function invert(changes: readonly RowChange[]): RowChange[] {
  // The cast is sound: swapping two members of one type leaves the union's member what it was.
  return changes
    .map(change => ({ ...change, before: change.after, after: change.before }) as RowChange)
    .reverse()
}
