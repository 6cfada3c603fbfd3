import type { ChangeSet } from './change-set'
import { rowsEqual } from './rows-equal'
import type { ProjectState } from './project-state'

/**
 * Takes change sets (oldest first) back out of a state that they led to, in place. Answers false, with the
 * state half rewound, when a row is not what a change set left.
 */
export function rewind(state: ProjectState, changeSets: readonly ChangeSet[]): boolean {
  for (const { changes } of changeSets.toReversed()) {
    for (const change of changes.toReversed()) {
      // The pair comes from one change, whose table and rows fit; TypeScript cannot follow that through a union.
      const rows = state.rows[change.table] as Map<string, unknown>
      if (!rowsEqual(rows.get(change.id) ?? null, change.after)) return false
      if (change.before === null) rows.delete(change.id)
      else rows.set(change.id, change.before)
    }
  }
  return true
}
