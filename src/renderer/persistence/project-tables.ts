import type { ProjectData } from '../../core/project/entities'
import type { Rows, TableName } from '../../core/history/change-set'

/** Tables whose rows belong to a project; a project's own row stands apart. */
export type ProjectTable = Exclude<TableName, 'projects'>

/** The rows of project data by table, in the order in which an import writes them. */
export function rowsByTable(data: ProjectData): { [T in ProjectTable]: readonly Rows[T][] } {
  return {
    codebooks: [data.codebook],
    annotators: data.annotators,
    actors: data.actors,
    issues: data.issues,
    cases: data.cases,
    articles: data.articles,
    revisions: data.revisions,
    annotations: data.annotations,
    relations: data.relations
  }
}

export const projectTables = [
  'codebooks',
  'annotators',
  'actors',
  'issues',
  'cases',
  'articles',
  'revisions',
  'annotations',
  'relations'
] as const satisfies readonly ProjectTable[]
