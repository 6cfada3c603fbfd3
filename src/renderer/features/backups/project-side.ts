import type { Registers } from '../../../core/annotation/describe'
import type { Rows, TableName } from '../../../core/history/change-set'
import type { ProjectState } from '../../../core/history/project-state'
import type { Codebook, Layer } from '../../../core/project/codebook'
import type { Article, Revision } from '../../../core/project/entities'

/** One of the two states that stand beside each other, with what is needed to put its rows into words. */
export interface ProjectSide {
  state: ProjectState
  codebook: Codebook | undefined
  registers: Registers
  layer(id: string): Layer | undefined
  annotatorName(id: string): string
  /** The text that is annotated now. */
  revision(article: Article): Revision | undefined
}

export function projectSide(state: ProjectState): ProjectSide {
  const { rows } = state
  const [codebook] = rows.codebooks.values()
  const layers = new Map<string, Layer>(codebook?.layers.map(layer => [layer.id, layer]))
  const revisions = new Map<string, Revision>()
  for (const revision of rows.revisions.values())
    revisions.set(`${revision.number} ${revision.articleId}`, revision)
  return {
    state,
    codebook,
    registers: {
      actorName: id => rows.actors.get(id)?.name,
      issueName: id => {
        const issue = rows.issues.get(id)
        return issue?.shortName === '' ? issue.question : issue?.shortName
      },
      caseName: id => rows.cases.get(id)?.name
    },
    layer: id => layers.get(id),
    annotatorName: id => rows.annotators.get(id)?.name ?? id,
    revision: article => revisions.get(`${article.revision} ${article.id}`)
  }
}

/** What one row of a table and many of them are called. */
export const tableNouns: Readonly<Record<TableName, readonly [one: string, many: string]>> = {
  annotations: ['annotation', 'annotations'],
  articles: ['article', 'articles'],
  revisions: ['text', 'texts'],
  relations: ['relation', 'relations'],
  actors: ['actor', 'actors'],
  issues: ['issue', 'issues'],
  cases: ['case', 'cases'],
  annotators: ['annotator', 'annotators'],
  codebooks: ['codebook', 'codebooks'],
  projects: ['project description', 'project descriptions']
}

/** What a row of any table holds, for code that treats them alike. */
export type AnyRow = Rows[TableName]
