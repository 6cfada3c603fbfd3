import type { RowChange } from '../../core/history/change-set'
import type { CodebookContent } from '../../core/project/codebook'
import type { Annotator, Project } from '../../core/project/entities'
import type { AnnotatorId, ProjectId } from '../../core/project/ids'

export interface NewProject {
  title: string
  description: string
  codebook: CodebookContent
  annotatorName: string
}

/** The rows a project begins with: itself, its codebook and the one who tags. */
export function newProjectChanges(
  wanted: NewProject,
  ids: { projectId: ProjectId; annotatorId: AnnotatorId },
  now: string
): RowChange[] {
  const { projectId, annotatorId } = ids
  const { title, description } = wanted
  const project: Project = { id: projectId, title, description, createdAt: now, updatedAt: now }
  const codebook = { ...wanted.codebook, projectId }
  const annotator: Annotator = { id: annotatorId, projectId, name: wanted.annotatorName, role: 'annotator' }
  return [
    { table: 'codebooks', id: codebook.id, before: null, after: codebook },
    { table: 'annotators', id: annotatorId, before: null, after: annotator },
    { table: 'projects', id: projectId, before: null, after: project }
  ]
}
