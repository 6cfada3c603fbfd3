import { useLiveQuery } from 'dexie-react-hooks'
import type { Codebook } from '../../core/project/codebook'
import type { Actor, Annotator, Article, Case, Issue, Project } from '../../core/project/entities'
import type { AnnotationId, ProjectId } from '../../core/project/ids'
import { loadCodebookVersions, type CodebookVersion } from './codebook-versions'
import { keysUnder, type CounterpointDatabase, type HistoryEntry } from './database'
import { loadLastChanges, type LastChanges } from './last-changes'
import { loadLayerCounts, type LayerCounts } from './layer-counts'
import { inRowOrder } from './row-order'

/**
 * Saved rows for components, kept up to date with every commit. Each hook answers undefined until the first
 * answer is there. A hook reads a narrow range, because its cost grows with the rows it observes.
 */

/** All projects, the one changed last first. */
export function useProjects(database: CounterpointDatabase): Project[] | undefined {
  return useLiveQuery(async () => {
    const projects = await database.projects.toArray()
    return projects.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
  }, [database])
}

/** Null when there is no such project. */
export function useProject(database: CounterpointDatabase, id: ProjectId): Project | null | undefined {
  return useLiveQuery(async () => (await database.projects.get(id)) ?? null, [database, id])
}

/** In the order of import; articles added since follow, oldest first. */
export function useArticles(database: CounterpointDatabase, projectId: ProjectId): Article[] | undefined {
  return useLiveQuery(async () => {
    const rows = await database.articles
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    return inRowOrder(database, projectId, 'articles', rows)
  }, [database, projectId])
}

/** Null when the project has none, which only a damaged store shows. */
export function useCodebook(
  database: CounterpointDatabase,
  projectId: ProjectId
): Codebook | null | undefined {
  return useLiveQuery(async () => {
    const found = await database.codebooks
      .where(':id')
      .between(...keysUnder(projectId))
      .first()
    return found ?? null
  }, [database, projectId])
}

/** By name. */
export function useActors(database: CounterpointDatabase, projectId: ProjectId): Actor[] | undefined {
  return useLiveQuery(async () => {
    const rows = await database.actors
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    return rows.sort((a, b) => collator.compare(a.name, b.name))
  }, [database, projectId])
}

/** By question. */
export function useIssues(database: CounterpointDatabase, projectId: ProjectId): Issue[] | undefined {
  return useLiveQuery(async () => {
    const rows = await database.issues
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    return rows.sort((a, b) => collator.compare(a.question, b.question))
  }, [database, projectId])
}

/** By name. */
export function useCases(database: CounterpointDatabase, projectId: ProjectId): Case[] | undefined {
  return useLiveQuery(async () => {
    const rows = await database.cases
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    return rows.sort((a, b) => collator.compare(a.name, b.name))
  }, [database, projectId])
}

/** By name. */
export function useAnnotators(database: CounterpointDatabase, projectId: ProjectId): Annotator[] | undefined {
  return useLiveQuery(async () => {
    const rows = await database.annotators
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    return rows.sort((a, b) => collator.compare(a.name, b.name))
  }, [database, projectId])
}

/** How many annotations each article has in each layer; what has none is absent. */
export function useLayerCounts(
  database: CounterpointDatabase,
  projectId: ProjectId
): LayerCounts | undefined {
  return useLiveQuery(() => loadLayerCounts(database, projectId), [database, projectId])
}

/** When each article was last changed, annotations included; what only an import brought is absent. */
export function useLastChanges(
  database: CounterpointDatabase,
  projectId: ProjectId
): LastChanges | undefined {
  return useLiveQuery(() => loadLastChanges(database, projectId), [database, projectId])
}

/** When anything was last changed in each of these projects; what only an import brought is absent. */
export function useProjectChanges(
  database: CounterpointDatabase,
  ids: readonly ProjectId[]
): ReadonlyMap<ProjectId, string> | undefined {
  return useLiveQuery(async () => {
    const changes = new Map<ProjectId, string>()
    for (const id of ids) {
      const history = database.changeLog.where('[projectId+sequence]').between(...keysUnder(id))
      const last = await history.last()
      if (last !== undefined && last.operation.kind !== 'baseline') changes.set(id, last.at)
    }
    return changes
  }, [database, ids.join()])
}

/** Every state the codebook has had, oldest first. */
export function useCodebookVersions(
  database: CounterpointDatabase,
  projectId: ProjectId,
  current: Codebook
): readonly CodebookVersion[] | undefined {
  return useLiveQuery(
    () => loadCodebookVersions(database, projectId, current),
    [database, projectId, current]
  )
}

/** The last 50 change sets that touched an annotation, newest first. */
export function useHistory(
  database: CounterpointDatabase,
  projectId: ProjectId,
  annotationId: AnnotationId
): HistoryEntry[] | undefined {
  return useLiveQuery(
    () =>
      database.changeLog
        .where('annotationIds')
        .equals(annotationId)
        .reverse()
        // The same dataset imported twice gives two annotations with this id.
        .filter(entry => entry.projectId === projectId)
        .limit(50)
        .toArray(),
    [database, projectId, annotationId]
  )
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
