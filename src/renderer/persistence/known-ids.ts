import type { KnownIds } from '../../core/annotation/attribute-value'
import type { ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'

/** The ids that rows of a project can name. Only keys are read. */
export async function loadKnownIds(
  database: CounterpointDatabase,
  projectId: ProjectId
): Promise<KnownIds & { annotators: ReadonlySet<string> }> {
  const idsIn = async (table: 'actors' | 'issues' | 'cases' | 'annotators') => {
    const keys = await database
      .table<unknown, [string, string]>(table)
      .where(':id')
      .between(...keysUnder(projectId))
      .primaryKeys()
    return new Set(keys.map(([, id]) => id))
  }
  const [actors, issues, cases, annotators] = await Promise.all([
    idsIn('actors'),
    idsIn('issues'),
    idsIn('cases'),
    idsIn('annotators')
  ])
  return { actors, issues, cases, annotators }
}
