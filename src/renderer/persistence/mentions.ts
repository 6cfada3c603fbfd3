import { useEffect, useState } from 'react'
import type { RowChange } from '../../core/history/change-set'
import type { Annotation } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { loadAllAnnotations } from './load-annotations'
import type { Workspace } from './workspace'

export type AnnotationsById = ReadonlyMap<string, Annotation>

/**
 * Every annotation of a project by id, for what asks who names whom; null until they are read. They are read once and
 * then follow the commits, because no index tells which annotations name an actor.
 */
export function useAllAnnotations(workspace: Workspace, projectId: ProjectId): AnnotationsById | null {
  const [annotations, setAnnotations] = useState<AnnotationsById | null>(null)
  useEffect(() => {
    let isCurrent = true
    let waiting: RowChange[] | null = []
    const stop = workspace.onCommitted(({ projectId: changed, changes }) => {
      if (changed !== projectId) return
      if (waiting !== null) waiting.push(...changes)
      else setAnnotations(before => (before === null ? null : annotationsAfter(before, changes)))
    })
    void loadAllAnnotations(workspace.database, projectId).then(loaded => {
      if (!isCurrent || !loaded.ok) return
      const read = new Map(loaded.value.map(row => [row.id as string, row]))
      // What was committed while they were read may or may not be in them; doing it again does no harm.
      setAnnotations(annotationsAfter(read, waiting ?? []))
      waiting = null
    })
    return () => {
      isCurrent = false
      stop()
    }
  }, [workspace, projectId])
  return annotations
}

/** The annotations after these changes; the same map when they touch none. */
export function annotationsAfter(before: AnnotationsById, changes: readonly RowChange[]): AnnotationsById {
  const own = changes.filter(change => change.table === 'annotations')
  if (own.length === 0) return before
  const next = new Map(before)
  for (const change of own)
    if (change.after === null) next.delete(change.id)
    else next.set(change.id, change.after)
  return next
}
