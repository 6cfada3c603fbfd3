import type { Codebook } from '../../core/project/codebook'
import type { Annotator, Article, Project } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { useAnnotators, useArticles, useCodebook, useProject } from '../persistence/queries'
import type { Workspace } from '../persistence/workspace'

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
export function useProjectRows(workspace: Workspace, id: ProjectId | null): ProjectRows {
  const { database } = workspace
  const project = useProject(database, id ?? noProject)
  const codebook = useCodebook(database, id ?? noProject)
  const articles = useArticles(database, id ?? noProject)
  const annotators = useAnnotators(database, id ?? noProject)
  const isMissing = project === null || project === undefined || codebook === null || codebook === undefined
  if (isMissing || articles === undefined || project.id !== id) return none
  const tagging = workspace.project()?.annotatorId
  const annotator = annotators?.find(row => row.id === tagging) ?? null
  return { isLoaded: true, project, codebook, articles, annotator }
}
