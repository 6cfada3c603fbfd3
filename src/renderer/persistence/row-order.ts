import type { ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from './database'
import type { ProjectTable } from './project-tables'

interface OrderedRow {
  id: string
  createdAt?: string
}

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

/** The sort itself: by place in `ids`; what is not in there comes last, by age and then by id. */
export function sortByRowOrder<T extends OrderedRow>(rows: readonly T[], ids: readonly string[]): T[] {
  const places = new Map(ids.map((id, index) => [id, index]))
  const place = (row: T) => places.get(row.id) ?? ids.length
  return [...rows].sort(
    (a, b) =>
      place(a) - place(b) || compareText(a.createdAt ?? '', b.createdAt ?? '') || compareText(a.id, b.id)
  )
}

/** By code unit, so that the order does not move with the language of the computer. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
