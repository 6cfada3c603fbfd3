import type { Bridge } from '../../contract/ipc'
import type { ProjectState } from '../../core/history/project-state'
import type { ProjectData } from '../../core/project/entities'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import type { CounterpointDatabase } from './database'
import { guarded } from './guarded'
import { loadProjectData } from './load-project-data'
import { readProjectState } from './read-project'
import { sortByRowOrder } from '../../core/project/row-order'

export interface ExportSources {
  database: CounterpointDatabase
  bridge: Bridge
}

/** A store that is ill can leave a question unanswered for ever; a healthy one needs less for any project. */
const readLimitMs = 10_000

/**
 * What `loadProjectData` answers. When the working store cannot be read, as after its disk ran full, the
 * journal says it instead: exporting works as long as either of them does.
 */
export async function dataForExport(
  { database, bridge }: ExportSources,
  projectId: ProjectId,
  articleIds?: readonly ArticleId[]
): Promise<Result<ProjectData>> {
  const answered = await guarded(() => loadProjectData(database, projectId, articleIds), readLimitMs)
  const stored = answered.ok ? answered.value : answered
  if (stored.ok || stored.error.code === 'no-such-project') return stored
  const journaled = await readProjectState(bridge, { projectId, backup: null })
  // The store's own failure says what is wrong; that the journal failed, too, is of no help.
  return journaled.ok ? projectDataOf(journaled.value, articleIds) : stored
}

function projectDataOf(
  state: ProjectState,
  articleIds: readonly ArticleId[] | undefined
): Result<ProjectData> {
  const { rows, orders } = state
  const [project] = rows.projects.values()
  const [codebook] = rows.codebooks.values()
  if (project === undefined) return fail('no-such-project', 'This project does not exist any more.')
  if (codebook === undefined) return fail('no-codebook', `The codebook of “${project.title}” is missing.`)
  const wanted = articleIds === undefined ? undefined : new Set<string>(articleIds)
  const isWanted = (articleId: string) => wanted?.has(articleId) ?? true
  const inOrder = <T extends { id: string; createdAt?: string }>(
    table: keyof ProjectState['rows'],
    all: ReadonlyMap<string, T>
  ) => sortByRowOrder([...all.values()], orders.get(table) ?? [])
  const annotations = inOrder('annotations', rows.annotations).filter(row => isWanted(row.articleId))
  const there = new Set<string>(annotations.map(annotation => annotation.id))
  return ok({
    project,
    codebook,
    annotators: inOrder('annotators', rows.annotators),
    actors: inOrder('actors', rows.actors),
    issues: inOrder('issues', rows.issues),
    cases: inOrder('cases', rows.cases),
    articles: inOrder('articles', rows.articles).filter(row => isWanted(row.id)),
    revisions: inOrder('revisions', rows.revisions).filter(row => isWanted(row.articleId)),
    annotations,
    relations: inOrder('relations', rows.relations).filter(
      row => wanted === undefined || (there.has(row.from) && there.has(row.to))
    )
  })
}
