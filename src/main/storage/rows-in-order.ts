import type { Rows, TableName } from '../../core/history/change-set'
import type { ProjectState } from '../../core/history/project-state'
import { sortByRowOrder } from '../../core/project/row-order'

/** A table's rows as an export lists them: in the order of import, then those made since, oldest first. */
export function rowsInOrder(state: ProjectState, table: TableName): Rows[TableName][] {
  const rows: Iterable<Rows[TableName]> = state.rows[table].values()
  return sortByRowOrder([...rows], state.orders.get(table) ?? [])
}
