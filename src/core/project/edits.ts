import type { Edit, RowChange } from '../history/change-set'
import type {
  Actor,
  Annotation,
  Annotator,
  Article,
  ArticleStatus,
  Case,
  Issue,
  Project,
  Relation,
  Revision
} from './entities'

/** Edits of a project, its articles and its registers. Each takes rows and time and decides; nothing is stored. */

export type ArticleMetadata = Pick<
  Article,
  'title' | 'byline' | 'outlet' | 'url' | 'publishedAt' | 'language'
>

export function renameProject(project: Project, title: string, now: string): Edit {
  return { label: 'Rename project', changes: [projectChange(project, { title }, now)] }
}

export function describeProject(project: Project, description: string, now: string): Edit {
  return { label: 'Edit project description', changes: [projectChange(project, { description }, now)] }
}

/** A new article together with its first revision. */
export function addArticle(article: Article, revision: Revision): Edit {
  return addArticles([{ article, revision }])
}

/** Several articles as one step: what one use of "Import articles" brings in. */
export function addArticles(added: readonly { article: Article; revision: Revision }[]): Edit {
  return {
    label: added.length === 1 ? 'Import article' : `Import ${added.length} articles`,
    changes: added.flatMap(({ article, revision }): RowChange[] => [
      { table: 'articles', id: article.id, before: null, after: article },
      { table: 'revisions', id: revision.id, before: null, after: revision }
    ])
  }
}

export function editArticleMetadata(article: Article, patch: Partial<ArticleMetadata>, now: string): Edit {
  return { label: 'Edit article details', changes: [articleChange(article, patch, now)] }
}

const statusLabels: Record<ArticleStatus, string> = {
  new: 'Mark article as new',
  'in-progress': 'Mark article as in progress',
  done: 'Mark article as done'
}

export function setArticleStatus(article: Article, status: ArticleStatus, now: string): Edit {
  return { label: statusLabels[status], changes: [articleChange(article, { status }, now)] }
}

/** Deletes an article with all its revisions, annotations and the relations that hang on these. */
export function deleteArticle(
  article: Article,
  revisions: readonly Revision[],
  annotations: readonly Annotation[],
  relations: readonly Relation[]
): Edit {
  const own = new Set<string>(annotations.map(annotation => annotation.id))
  const hanging = relations.filter(relation => own.has(relation.from) || own.has(relation.to))
  return {
    label: 'Delete article',
    changes: [
      ...hanging.map((row): RowChange => ({ table: 'relations', id: row.id, before: row, after: null })),
      ...annotations.map((row): RowChange => ({
        table: 'annotations',
        id: row.id,
        before: row,
        after: null
      })),
      ...revisions.map((row): RowChange => ({ table: 'revisions', id: row.id, before: row, after: null })),
      { table: 'articles', id: article.id, before: article, after: null }
    ]
  }
}

export function addActor(actor: Actor): Edit {
  return { label: 'Add actor', changes: [{ table: 'actors', id: actor.id, before: null, after: actor }] }
}

export function editActor(actor: Actor, patch: Partial<Omit<Actor, 'id' | 'projectId'>>): Edit {
  const after = { ...actor, ...patch }
  return { label: 'Edit actor', changes: [{ table: 'actors', id: actor.id, before: actor, after }] }
}

export function addIssue(issue: Issue): Edit {
  return { label: 'Add issue', changes: [{ table: 'issues', id: issue.id, before: null, after: issue }] }
}

export function editIssue(issue: Issue, patch: Partial<Omit<Issue, 'id' | 'projectId'>>): Edit {
  const after = { ...issue, ...patch }
  return { label: 'Edit issue', changes: [{ table: 'issues', id: issue.id, before: issue, after }] }
}

export function addCase(added: Case): Edit {
  return { label: 'Add case', changes: [{ table: 'cases', id: added.id, before: null, after: added }] }
}

export function editCase(edited: Case, patch: Partial<Omit<Case, 'id' | 'projectId'>>): Edit {
  const after = { ...edited, ...patch }
  return { label: 'Edit case', changes: [{ table: 'cases', id: edited.id, before: edited, after }] }
}

export function addAnnotator(annotator: Annotator): Edit {
  return {
    label: 'Add annotator',
    changes: [{ table: 'annotators', id: annotator.id, before: null, after: annotator }]
  }
}

function projectChange(project: Project, patch: Partial<Project>, now: string): RowChange {
  const after = { ...project, ...patch, updatedAt: now }
  return { table: 'projects', id: project.id, before: project, after }
}

function articleChange(article: Article, patch: Partial<Article>, now: string): RowChange {
  const after = { ...article, ...patch, updatedAt: now }
  return { table: 'articles', id: article.id, before: article, after }
}
