import type { RowChange } from './change-set'
import { rowsEqual } from './rows-equal'

/**
 * The same effect with one change per row, in the order in which rows were first touched. Changes that
 * cancel out are dropped. `changes` must follow one another: each `before` is what the one before it left.
 */
export function squash(changes: readonly RowChange[]): RowChange[] {
  const byRow = new Map<string, RowChange>()
  for (const change of changes) {
    // Ids have no white space, so the key cannot be read in two ways.
    const key = `${change.table} ${change.id}`
    const first = byRow.get(key)
    byRow.set(key, first === undefined ? change : ({ ...change, before: first.before } as RowChange))
  }
  return [...byRow.values()].filter(change => !rowsEqual(change.before, change.after))
}
