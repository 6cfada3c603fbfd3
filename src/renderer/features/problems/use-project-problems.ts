import { useCallback, useEffect, useRef, useState } from 'react'
import { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { KnownIds } from '../../../core/annotation/attribute-value'
import type { ChangeSet } from '../../../core/history/change-set'
import type { Problem } from '../../../core/problems/problem'
import { ProblemFinder } from '../../../core/problems/problem-finder'
import type { Codebook } from '../../../core/project/codebook'
import type { Article, Relation } from '../../../core/project/entities'
import type { AnnotationId, ArticleId, ProjectId } from '../../../core/project/ids'
import type { CounterpointDatabase } from '../../persistence/database'
import { loadAnnotations, loadArticle } from '../../persistence/load-article'
import { loadAnnotationsById, loadRelations } from '../../persistence/relations'
import type { Workspace } from '../../persistence/workspace'

export interface ProjectProblems {
  /** By article, as far as they have been looked through. */
  found: ReadonlyMap<ArticleId, readonly Problem[]>
  total: number
  isCancelled: boolean
  cancel(): void
  start(): void
}

interface Wanted {
  workspace: Workspace
  projectId: ProjectId
  codebook: Codebook
  articles: readonly Article[]
  known: KnownIds | null
  /** Nothing is read while nobody looks. */
  isWanted: boolean
}

/** After a change: a run of tags is looked through once. */
const pauseMs = 600

/** The problems of every article, one article after another, and of those that change again. */
export function useProjectProblems(wanted: Wanted): ProjectProblems {
  const { workspace, projectId, codebook, articles, known, isWanted } = wanted
  const { database } = workspace
  const [found, setFound] = useState<ReadonlyMap<ArticleId, readonly Problem[]>>(new Map())
  const [isCancelled, setCancelled] = useState(false)
  const [round, setRound] = useState(0)
  const outdated = useRef(new Set<ArticleId>())
  const latest = useRef(found)
  useEffect(() => {
    latest.current = new Map()
    setFound(latest.current)
  }, [projectId, codebook, known])
  useEffect(() => {
    if (!isWanted || isCancelled || known === null) return
    let isCurrent = true
    const look = async () => {
      const relations = await loadRelations(database, projectId)
      for (const { id } of articles) {
        if (!isCurrent) return
        if (latest.current.has(id) && !outdated.current.has(id)) continue
        outdated.current.delete(id)
        const problems = await problemsOf(id, { database, projectId, codebook, known, relations })
        latest.current = new Map(latest.current).set(id, problems)
        // The window gets its turn between two articles.
        await new Promise(resolve => setTimeout(resolve))
        if (isCurrent) setFound(latest.current)
      }
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [isWanted, isCancelled, round, database, projectId, codebook, articles, known])
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = workspace.onCommitted(changeSet => {
      if (changeSet.projectId !== projectId) return
      for (const id of touchedArticles(changeSet, articles)) outdated.current.add(id)
      clearTimeout(timer)
      timer = setTimeout(() => setRound(count => count + 1), pauseMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [isWanted, workspace, projectId, articles])
  const cancel = useCallback(() => setCancelled(true), [])
  const start = useCallback(() => setCancelled(false), [])
  return { found, total: articles.length, isCancelled, cancel, start }
}

interface Look {
  database: CounterpointDatabase
  projectId: ProjectId
  codebook: Codebook
  known: KnownIds
  relations: readonly Relation[]
}

async function problemsOf(articleId: ArticleId, look: Look): Promise<readonly Problem[]> {
  const { database, projectId, relations: all } = look
  const text = await loadArticle(database, projectId, articleId)
  const rows = await loadAnnotations(database, projectId, articleId)
  if (!text.ok || !rows.ok) return []
  const { article, revision } = text.value
  const own = rows.value.filter(row => row.revision === revision.number)
  const ids = new Set(own.map(({ id }) => id))
  const relations = all.filter(({ from, to }) => ids.has(from) || ids.has(to))
  const ends = relations.flatMap(({ from, to }) => [from, to]).filter(id => !ids.has(id))
  const others = await loadAnnotationsById(database, projectId, ends)
  const isAnnotation = (id: AnnotationId) => ids.has(id) || others.has(id)
  const annotations = new AnnotationIndex(revision.blocks, own).inOrder()
  return new ProblemFinder().find({ ...look, article, revision, annotations, relations, isAnnotation })
}

/** A relation can end in any article; what else touches problems everywhere changes `known` or the codebook. */
function touchedArticles({ changes }: ChangeSet, articles: readonly Article[]): ArticleId[] {
  return changes.flatMap(change => {
    if (change.table === 'relations') return articles.map(({ id }) => id)
    if (change.table === 'articles') return change.id as ArticleId
    if (change.table !== 'annotations') return []
    return (change.after ?? change.before)?.articleId ?? []
  })
}
