import type { Bridge } from '../../contract/ipc'
import type { ProjectCheck } from '../../contract/storage'
import { tableNames } from '../../core/history/change-set'
import { compareStates } from '../../core/history/compare-states'
import type { ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from './database'
import { loadProjectState, readProjectState } from './read-project'

/** What the working store says otherwise than the journal, row by row. No findings: they are equal. */
export async function compareWithJournal(
  database: CounterpointDatabase,
  bridge: Bridge,
  projectId: ProjectId
): Promise<ProjectCheck['findings']> {
  const stored = await loadProjectState(database, projectId)
  const journaled = await readProjectState(bridge, { projectId, backup: null })
  for (const read of [stored, journaled]) {
    if (!read.ok) return [{ place: read.error.place ?? 'working store', message: read.error.message }]
  }
  if (!stored.ok || !journaled.ok) return []
  const difference = compareStates(stored.value, journaled.value)
  return tableNames.flatMap(table => {
    const { added, removed, changed } = difference[table]
    return [
      ...added.map(row => finding(table, row.id, 'is in the journal, but not in the working store')),
      ...removed.map(row => finding(table, row.id, 'is in the working store, but not in the journal')),
      ...changed.map(({ after }) => finding(table, after.id, 'is not the same in journal and working store'))
    ]
  })
}

function finding(table: string, id: string, what: string) {
  return { place: `${table}/${id}`, message: `This row ${what}.` }
}
