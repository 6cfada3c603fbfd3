import { tableNames, type Rows, type TableName } from './change-set'
import type { ProjectState } from './project-state'
import { rowsEqual } from './rows-equal'

/** How one table became another: rows in the order of the newer state, removed ones in that of the older. */
export interface TableDifference<Row> {
  added: Row[]
  removed: Row[]
  changed: { before: Row; after: Row }[]
}

export type StateDifference = { readonly [T in TableName]: TableDifference<Rows[T]> }

/**
 * What has to be added to, removed from and changed in `before` to get `now`, row by row. Rows are one and
 * the same when their ids are; the order of import is not compared.
 */
export function compareStates(before: ProjectState, now: ProjectState): StateDifference {
  // Object.fromEntries forgets which key holds which rows; every table name is a key here.
  return Object.fromEntries(
    tableNames.map(table => [table, compareTables<Rows[TableName]>(before.rows[table], now.rows[table])])
  ) as unknown as StateDifference
}

function compareTables<Row>(
  before: ReadonlyMap<string, Row>,
  now: ReadonlyMap<string, Row>
): TableDifference<Row> {
  const difference: TableDifference<Row> = { added: [], removed: [], changed: [] }
  for (const [id, after] of now) {
    const old = before.get(id)
    if (old === undefined) difference.added.push(after)
    else if (!rowsEqual(old, after)) difference.changed.push({ before: old, after })
  }
  for (const [id, old] of before) if (!now.has(id)) difference.removed.push(old)
  return difference
}
