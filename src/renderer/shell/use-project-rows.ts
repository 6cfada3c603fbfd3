import type { Codebook } from '../../core/project/codebook'
import type { Annotator, Article, Project } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from '../persistence/database'
import { useAnnotators, useArticles, useCodebook, useProject } from '../persistence/queries'

export type ProjectRows =
  | { isLoaded: false; project: null; codebook: null; articles: readonly Article[]; annotator: null }
  | {
      isLoaded: true
      project: Project
      codebook: Codebook
      articles: readonly Article[]
      annotator: Annotator | null
    }

/** No project has this id: the queries answer with nothing. */
const noProject = '-' as ProjectId
const none: ProjectRows = { isLoaded: false, project: null, codebook: null, articles: [], annotator: null }

/** The open project's rows that the window's frame needs, kept up to date. */
export function useProjectRows(database: CounterpointDatabase, id: ProjectId | null): ProjectRows {
  const project = useProject(database, id ?? noProject)
  const codebook = useCodebook(database, id ?? noProject)
  const articles = useArticles(database, id ?? noProject)
  const annotators = useAnnotators(database, id ?? noProject)
  const isMissing = project === null || project === undefined || codebook === null || codebook === undefined
  if (isMissing || articles === undefined || project.id !== id) return none
  return { isLoaded: true, project, codebook, articles, annotator: annotators?.[0] ?? null }
}
