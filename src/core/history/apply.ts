import { fail, ok, type Result } from '../result'
import { tableNames, type RowChange, type Rows, type TableName } from './change-set'
import { rowsEqual } from './rows-equal'

/** One project's rows in memory, by table and id: what tests and rebuilding from a journal work on. */
export type RowState = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> }

type AnyRow = Rows[TableName]

/** A state without rows. */
export function emptyRowState(): RowState {
  return stateFrom(new Map())
}

/**
 * The state after `changes`, in order. Refused with `stale-change` when a `before` is not what is there;
 * `state` itself is never altered.
 */
export function applyChanges(state: RowState, changes: readonly RowChange[]): Result<RowState> {
  const touched = new Map<TableName, Map<string, AnyRow>>()
  for (const change of changes) {
    let rows = touched.get(change.table)
    if (rows === undefined) {
      rows = new Map<string, AnyRow>(state[change.table])
      touched.set(change.table, rows)
    }
    if (!rowsEqual(rows.get(change.id) ?? null, change.before)) return staleChange(change)
    if (change.after === null) rows.delete(change.id)
    else rows.set(change.id, change.after)
  }
  return ok({ ...state, ...Object.fromEntries(touched) })
}

/** The refusal of a change whose `before` is not what is stored. */
export function staleChange(change: RowChange): ReturnType<typeof fail> {
  const what =
    'Something here was changed in the meantime, so this action was not carried out. Please try again.'
  return fail('stale-change', what, `${change.table}/${change.id}`)
}

function stateFrom(rows: ReadonlyMap<TableName, ReadonlyMap<string, AnyRow>>): RowState {
  // Object.fromEntries forgets which key holds which rows; every table name is a key here.
  return Object.fromEntries(
    tableNames.map(table => [table, rows.get(table) ?? new Map()])
  ) as unknown as RowState
}
