import { useState } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { Backup } from '../../contract/storage'
import type { Project } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { BackupsDialog } from '../features/backups/BackupsDialog'
import { CheckProjectDialog } from '../features/backups/CheckProjectDialog'
import { CompareBackupView } from '../features/backups/CompareBackupView'
import { compareWithJournal } from '../persistence/compare-with-journal'
import type { CounterpointDatabase } from '../persistence/database'
import { loadProjectState, readProjectState } from '../persistence/read-project'
import { notify } from '../ui/Toast'
import type { OpenDialog } from './session-store'

interface ProjectDialogsProps {
  bridge: Bridge
  database: CounterpointDatabase
  project: Project
  dialog: OpenDialog
  now(): string
  /** Main has made a project, which is not in the working store yet. */
  onMade(projectId: ProjectId): void
  onClose(): void
}

type ReadableBackup = Extract<Backup, { status: 'readable' }>

/** Backups, their comparison with the present, and the check of the open project. */
export function ProjectDialogs({
  bridge,
  database,
  project,
  dialog,
  now,
  onMade,
  onClose
}: ProjectDialogsProps) {
  const [compared, setCompared] = useState<ReadableBackup | null>(null)
  const { id: projectId, title: projectTitle } = project
  const onRestored = (made: ProjectId) => {
    setCompared(null)
    onMade(made)
  }
  const shared = { bridge, projectId, projectTitle, notify, onRestored }
  if (dialog === 'check') {
    return (
      <CheckProjectDialog
        {...shared}
        checkStore={() => compareWithJournal(database, bridge, projectId)}
        onClose={onClose}
      />
    )
  }
  if (dialog !== 'backups') return null
  if (compared === null) {
    return <BackupsDialog {...shared} now={now} onCompare={setCompared} onClose={onClose} />
  }
  return (
    <CompareBackupView
      {...shared}
      backup={compared}
      readBackup={(signal, onProgress) =>
        readProjectState(bridge, { projectId, backup: compared.name }, signal, onProgress)
      }
      readPresent={() => loadProjectState(database, projectId)}
      onClose={() => setCompared(null)}
    />
  )
}
