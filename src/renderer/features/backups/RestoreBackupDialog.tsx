import { useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { ProjectId } from '../../../core/project/ids'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { restoredTitle, type ReadableBackup } from './backup-words'
import { Problem } from './Problem'
import { ProjectProgress } from './ProjectProgress'
import './backups.css'

export interface RestoreBackupDialogProps {
  bridge: Bridge
  projectId: ProjectId
  projectTitle: string
  backup: ReadableBackup
  /** The new project is on the disk; it is not in the working store yet. */
  onRestored(projectId: ProjectId): void
  onClose(): void
  notify(message: string): void
}

/** Says what restoring makes and leaves alone, and does it. */
export function RestoreBackupDialog(props: RestoreBackupDialogProps) {
  const { bridge, projectId, projectTitle, backup, onRestored, onClose, notify } = props
  const [isRestoring, setIsRestoring] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const title = restoredTitle(projectTitle, backup.takenAt)
  const restore = async () => {
    setProblem(null)
    setIsRestoring(true)
    const result = await bridge.request('backups:restore', { projectId, backup: backup.name, title })
    setIsRestoring(false)
    if (!result.ok) return setProblem(result.error.message)
    notify(`Restored as “${title}”. The project it came from stays as it is.`)
    onClose()
    onRestored(result.value.projectId)
  }
  // What has begun ends by itself; closing would only hide how it ended.
  const close = () => !isRestoring && onClose()
  const footer = (
    <>
      <Button disabled={isRestoring} onClick={close}>
        Cancel
      </Button>
      <Button look="primary" disabled={isRestoring} onClick={() => void restore()}>
        Restore
      </Button>
    </>
  )
  return (
    <Dialog title="Restore as a new project" onClose={close} footer={footer}>
      <p>This makes a new project:</p>
      <p className="backups-new-title">{title}</p>
      <p>The present project, “{projectTitle}”, stays as it is.</p>
      {isRestoring && <ProjectProgress bridge={bridge} label="Restoring" />}
      {problem !== null && <Problem>Not restored: {problem} Both projects are as they were.</Problem>}
    </Dialog>
  )
}
