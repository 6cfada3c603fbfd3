import { useLiveQuery } from 'dexie-react-hooks'
import type { Annotation, Relation } from '../../core/project/entities'
import type { AnnotationId, ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'

/**
 * A project's relations. They are few beside its annotations, and asking for those of one article would take
 * as many look-ups as it has annotations.
 */
export function useRelations(
  database: CounterpointDatabase,
  projectId: ProjectId
): readonly Relation[] | undefined {
  return useLiveQuery(() => loadRelations(database, projectId), [database, projectId])
}

export function loadRelations(database: CounterpointDatabase, projectId: ProjectId): Promise<Relation[]> {
  return database.relations
    .where(':id')
    .between(...keysUnder(projectId))
    .toArray()
}

/** These annotations, by id; those that do not exist are absent. */
export function useAnnotationsById(
  database: CounterpointDatabase,
  projectId: ProjectId,
  ids: readonly AnnotationId[]
): ReadonlyMap<AnnotationId, Annotation> | undefined {
  return useLiveQuery(() => loadAnnotationsById(database, projectId, ids), [database, projectId, ids.join()])
}

export async function loadAnnotationsById(
  database: CounterpointDatabase,
  projectId: ProjectId,
  ids: readonly AnnotationId[]
): Promise<Map<AnnotationId, Annotation>> {
  const rows = await database.annotations.bulkGet(ids.map(id => [projectId, id] as [string, string]))
  return new Map(rows.flatMap(row => (row === undefined ? [] : [[row.id, row]])))
}
