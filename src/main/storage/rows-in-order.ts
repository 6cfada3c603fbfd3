import type { Rows, TableName } from '../../core/history/change-set'
import type { ProjectState } from '../../core/history/project-state'

/**
 * A table's rows as an export would list them: in the order of import, then those made since, oldest first.
 * The same rule as the working store's own.
 */
export function rowsInOrder(state: ProjectState, table: TableName): Rows[TableName][] {
  const order = state.orders.get(table) ?? []
  const places = new Map(order.map((id, index) => [id, index]))
  const place = (row: Rows[TableName]) => places.get(row.id) ?? order.length
  const rows: Iterable<Rows[TableName]> = state.rows[table].values()
  return [...rows].sort(
    (a, b) => place(a) - place(b) || compareText(madeAt(a), madeAt(b)) || compareText(a.id, b.id)
  )
}

function madeAt(row: Rows[TableName]): string {
  return 'createdAt' in row ? row.createdAt : ''
}

/** By code unit, so that the order does not move with the language of the computer. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
