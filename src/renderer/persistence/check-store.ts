import type { JournaledProject, SettledProject } from '../../contract/storage'
import { tableNames } from '../../core/history/change-set'
import type { RowCounts } from '../../core/history/project-state'
import type { ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from './database'
import { keyRange } from './read-project'

/** What the working store holds of each project that is complete in it. */
export async function settledProjects(database: CounterpointDatabase): Promise<SettledProject[]> {
  const heads = await database.heads.toArray()
  const complete = heads.filter(head => head.isComplete)
  return Promise.all(
    complete.map(async ({ projectId, sequence, hash }) => ({
      projectId,
      head: { sequence, hash },
      counts: await countRows(database, projectId)
    }))
  )
}

/**
 * The journaled projects that the working store does not hold as their journals do: another last line, or
 * other numbers of rows than when it was closed.
 */
export function differingProjects(
  journaled: readonly JournaledProject[],
  settled: readonly SettledProject[]
): ProjectId[] {
  const byId = new Map(settled.map(project => [project.projectId, project]))
  return journaled
    .filter(({ projectId, head, counts }) => {
      const stored = byId.get(projectId)
      if (stored === undefined || stored.head.hash !== head.hash || stored.head.sequence !== head.sequence)
        return true
      return counts !== null && tableNames.some(table => counts[table] !== stored.counts[table])
    })
    .map(({ projectId }) => projectId)
}

async function countRows(database: CounterpointDatabase, projectId: ProjectId): Promise<RowCounts> {
  const counts = await Promise.all(
    tableNames.map(async table => {
      const rows = database.table(table).where(':id')
      return [table, await rows.between(...keyRange(projectId, table), true, true).count()] as const
    })
  )
  return Object.fromEntries(counts) as RowCounts
}
