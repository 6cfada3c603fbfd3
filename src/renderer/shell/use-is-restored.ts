import { useSyncExternalStore } from 'react'
import type { ProjectId } from '../../core/project/ids'
import type { Restoring } from '../persistence/restoring'

/** Whether all rows of the open project are there: before that, what concerns all of them must wait. */
export function useIsRestored(restoring: Restoring, project: ProjectId | null): boolean {
  const { waiting } = useSyncExternalStore(restoring.subscribe, restoring.snapshot)
  return project === null || !waiting.includes(project)
}
