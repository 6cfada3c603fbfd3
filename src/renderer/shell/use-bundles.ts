import { useEffect, useMemo, useState } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { ProjectId } from '../../core/project/ids'
import type { Restoring } from '../persistence/restoring'
import { announce } from '../ui/LiveRegion'
import { notify } from '../ui/Toast'
import type { ProgressDialogProps } from './ProgressDialog'
import { useSession } from './session-store'

export interface Bundles {
  exportBundle(): Promise<void>
  importBundle(): Promise<void>
  /** Opens a project that main has made: a bundle, a restored backup. */
  openMade(projectId: ProjectId): Promise<void>
  progress: ProgressDialogProps | null
}

/** Moving whole projects in and out, and taking in those that main has made. */
export function useBundles(
  bridge: Bridge,
  restoring: Restoring,
  project: { id: ProjectId; title: string } | null
): Bundles {
  const [progress, setProgress] = useState<ProgressDialogProps | null>(null)
  useEffect(
    () =>
      bridge.on('project:progress', ({ what, done, total }) => {
        if (what === 'bundle') setProgress({ title: 'Project bundle', done, total })
      }),
    [bridge]
  )
  const id = project?.id ?? null
  const title = project?.title ?? ''
  const actions = useMemo(() => {
    const openMade = async (projectId: ProjectId) => {
      const pulled = await restoring.pull(projectId)
      if (!pulled.ok) return notify(pulled.error.message)
      useSession.getState().openProject(projectId)
    }
    return {
      openMade,
      exportBundle: async () => {
        if (id === null) return
        const answer = await bridge.request('bundle:export', { projectId: id, title })
        setProgress(null)
        if (!answer.ok) return notify(`The bundle was not written. ${answer.error.message}`)
        if (answer.value === null) return
        const { path } = answer.value
        notify(`The project was written to ${path.split(/[\\/]/u).at(-1) ?? path}.`)
      },
      importBundle: async () => {
        const answer = await bridge.request('bundle:import')
        setProgress(null)
        if (!answer.ok) return notify(`The bundle was not imported. ${answer.error.message}`)
        if (answer.value === null) return
        await openMade(answer.value.projectId)
        announce('Project imported')
      }
    }
  }, [bridge, restoring, id, title])
  return useMemo(() => ({ ...actions, progress }), [actions, progress])
}
