import { useEffect, useState } from 'react'
import type { ProjectId } from '../../core/project/ids'
import type { Workspace } from '../persistence/workspace'
import { notify } from '../ui/Toast'
import { useSession } from './session-store'

/** Opens the session's project in the workspace. Null until it is open, and when there is none. */
export function useOpenProject(workspace: Workspace): ProjectId | null {
  const wanted = useSession(state => state.projectId)
  const [opened, setOpened] = useState<ProjectId | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (wanted === null) {
      // What was being typed when the project was left is still on its way to it.
      void workspace.whenIdle().then(() => isCurrent && workspace.closeProject())
      return () => {
        isCurrent = false
      }
    }
    void workspace.openProject(wanted).then(result => {
      if (!isCurrent) return
      if (result.ok) return setOpened(wanted)
      useSession.getState().openProject(null)
      notify(result.error.message)
    })
    return () => {
      isCurrent = false
      setOpened(null)
    }
  }, [workspace, wanted])
  return opened
}
