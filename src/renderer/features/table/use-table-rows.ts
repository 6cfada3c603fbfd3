import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { OpenText } from '../../../core/annotation/open-text'
import type { RowChange } from '../../../core/history/change-set'
import type { Annotation, Article } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import { annotationsInPieces } from '../../persistence/annotations-of-article'
import type { Workspace } from '../../persistence/workspace'

export interface TableRows {
  /** Of current texts only, by article and then in the order of the text. */
  rows: readonly Annotation[]
  /** Articles that are still to be read. */
  waiting: number
}

interface Wanted {
  workspace: Workspace
  projectId: ProjectId
  articles: readonly Article[]
  openText: OpenText | null
  isProject: boolean
}

/** The annotations the table can list: of the article on screen, or of the whole project as it is read. */
export function useTableRows(wanted: Wanted): TableRows {
  const { openText, isProject } = wanted
  const ofArticle = useIndexRows(isProject ? null : (openText?.index ?? null))
  const ofProject = useProjectRows(wanted)
  return isProject ? ofProject : { rows: ofArticle, waiting: 0 }
}

const none: readonly Annotation[] = []

function useIndexRows(index: AnnotationIndex | null): readonly Annotation[] {
  const subscribe = useCallback(
    (listener: () => void) => index?.subscribe(listener) ?? (() => undefined),
    [index]
  )
  return useSyncExternalStore(subscribe, () => index?.inOrder() ?? none)
}

interface Loaded {
  revision: number
  index: AnnotationIndex
}

function useProjectRows({ workspace, projectId, articles, isProject }: Wanted): TableRows {
  const loaded = useRef(new Map<ArticleId, Loaded>())
  const [version, setVersion] = useState(0)
  useEffect(() => {
    if (!isProject) return
    const known = loaded.current
    const stop = workspace.onCommitted(({ changes, projectId: id }) => {
      if (id !== projectId) return
      for (const [articleId, { index, revision }] of known) index.patch(changes, articleId, revision)
      setVersion(count => count + 1)
    })
    return () => {
      stop()
      // What is not followed any more would be out of date.
      known.clear()
    }
  }, [workspace, projectId, isProject])
  useEffect(() => {
    if (!isProject) return
    let isCurrent = true
    const known = loaded.current
    const load = async () => {
      for (const { id, revision } of articles) {
        if (known.get(id)?.revision === revision) continue
        const index = new AnnotationIndex([], [])
        const early: RowChange[] = []
        const stop = workspace.onCommitted(({ changes }) => early.push(...changes))
        const rows = await annotationsInPieces(workspace.database, projectId, id, () => isCurrent)
        stop()
        if (!isCurrent) return
        index.fill(rows.filter(row => row.revision === revision))
        // A change applied twice changes nothing.
        index.patch(early, id, revision)
        known.set(id, { revision, index })
        setVersion(count => count + 1)
      }
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [workspace, projectId, articles, isProject])
  const [result, setResult] = useState<TableRows>({ rows: none, waiting: 0 })
  useEffect(() => {
    if (!isProject) return
    const here = articles.flatMap(({ id }) => loaded.current.get(id) ?? [])
    setResult({ rows: here.flatMap(({ index }) => index.inOrder()), waiting: articles.length - here.length })
  }, [version, articles, isProject])
  return useMemo(() => result, [result])
}
