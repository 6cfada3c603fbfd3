import { Check, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SaveState } from '../persistence/workspace'

interface StatusBarProps {
  save: SaveState
  /** Short facts about what is on screen. */
  facts: readonly string[]
  /** What is wrong with what is on screen. */
  problems: ReactNode
  annotator: string
  onRetry(): void
}

/** The bar at the bottom: whether everything is saved, what is open, who tags. */
export function StatusBar({ save, facts, problems, annotator, onRetry }: StatusBarProps) {
  return (
    <footer className="status-bar" aria-label="Status bar" data-pane="status">
      <span
        role="status"
        aria-label="Save state"
        className={save.status === 'failed' ? 'is-failed' : undefined}
      >
        {save.status === 'failed' ? (
          <CircleAlert size={13} aria-hidden="true" />
        ) : (
          <Check size={13} aria-hidden="true" data-muted={save.status === 'saving'} />
        )}
        {saveText(save)}
      </span>
      {save.status === 'failed' && (
        <button type="button" className="status-retry" onClick={onRetry}>
          Try again
        </button>
      )}
      {facts.map(fact => (
        <span key={fact}>{fact}</span>
      ))}
      {problems}
      <span className="grow" />
      {annotator !== '' && <span>Annotator: {annotator}</span>}
      <span>All files on this computer</span>
    </footer>
  )
}

function saveText(save: SaveState): string {
  switch (save.status) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'failed':
      return `Not saved: ${save.reason}`
  }
}
