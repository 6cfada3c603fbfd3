import { tableNames, type ChangeSet, type RowChange, type Rows, type TableName } from './change-set'

/** How many rows each table holds. */
export type RowCounts = Record<TableName, number>

/**
 * One project's rows, built up change by change: what a journal is read into. Unlike `RowState` it is
 * altered in place, because a journal can hold hundreds of thousands of changes.
 */
export interface ProjectState {
  readonly rows: { readonly [T in TableName]: Map<string, Rows[T]> }
  /** The order in which an import brought a table's rows in, so that an export repeats it. */
  readonly orders: Map<TableName, string[]>
}

export function emptyProjectState(): ProjectState {
  // Object.fromEntries forgets which key holds which rows; every table name is a key here.
  const rows = Object.fromEntries(tableNames.map(table => [table, new Map()])) as ProjectState['rows']
  return { rows, orders: new Map() }
}

/**
 * Applies what was acknowledged. `before` is not compared: the order of the journal is the truth, and after a
 * damaged line the rows that follow it must still be kept.
 */
export function applyChangeSet(
  state: ProjectState,
  changeSet: Pick<ChangeSet, 'changes' | 'operation'>
): void {
  for (const change of changeSet.changes) applyChange(state, change)
  if (!isImportPiece(changeSet)) return
  for (const { table, id } of changeSet.changes) {
    const order = state.orders.get(table)
    if (order === undefined) state.orders.set(table, [id])
    else order.push(id)
  }
}

/**
 * Whether a change set is a piece of an import. The import itself is the baseline that brings the project's
 * own row; its pieces stand in no history.
 */
export function isImportPiece(changeSet: Pick<ChangeSet, 'changes' | 'operation'>): boolean {
  return (
    changeSet.operation.kind === 'baseline' && !changeSet.changes.some(change => change.table === 'projects')
  )
}

export function countRows(state: ProjectState): RowCounts {
  return Object.fromEntries(tableNames.map(table => [table, state.rows[table].size])) as RowCounts
}

function applyChange(state: ProjectState, change: RowChange): void {
  // The pair comes from one change, whose table and row fit; TypeScript cannot follow that through a union.
  const rows = state.rows[change.table] as Map<string, Rows[TableName]>
  if (change.after === null) rows.delete(change.id)
  else rows.set(change.id, change.after)
}
