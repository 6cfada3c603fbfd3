import { sortByRowOrder, type OrderedRow } from '../../core/project/row-order'
import type { ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from './database'
import type { ProjectTable } from './project-tables'

/**
 * Rows in the order in which an import brought them, so that an export repeats it; rows made since follow,
 * oldest first.
 */
export async function inRowOrder<T extends OrderedRow>(
  database: CounterpointDatabase,
  projectId: ProjectId,
  table: ProjectTable,
  rows: readonly T[]
): Promise<T[]> {
  const order = await database.rowOrders.get([projectId, table])
  return sortByRowOrder(rows, order?.ids ?? [])
}
