import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { OpenText } from '../../../core/annotation/open-text'
import type { ChangeSet } from '../../../core/history/change-set'
import type { Codebook, Layer } from '../../../core/project/codebook'
import type { Annotation, Article } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import type { Failure } from '../../../core/result'
import { loadAnnotations, loadArticle, loadFirstAnnotations } from '../../persistence/load-article'
import type { Workspace } from '../../persistence/workspace'

export interface OpenArticle extends OpenText {
  /** The article's row as last committed, also between two renderings. */
  latestArticle(): Article
}

export type OpenArticleState =
  { status: 'loading' } | { status: 'open'; open: OpenArticle } | { status: 'failed'; failure: Failure }

/** Loads an article, its text first and then its annotations, and keeps them equal to what is saved. */
export function useOpenArticle(
  workspace: Workspace,
  projectId: ProjectId,
  articleId: ArticleId,
  codebook: Codebook
): OpenArticleState {
  const [state, setState] = useState<OpenArticleState>({ status: 'loading' })
  const layers = useRef<readonly Layer[]>([])
  useLayoutEffect(() => {
    layers.current = codebook.layers
  })
  useEffect(() => {
    let isCurrent = true
    /** Counts the loads: a correction that comes while a text is read makes that text old. */
    let turn = 0
    let open: OpenArticle | undefined
    // What is committed while the rows are read is applied after: a change set applied twice changes nothing.
    const early: ChangeSet[] = []
    let isFilled = false
    const apply = (changeSet: ChangeSet) => {
      if (open === undefined || changeSet.projectId !== projectId) return
      const article = articleAfter(changeSet, articleId)
      // A corrected text, or the one before it back again: another revision with other annotations.
      if (article !== undefined && article.revision !== open.revision.number) return void load()
      open.index.patch(changeSet.changes, articleId, open.revision.number)
      if (article === undefined) return
      open = { ...open, article }
      setState({ status: 'open', open })
    }
    const stop = workspace.onCommitted(changeSet => {
      if (!isFilled) early.push(changeSet)
      apply(changeSet)
    })
    const failed = (failure: Failure) => {
      if (isCurrent) setState({ status: 'failed', failure })
    }
    const load = async () => {
      const mine = ++turn
      const isWanted = () => isCurrent && mine === turn
      early.length = 0
      isFilled = false
      // The text that is there stays on screen until the next one has come.
      if (open === undefined) setState({ status: 'loading' })
      const { database } = workspace
      const layerIds = layers.current.map(layer => layer.id)
      const [text, first] = await Promise.all([
        loadArticle(database, projectId, articleId),
        loadFirstAnnotations(database, projectId, articleId, layerIds)
      ])
      if (!isWanted()) return
      if (!text.ok) return failed(text.error)
      const { article, revision } = text.value
      const isOfText = (annotation: Annotation) => annotation.revision === revision.number
      const index = new AnnotationIndex(revision.blocks, first.ok ? first.value.filter(isOfText) : [])
      open = { article, revision, index, latestArticle: () => open?.article ?? article }
      setState({ status: 'open', open })
      const annotations = await loadAnnotations(database, projectId, articleId, isWanted)
      if (!isWanted()) return
      if (!annotations.ok) return failed(annotations.error)
      index.fill(annotations.value.filter(isOfText))
      isFilled = true
      early.forEach(apply)
    }
    void load()
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
