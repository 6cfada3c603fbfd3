import { useEffect, useState } from 'react'
import { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { ChangeSet } from '../../../core/history/change-set'
import type { Article, Revision } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import type { Failure } from '../../../core/result'
import { loadArticle } from '../../persistence/load-article'
import type { Workspace } from '../../persistence/workspace'

export interface OpenArticle {
  article: Article
  /** The article's row as last committed, also between two renderings. */
  latestArticle(): Article
  revision: Revision
  /** In memory, patched by every committed change set; tested to equal the stored rows. */
  index: AnnotationIndex
}

export type OpenArticleState =
  { status: 'loading' } | { status: 'open'; open: OpenArticle } | { status: 'failed'; failure: Failure }

/** Loads an article with its annotations and keeps them equal to what is saved. */
export function useOpenArticle(
  workspace: Workspace,
  projectId: ProjectId,
  articleId: ArticleId
): OpenArticleState {
  const [state, setState] = useState<OpenArticleState>({ status: 'loading' })
  useEffect(() => {
    let isCurrent = true
    let open: OpenArticle | undefined
    // What is committed while the article loads is applied after: a change set applied twice changes nothing.
    const early: ChangeSet[] = []
    const stop = workspace.onCommitted(changeSet => {
      if (open === undefined) early.push(changeSet)
      else apply(changeSet)
    })
    const apply = (changeSet: ChangeSet) => {
      if (open === undefined || changeSet.projectId !== projectId) return
      open.index.patch(changeSet.changes, articleId, open.revision.number)
      const article = articleAfter(changeSet, articleId)
      if (article === undefined) return
      open = { ...open, article }
      setState({ status: 'open', open })
    }
    setState({ status: 'loading' })
    void loadArticle(workspace.database, projectId, articleId).then(loaded => {
      if (!isCurrent) return
      if (!loaded.ok) return setState({ status: 'failed', failure: loaded.error })
      const { article, revision, annotations } = loaded.value
      const index = new AnnotationIndex(revision.blocks, annotations)
      open = { article, revision, index, latestArticle: () => open?.article ?? article }
      setState({ status: 'open', open })
      early.forEach(apply)
    })
    return () => {
      isCurrent = false
      stop()
    }
  }, [workspace, projectId, articleId])
  return state
}

function articleAfter(changeSet: ChangeSet, articleId: ArticleId): Article | undefined {
  for (const change of changeSet.changes)
    if (change.table === 'articles' && change.id === articleId && change.after !== null) return change.after
  return undefined
}
