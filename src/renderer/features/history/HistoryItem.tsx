import { memo } from 'react'
import { shorten } from '../../../core/annotation/describe'
import { quoteOf } from '../../../core/annotation/spans'
import { describeChange, type HistoryNames } from '../../../core/history/describe-change'
import { articleOf } from '../../../core/history/history-filter'
import type { Annotation } from '../../../core/project/entities'
import type { HistoryEntry } from '../../persistence/database'
import { Button } from '../../ui/Button'
import { deletedIn } from './restore-deleted'
import type { HistoryPlace } from './history-place'

interface HistoryItemProps {
  entry: HistoryEntry
  names: HistoryNames
  onGo(place: HistoryPlace): Promise<void>
  /** Brings back what this entry deleted. */
  onRestore(deleted: Annotation): Promise<void>
}

/** Lines shown of one change set; and how many of its rows are looked at for them. */
const shownLines = 3

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })

/** One change set: when, who, what, and in which article. */
export const HistoryItem = memo(function HistoryItem({ entry, names, onGo, onRestore }: HistoryItemProps) {
  const { label, operation, at, annotatorId, changes } = entry
  const lines = changes.slice(0, shownLines).flatMap(change => describeChange(change, names))
  const shown = lines.slice(0, shownLines)
  const place = placeOf(entry, names)
  const subject = subjectOf(entry)
  const deleted = deletedIn(entry)
  const title = place === null ? undefined : names.articleTitle(place.articleId)
  const prefix = operation.kind === 'undo' ? 'Undone: ' : operation.kind === 'redo' ? 'Done again: ' : ''
  return (
    <li className="history-item" data-undone={operation.kind === 'undo'}>
      <time dateTime={at} title={at}>
        {time.format(new Date(at))}
      </time>
      <span className="history-who">{names.annotatorName(annotatorId) ?? 'Somebody'}</span>
      <div className="history-what">
        {place === null ? (
          <b>{prefix + label}</b>
        ) : (
          <button type="button" onClick={() => void onGo(place)}>
            {prefix + label}
          </button>
        )}
        {subject !== null && <q>{subject}</q>}
        {shown.map((line, i) => (
          // The lines of an entry never change.
          <span key={i}>{line}</span>
        ))}
        {changes.length > shownLines && <em>{`and ${changes.length - shownLines} more rows`}</em>}
        {deleted !== null && (
          <Button
            look="quiet"
            aria-label={`Restore: ${shorten(quoteOf(deleted), 48)}`}
            onClick={() => void onRestore(deleted)}
          >
            Restore
          </Button>
        )}
      </div>
      <span className="history-where">{title}</span>
    </li>
  )
})

/** The words of the annotation that was changed; null where a line says them: it is new, or gone. */
function subjectOf({ changes }: HistoryEntry): string | null {
  const change = changes.find(({ table }) => table === 'annotations')
  if (change?.table !== 'annotations' || change.before === null || change.after === null) return null
  return shorten(quoteOf(change.after), 48)
}

/** The annotation that was changed, as long as it is there; else its article. Null outside articles. */
function placeOf({ changes }: HistoryEntry, names: HistoryNames): HistoryPlace | null {
  for (const change of changes) {
    const articleId = articleOf(change)
    if (articleId === undefined || names.articleTitle(articleId) === undefined) continue
    return change.table === 'annotations' && change.after !== null
      ? { articleId, annotationId: change.after.id }
      : { articleId }
  }
  return null
}
