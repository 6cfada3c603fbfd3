import { RotateCcw } from 'lucide-react'
import { useMemo } from 'react'
import { isSameState } from '../../../../core/annotation/restore'
import { describeChange, type HistoryNames } from '../../../../core/history/describe-change'
import type { Codebook } from '../../../../core/project/codebook'
import type { Annotation } from '../../../../core/project/entities'
import type { CounterpointDatabase, HistoryEntry } from '../../../persistence/database'
import { useAnnotators, useHistory } from '../../../persistence/queries'
import { IconButton } from '../../../ui/IconButton'
import type { ProjectRegisters } from '../use-registers'
import './annotation-history.css'

interface AnnotationHistoryProps {
  annotation: Annotation
  codebook: Codebook
  registers: ProjectRegisters
  database: CounterpointDatabase
  /** Sets the annotation back to what it was. */
  onRestore(wanted: Annotation): void
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** What was done to this annotation, newest first, and the states one can go back to. */
export function AnnotationHistory(props: AnnotationHistoryProps) {
  const { annotation, codebook, registers, database, onRestore } = props
  const entries = useHistory(database, annotation.projectId, annotation.id) ?? []
  const annotators = useAnnotators(database, annotation.projectId)
  const names = useMemo<HistoryNames>(
    () => ({
      codebook,
      actorName: registers.actorName,
      issueName: registers.issueName,
      caseName: registers.caseName,
      annotatorName: id => annotators?.find(row => row.id === id)?.name,
      articleTitle: () => undefined,
      annotationName: () => undefined
    }),
    [codebook, registers, annotators]
  )
  const first = before(entries.at(-1), annotation)
  if (entries.length === 0) return null
  return (
    <div className="field annotation-history">
      <span className="field-label" aria-hidden="true">
        History
      </span>
      <ol aria-label="History">
        {entries.map(entry => (
          <Entry key={entry.id} entry={entry} annotation={annotation} names={names} onRestore={onRestore} />
        ))}
        {first !== null && (
          <li>
            <p>As it was before</p>
            <Restore state={first} annotation={annotation} what="before" onRestore={onRestore} />
          </li>
        )}
      </ol>
    </div>
  )
}

interface EntryProps {
  entry: HistoryEntry
  annotation: Annotation
  names: HistoryNames
  onRestore(wanted: Annotation): void
}

function Entry({ entry, annotation, names, onRestore }: EntryProps) {
  const change = entry.changes.find(({ table, id }) => table === 'annotations' && id === annotation.id)
  const lines = change === undefined ? [] : describeChange(change, names)
  const state = change?.table === 'annotations' ? change.after : null
  const at = isToday(entry.at) ? time.format(new Date(entry.at)) : day.format(new Date(entry.at))
  return (
    <li>
      {lines.map((line, i) => (
        // A line has no id of its own, and the lines of an entry never change.
        <p key={i}>{line}</p>
      ))}
      <div className="annotation-history-foot">
        {entry.operation.kind === 'undo' ? `Undone: ${entry.label}` : entry.label}
        {' · '}
        {names.annotatorName(entry.annotatorId)}
        {' · '}
        <time dateTime={entry.at} title={entry.at}>
          {at}
        </time>
      </div>
      {state !== null && <Restore state={state} annotation={annotation} what={at} onRestore={onRestore} />}
    </li>
  )
}

interface RestoreProps {
  state: Annotation
  annotation: Annotation
  what: string
  onRestore(wanted: Annotation): void
}

/** Not for a state that is the present one. */
function Restore({ state, annotation, what, onRestore }: RestoreProps) {
  if (isSameState(state, annotation)) return null
  return (
    <IconButton
      label={`Restore this state: ${what}`}
      title="Restore this state"
      icon={RotateCcw}
      onClick={() => onRestore(state)}
    />
  )
}

/** What the annotation was before the oldest entry shown; null when that entry made it. */
function before(entry: HistoryEntry | undefined, { id }: Annotation): Annotation | null {
  const change = entry?.changes.find(row => row.table === 'annotations' && row.id === id)
  return change?.table === 'annotations' ? change.before : null
}

function isToday(instant: string): boolean {
  return new Date(instant).toDateString() === new Date().toDateString()
}
