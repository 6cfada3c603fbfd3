import type { Relation } from '../../core/project/entities'
import type { AnnotationId, ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from './database'

/** The relations that begin or end at one of these annotations, each once. */
export async function loadRelationsOf(
  database: CounterpointDatabase,
  projectId: ProjectId,
  ...annotationIds: AnnotationId[]
): Promise<Relation[]> {
  const keys = annotationIds.map(id => [projectId, id])
  const [starting, ending] = await Promise.all([
    database.relations.where('[projectId+from]').anyOf(keys).toArray(),
    database.relations.where('[projectId+to]').anyOf(keys).toArray()
  ])
  return [...new Map([...starting, ...ending].map(relation => [relation.id, relation])).values()]
}
