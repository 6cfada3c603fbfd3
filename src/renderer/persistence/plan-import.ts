import type { RowChange, TableName } from '../../core/history/change-set'
import type { Project, ProjectData } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import type { RowOrder } from './database'
import { projectTables, rowsByTable } from './project-tables'

export interface ImportPlan {
  project: Project
  /** Rows other than the project's own. */
  total: number
  orders: RowOrder[]
  /** Rows in pieces that one transaction takes without blocking the window. */
  chunks(): Generator<RowChange[]>
}

/** About a thousand rows of an annotation's size. */
const chunkWeight = 1000
/** A long text weighs as much as the rows that it is as long as. */
const charactersPerWeight = 400

/** How project data comes in under this project id. Refused with `duplicate-id` when two rows share an id. */
export function planImport(
  data: ProjectData,
  projectId: ProjectId,
  title = data.project.title
): Result<ImportPlan> {
  const rows = rowsByTable(data)
  const orders: RowOrder[] = []
  for (const table of projectTables) {
    const ids = rows[table].map(row => row.id as string)
    const twice = firstRepeated(ids)
    if (twice !== undefined) {
      return fail('duplicate-id', `Two ${table} have the id “${twice}”.`, `${table}/${twice}`)
    }
    if (ids.length > 0) orders.push({ projectId, table, ids })
  }
  return ok({
    project: { ...data.project, id: projectId, title },
    total: orders.reduce((sum, order) => sum + order.ids.length, 0),
    orders,
    chunks: () => chunksOf(data, projectId)
  })
}

function* chunksOf(data: ProjectData, projectId: ProjectId): Generator<RowChange[]> {
  const rows = rowsByTable(data)
  let chunk: RowChange[] = []
  let weight = 0
  for (const table of projectTables) {
    for (const row of rows[table]) {
      chunk.push(insertion(table, { ...row, projectId }))
      weight += 1 + ('text' in row ? row.text.length / charactersPerWeight : 0)
      if (weight < chunkWeight) continue
      yield chunk
      chunk = []
      weight = 0
    }
  }
  if (chunk.length > 0) yield chunk
}

function insertion(table: TableName, row: NonNullable<RowChange['after']>): RowChange {
  // The pair comes from one table of the project data, which the union's type cannot follow.
  return { table, id: row.id, before: null, after: row } as RowChange
}

function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return undefined
}
