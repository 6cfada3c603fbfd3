import { CircleAlert, History } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { RebuildReason } from '../../contract/storage'
import type { OpenedStore } from '../persistence/open-store'
import type { Workspace } from '../persistence/workspace'
import { Button } from '../ui/Button'
import './restoring.css'

interface StorageBannerProps {
  workspace: Workspace
  store: OpenedStore
  isArticleOpen: boolean
  onExport: (() => void) | null
  /** Sets the working store aside and builds it anew from the journals. */
  onRebuild(): void
}

/** How often what could not be saved is tried again by itself. */
const retryEveryMs = 3000

/** What a person should know of saving: trouble first, else what is being restored, else what was. */
export function StorageBanner({ workspace, store, isArticleOpen, onExport, onRebuild }: StorageBannerProps) {
  const { save } = useSyncExternalStore(workspace.subscribe, workspace.snapshot)
  const restoring = useSyncExternalStore(store.restoring.subscribe, store.restoring.snapshot)
  const [isRead, setIsRead] = useState(false)
  const hasFailed = save.status === 'failed'
  useEffect(() => {
    if (!hasFailed) return
    const timer = setInterval(() => void workspace.retry(), retryEveryMs)
    return () => clearInterval(timer)
  }, [hasFailed, workspace])

  if (save.status === 'failed') {
    return (
      <div className="storage-banner" data-kind="trouble" role="alert">
        <CircleAlert size={16} aria-hidden="true" />
        <span>
          Your last change is not saved: {save.reason} Nothing can be changed until it is; reading and
          exporting still work. It is tried again every few seconds.
        </span>
        <Button onClick={() => void workspace.retry()}>Try again</Button>
        {onExport !== null && <Button onClick={onExport}>Export…</Button>}
        {save.canRebuild && <Button onClick={onRebuild}>Restore from the journal</Button>}
      </div>
    )
  }
  if (restoring.waiting.length > 0) {
    return (
      <div className="storage-banner" role="status">
        <History size={16} aria-hidden="true" />
        <span>
          {isArticleOpen
            ? 'Your other articles are still being restored from the journal. You can go on with this one.'
            : 'Your work is being restored from the journal. It is ready in a moment.'}
        </span>
        <progress
          aria-label="Restored"
          max={restoring.total === 0 ? undefined : restoring.total}
          value={restoring.total === 0 ? undefined : restoring.done}
        />
      </div>
    )
  }
  const sentences = isRead
    ? []
    : sentencesFor(
        store,
        [...restoring.failures.values()].map(f => f.message)
      )
  if (sentences.length === 0) return null
  return (
    <div
      className="storage-banner"
      role="status"
      data-kind={store.check.unavailable.length > 0 ? 'trouble' : 'calm'}
    >
      <History size={16} aria-hidden="true" />
      <span>{[...sentences, ...restoring.notes].join(' ')}</span>
      <Button onClick={() => setIsRead(true)}>Close</Button>
    </div>
  )
}

function sentencesFor({ check }: OpenedStore, failures: readonly string[]): string[] {
  const restored = check.rebuild === null || check.projects.length === 0 ? [] : [restoredWords[check.rebuild]]
  const unavailable = check.unavailable.map(
    one => `A project can only be read, or not at all: ${one.message}`
  )
  return [...restored, ...failures, ...unavailable]
}

const restoredWords: Readonly<Record<RebuildReason, string>> = {
  'not-closed':
    'Counterpoint was not closed in the usual way last time. Everything that was saved is here, restored from the journal.',
  'files-changed':
    'The working copy on this computer was damaged. Everything that was saved is here, restored from the journal.',
  'journal-changed':
    'The project folders were changed while Counterpoint was closed. What they hold is what you see now.',
  'store-failed':
    'The working copy stopped working. Everything that was saved is here, restored from the journal.'
}
