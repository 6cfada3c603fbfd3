import type { Annotation } from '../../../../core/project/entities'
import type { CounterpointDatabase } from '../../../persistence/database'
import { useHistory } from '../../../persistence/queries'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** What was done to this annotation, newest first. */
export function AnnotationHistory({
  annotation,
  database
}: {
  annotation: Annotation
  database: CounterpointDatabase
}) {
  const entries = useHistory(database, annotation.projectId, annotation.id) ?? []
  if (entries.length === 0) return null
  return (
    <div className="field annotation-history">
      <span className="field-label" aria-hidden="true">
        History
      </span>
      <ol aria-label="History">
        {entries.map(entry => (
          <li key={entry.id}>
            <span>{entry.operation.kind === 'undo' ? `Undone: ${entry.label}` : entry.label}</span>
            <time dateTime={entry.at} title={entry.at}>
              {isToday(entry.at) ? time.format(new Date(entry.at)) : day.format(new Date(entry.at))}
            </time>
          </li>
        ))}
      </ol>
    </div>
  )
}

function isToday(instant: string): boolean {
  return new Date(instant).toDateString() === new Date().toDateString()
}
