import { useCallback, useEffect, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { Backup } from '../../../contract/storage'
import type { ProjectId } from '../../../core/project/ids'
import type { Result } from '../../../core/result'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { ReadableBackup } from './backup-words'
import { BackupList } from './BackupList'
import { Delayed } from './Delayed'
import { Problem } from './Problem'
import { RestoreBackupDialog } from './RestoreBackupDialog'
import './backups.css'

export interface BackupsDialogProps {
  bridge: Bridge
  projectId: ProjectId
  projectTitle: string
  now(): string
  /** Wants to see this backup beside the present. */
  onCompare(backup: ReadableBackup): void
  /** A new project is on the disk; it is not in the working store yet. */
  onRestored(projectId: ProjectId): void
  onClose(): void
  notify(message: string): void
}

/** The backups of a project: taken by itself, compared with now, restored as another project. */
export function BackupsDialog(props: BackupsDialogProps) {
  const { bridge, projectId, projectTitle, onCompare, onRestored, onClose, notify } = props
  const { backups, problem, load } = useBackups(bridge, projectId)
  const [now] = useState(props.now)
  const [wanted, setWanted] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isTaking, setIsTaking] = useState(false)
  const [restoring, setRestoring] = useState<ReadableBackup | null>(null)
  const chosen =
    backups?.find(backup => backup.name === wanted) ??
    backups?.find(backup => backup.status === 'readable') ??
    backups?.[0]
  const readable = chosen?.status === 'readable' ? chosen : null

  const take = async () => {
    setIsTaking(true)
    setFailure(null)
    setSaid('Backing up…')
    const taken = await bridge.request('backups:take', projectId)
    setIsTaking(false)
    setSaid('')
    if (!taken.ok) return setFailure(`Not backed up: ${taken.error.message}`)
    if (taken.value === null) return setSaid('Nothing has changed since the last backup.')
    setWanted(taken.value.name)
    await load()
    setSaid('Backed up.')
  }
  const showFolder = async () => {
    const shown = await bridge.request('project:show-folder', projectId)
    setFailure(shown.ok ? null : `The folder cannot be shown: ${shown.error.message}`)
  }
  const footer = (
    <>
      <Button onClick={() => void showFolder()}>Show project folder</Button>
      <span className="backups-grow" />
      <Button disabled={readable === null} onClick={() => readable !== null && setRestoring(readable)}>
        Restore as a new project…
      </Button>
      <Button disabled={readable === null} onClick={() => readable !== null && onCompare(readable)}>
        Compare with now…
      </Button>
      <Button look="primary" onClick={onClose}>
        Close
      </Button>
    </>
  )
  return (
    <>
      <Dialog title="Backups" className="backups-dialog" onClose={onClose} footer={footer}>
        <div className="backups-head">
          <p>
            Taken by itself every 10 minutes of work, every 5,000 changes and at closing; older ones are
            thinned to days, weeks and months.
          </p>
          <Button disabled={isTaking} onClick={() => void take()}>
            Back up now
          </Button>
        </div>
        {problem !== null && (
          <Problem>
            The backups cannot be listed: {problem}{' '}
            <Button look="quiet" onClick={() => void load()}>
              Try again
            </Button>
          </Problem>
        )}
        {backups === null && problem === null && (
          <Delayed afterMs={400}>
            <p className="backups-none">Reading the backups…</p>
          </Delayed>
        )}
        {backups?.length === 0 && (
          <p className="backups-none">
            There is no backup yet. The first one is taken after 10 minutes of work, or now if you ask for it.
          </p>
        )}
        {backups !== null && backups.length > 0 && (
          <BackupList
            backups={backups}
            chosen={chosen?.name}
            now={now}
            onChoose={setWanted}
            onOpen={backup => backup.status === 'readable' && onCompare(backup)}
          />
        )}
        <p className="backups-said" role="status">
          {said}
        </p>
        {failure !== null && <Problem>{failure}</Problem>}
      </Dialog>
      {restoring !== null && (
        <RestoreBackupDialog
          bridge={bridge}
          projectId={projectId}
          projectTitle={projectTitle}
          backup={restoring}
          onRestored={onRestored}
          onClose={() => setRestoring(null)}
          notify={notify}
        />
      )}
    </>
  )
}

/** The list as main last told it: null until it has, and while there is only a problem. */
function useBackups(bridge: Bridge, projectId: ProjectId) {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const take = useCallback((listed: Result<Backup[]>) => {
    if (listed.ok) setBackups(listed.value)
    setProblem(listed.ok ? null : listed.error.message)
  }, [])
  useEffect(() => {
    let isCurrent = true
    void bridge.request('backups:list', projectId).then(listed => isCurrent && take(listed))
    return () => {
      isCurrent = false
    }
  }, [bridge, projectId, take])
  const load = async () => take(await bridge.request('backups:list', projectId))
  return { backups, problem, load }
}
