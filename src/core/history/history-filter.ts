import type { AnnotatorId, ArticleId } from '../project/ids'
import type { ChangeSet, RowChange, TableName } from './change-set'

/** What a change set is about, as a reader of the history tells them apart. */
export const historyKinds = ['annotations', 'relations', 'articles', 'registers', 'codebook'] as const
export type HistoryKind = (typeof historyKinds)[number]

const kinds: Readonly<Record<TableName, HistoryKind>> = {
  annotations: 'annotations',
  relations: 'relations',
  articles: 'articles',
  revisions: 'articles',
  projects: 'articles',
  actors: 'registers',
  issues: 'registers',
  cases: 'registers',
  annotators: 'registers',
  codebooks: 'codebook'
}

/** What of the history is asked for; null asks for all. */
export interface HistoryFilter {
  annotatorId: AnnotatorId | null
  articleId: ArticleId | null
  kind: HistoryKind | null
}

export const wholeHistory: HistoryFilter = { annotatorId: null, articleId: null, kind: null }

/** Whether somebody, something or somewhere that is asked for has part in a change set. */
export function matchesHistory(
  { annotatorId, changes }: Pick<ChangeSet, 'annotatorId' | 'changes'>,
  filter: HistoryFilter
): boolean {
  if (filter.annotatorId !== null && filter.annotatorId !== annotatorId) return false
  const { kind, articleId } = filter
  if (kind === null && articleId === null) return true
  return changes.some(
    change =>
      (kind === null || kinds[change.table] === kind) &&
      (articleId === null || articleOf(change) === articleId)
  )
}

/** The article a change lies in; undefined for what belongs to the whole project. */
export function articleOf(change: RowChange): ArticleId | undefined {
  const row = change.after ?? change.before
  if (row === null) return undefined
  if (change.table === 'articles') return row.id as ArticleId
  return 'articleId' in row ? row.articleId : undefined
}
