import { useEffect, useState } from 'react'
import type { Bridge, Events } from '../../../contract/ipc'
import type { ProjectId } from '../../../core/project/ids'
import { ProgressBar } from '../../ui/ProgressBar'
import { Delayed } from './Delayed'

interface ProjectProgressProps {
  bridge: Bridge
  /** Said until the first news comes. */
  label: string
  /** Only news of this project; of any when left out, for a project that is just being made. */
  projectId?: ProjectId
}

/** How far what is being done to a project has come; to be mounted while it is. Hidden for half a second. */
export function ProjectProgress({ bridge, label, projectId }: ProjectProgressProps) {
  const [progress, setProgress] = useState<Events['project:progress'] | null>(null)
  useEffect(
    () =>
      bridge.on('project:progress', event => {
        if (projectId === undefined || event.projectId === null || event.projectId === projectId)
          setProgress(event)
      }),
    [bridge, projectId]
  )
  const { done, total, what } = progress ?? { done: 0, total: 0, what: label }
  const counted =
    total === 0 ? what : `${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <Delayed afterMs={500}>
      <ProgressBar label={counted} done={done} total={total} />
    </Delayed>
  )
}
