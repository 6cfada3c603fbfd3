import { undoStack, type UndoStack } from '../../core/history/undo-stack'
import type { AnnotatorId, ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'
import { inRowOrder } from './row-order'

export interface OpenProjectState {
  /** Who tags: the one who did so last, or the first of the project; null when it has no annotators. */
  annotatorId: AnnotatorId | null
  stack: UndoStack
}

/** So many actions can be taken back after a restart. */
const rememberedHeads = 1000

/** What opening a project needs, or null when there is no such project. */
export async function openProjectState(
  database: CounterpointDatabase,
  projectId: ProjectId
): Promise<OpenProjectState | null> {
  if ((await database.projects.get(projectId)) === undefined) return null
  const entries = await database.changeLog
    .where('[projectId+sequence]')
    .between(...keysUnder(projectId))
    .reverse()
    .limit(rememberedHeads)
    .toArray()
  const rows = await database.annotators
    .where(':id')
    .between(...keysUnder(projectId))
    .toArray()
  const annotators = await inRowOrder(database, projectId, 'annotators', rows)
  const last = annotators.find(annotator => annotator.id === entries[0]?.annotatorId)
  return {
    annotatorId: (last ?? annotators[0])?.id ?? null,
    stack: undoStack(entries.reverse().map(({ id, label, operation }) => ({ id, label, operation })))
  }
}
