import { useEffect, useState } from 'react'
import type { Annotation } from '../../../core/project/entities'
import type { ProjectId } from '../../../core/project/ids'
import { loadAllAnnotations } from '../../persistence/load-annotations'
import type { Workspace } from '../../persistence/workspace'

/**
 * All annotations of the project, to count what uses what; null until they are read. Read again after each
 * change of any, which this view rarely sees.
 */
export function useProjectAnnotations(
  workspace: Workspace,
  projectId: ProjectId
): readonly Annotation[] | null {
  const [annotations, setAnnotations] = useState<readonly Annotation[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const loaded = await loadAllAnnotations(workspace.database, projectId)
      if (isCurrent && loaded.ok) setAnnotations(loaded.value)
    }
    void read()
    const stop = workspace.onCommitted(changeSet => {
      const touchesSome = changeSet.changes.some(change => change.table === 'annotations')
      if (changeSet.projectId === projectId && touchesSome) void read()
    })
    return () => {
      isCurrent = false
      stop()
    }
  }, [workspace, projectId])
  return annotations
}
