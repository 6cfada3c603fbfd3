import { CircleAlert } from 'lucide-react'
import { Button } from './Button'
import { Dialog } from './Dialog'

export interface FailureEntry {
  /** A file's name, or a path inside a dataset. */
  place: string
  message: string
}

interface FailureListProps {
  title: string
  /** What was kept, and what can be done. */
  summary: string
  entries: readonly FailureEntry[]
  onClose(): void
}

/** Says which things failed, each with its place and reason. */
export function FailureList({ title, summary, entries, onClose }: FailureListProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <p>{summary}</p>
      <ul className="failure-list">
        {entries.map((entry, i) => (
          <li key={i}>
            <CircleAlert size={14} aria-hidden="true" />
            <span>
              {entry.place !== '' && <b>{entry.place}</b>}
              {entry.message}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
