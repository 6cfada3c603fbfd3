import Dexie, { type Table } from 'dexie'
import type { RowChange } from '../../core/history/change-set'
import type { ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'
import { projectTables } from './project-tables'
import { groupByTable, rowsAfter } from './write-change-set'

const ownedTables = [...projectTables, 'rowOrders'] as const

/** Adds new rows of one project in one transaction. A row that is there already undoes all of them. */
export async function insertRows(
  database: CounterpointDatabase,
  changes: readonly RowChange[]
): Promise<void> {
  const byTable = groupByTable(changes)
  await database.transaction('rw', [...byTable.keys()], async () => {
    for (const [name, group] of byTable) {
      await database.table(name).bulkAdd(rowsAfter(name, group))
    }
  })
}

/** Removes whatever this project has in the store, apart from its history. Table by table, so that none takes long. */
export async function removeProjectRows(database: CounterpointDatabase, projectId: ProjectId): Promise<void> {
  // The project's row goes first: what is left of a removal that breaks off is then no project.
  await database.projects.delete(projectId)
  for (const name of ownedTables) {
    await database
      .table(name)
      .where(':id')
      .between(...keysUnder(projectId), true, true)
      .delete()
  }
}

/** Projects that have rows but no row of their own: what an import that broke off left behind. */
export async function findUnfinishedProjects(database: CounterpointDatabase): Promise<ProjectId[]> {
  const found = new Set<ProjectId>()
  for (const name of ownedTables) {
    for (const id of await projectIdsIn(database.table(name))) found.add(id)
  }
  const ids = [...found]
  const projects = await database.projects.bulkGet(ids)
  return ids.filter((_, index) => projects[index] === undefined)
}

/** The project ids in a table, leaping from one to the next without reading the rows between. */
async function projectIdsIn(table: Table<unknown, [string, string]>): Promise<ProjectId[]> {
  const ids: ProjectId[] = []
  let next = await table.orderBy(':id').limit(1).primaryKeys()
  while (next[0] !== undefined) {
    const [projectId] = next[0]
    ids.push(projectId as ProjectId)
    next = await table.where(':id').above([projectId, Dexie.maxKey]).limit(1).primaryKeys()
  }
  return ids
}
