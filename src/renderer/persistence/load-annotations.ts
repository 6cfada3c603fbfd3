import type { Annotation } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { keysUnder, type CounterpointDatabase } from './database'
import { storageFailure } from './storage-failure'

/** Every annotation of a project, in no particular order. */
export async function loadAllAnnotations(
  database: CounterpointDatabase,
  projectId: ProjectId
): Promise<Result<Annotation[]>> {
  try {
    return ok(
      await database.annotations
        .where(':id')
        .between(...keysUnder(projectId))
        .toArray()
    )
  } catch (error) {
    return storageFailure(error)
  }
}
