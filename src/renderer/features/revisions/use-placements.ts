import { useEffect } from 'react'
import { contentSpans } from '../../../core/annotation/spans'
import type { ChangeSet } from '../../../core/history/change-set'
import type { Annotation, Article } from '../../../core/project/entities'
import { loadAnnotations } from '../../persistence/load-article'
import type { Workspace } from '../../persistence/workspace'
import { useRevisions } from './revisions-store'

/**
 * Keeps the store's lists of moved and orphaned annotations equal to what is saved of this article. An article
 * whose text was never corrected has neither, and nothing is read.
 */
export function usePlacements(workspace: Workspace, article: Article | null): void {
  const { id, projectId, revision } = article ?? { id: null, projectId: null, revision: 0 }
  useEffect(() => {
    useRevisions.setState({ moved: [], orphans: [], orphanId: null })
    if (id === null || projectId === null || revision === 1) return
    const rows = new Map<string, Annotation>()
    let isCurrent = true
    const publish = () => useRevisions.setState(listsOf(rows.values(), revision))
    const take = (row: Annotation) => {
      if (row.articleId === id && isWaiting(row, revision)) rows.set(row.id, row)
      else rows.delete(row.id)
    }
    const early: ChangeSet[] = []
    let isLoaded = false
    const apply = (changeSet: ChangeSet) => {
      const changes = changeSet.changes.filter(change => change.table === 'annotations')
      if (changeSet.projectId !== projectId || changes.length === 0) return
      for (const { id: rowId, after } of changes) {
        if (after === null) rows.delete(rowId)
        else take(after)
      }
      publish()
    }
    const stop = workspace.onCommitted(changeSet => {
      if (isLoaded) apply(changeSet)
      else early.push(changeSet)
    })
    const load = async () => {
      const loaded = await loadAnnotations(workspace.database, projectId, id, () => isCurrent)
      if (!isCurrent || !loaded.ok) return
      loaded.value.forEach(take)
      isLoaded = true
      publish()
      early.forEach(apply)
    }
    void load()
    return () => {
      isCurrent = false
      stop()
    }
  }, [workspace, id, projectId, revision])
}

function isWaiting(row: Annotation, revision: number): boolean {
  return row.revision < revision || row.placement === 'moved'
}

function listsOf(rows: Iterable<Annotation>, revision: number) {
  const all = [...rows].sort((a, b) => b.revision - a.revision || startOf(a) - startOf(b))
  return {
    moved: all.filter(row => row.revision === revision),
    orphans: all.filter(row => row.revision < revision)
  }
}

function startOf(annotation: Annotation): number {
  return contentSpans(annotation)[0]?.startUtf16 ?? 0
}
