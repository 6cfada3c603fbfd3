import type { Actor } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'

/** Every actor of a project as stored now. */
export function loadActors(database: CounterpointDatabase, projectId: ProjectId): Promise<Actor[]> {
  return database.actors
    .where(':id')
    .between(...keysUnder(projectId))
    .toArray()
}
