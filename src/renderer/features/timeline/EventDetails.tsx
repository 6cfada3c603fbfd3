import { ArrowLeft, ArrowRight, CircleAlert, X } from 'lucide-react'
import { quoteOf } from '../../../core/annotation/spans'
import { describeEdtf } from '../../../core/chronology/edtf'
import { eventWordsOf, hasHappened, ordinal, placeInWords } from '../../../core/chronology/event-words'
import { linkedEvents } from '../../../core/chronology/linked-events'
import type { MergedEvent } from '../../../core/chronology/same-event'
import type { StoryOrder } from '../../../core/chronology/story-order'
import { storySentence } from '../../../core/chronology/story-words'
import { conflictsInWords } from '../../../core/chronology/conflict-words'
import type { AnnotationId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { LayerMark } from '../../ui/LayerMark'
import { DateEditor } from './DateEditor'
import { legalLayer } from './legal-layer'
import './event-details.css'

interface EventDetailsProps {
  study: Study
  event: MergedEvent
  story: StoryOrder | null
  isEditing: boolean
  onEdit(isEditing: boolean): void
  onSaveDate(event: MergedEvent, text: string): void
  onSelect(id: AnnotationId): void
  onReveal(id: AnnotationId): void
  onClose(): void
}

/** Everything known of the selected event: when, what, who, where it is told, and what it is linked to. */
export function EventDetails(props: EventDetailsProps) {
  const { study, event, story, isEditing, onEdit, onSaveDate, onReveal, onClose } = props
  const words = eventWordsOf(study)
  const layer = legalLayer(study)
  const [first] = event.reports
  const told = story?.told.find(one => one.event.id === event.id)
  return (
    <aside className="event-details" aria-label="Event details" data-pane="inspector">
      <p className="detail-kind">
        {layer !== undefined && <LayerMark {...layer} />}
        <span>{layer?.name}</span>
        {!hasHappened(event) && <em>{words.modality(event.modality)}</em>}
        <IconButton label="Close details" icon={X} onClick={onClose} />
      </p>
      <h2 tabIndex={-1}>{words.title(event)}</h2>
      {isEditing ? (
        <DateEditor
          key={event.id}
          written={event.date?.text ?? ''}
          onSave={text => onSaveDate(event, text)}
          onCancel={() => onEdit(false)}
        />
      ) : (
        <p className="detail-date">
          <b>{event.date === null ? 'No date' : describeEdtf(event.date)}</b>
          {event.date !== null && <code>{event.date.text}</code>}
        </p>
      )}
      <blockquote>{quoteOf(first.annotation)}</blockquote>
      <Facts study={study} event={event} story={story} />
      {story !== null && told !== undefined && (
        <p className="detail-note">{storySentence(study, story, told)}</p>
      )}
      {!isEditing && (
        <div className="detail-actions">
          <Button keys={['↵']} onClick={() => onReveal(first.annotation.id)}>
            Open in article
          </Button>
          <Button keys={['E']} onClick={() => onEdit(true)}>
            Edit date
          </Button>
        </div>
      )}
      <Conflicts study={study} event={event} />
      <Linked {...props} />
      <Reports event={event} onReveal={onReveal} />
    </aside>
  )
}

const precisions = {
  day: 'Day',
  month: 'Month',
  season: 'Season',
  year: 'Year',
  decade: 'Decade',
  century: 'Century'
} as const

function Facts({ study, event, story }: Pick<EventDetailsProps, 'study' | 'event' | 'story'>) {
  const words = eventWordsOf(study)
  const told = story?.told.find(one => one.event.id === event.id)
  const of = story?.told.length ?? 0
  const counts = Object.entries(event.counts).map(([kind, count]) => `${count} ${kind}`)
  const rows: readonly (readonly [string, string | null])[] = [
    ['Type', words.type(event.type)],
    ['Court', words.court(event)],
    ['Case', words.caseName(event.case)],
    ['Counts', counts.join(', ') || null],
    ['Outcome', event.outcome],
    ['Precision', precisionOf(event)],
    [
      'Told in',
      told === undefined
        ? `¶${event.reports[0].place.paragraph}`
        : `¶${told.paragraph}, ${ordinal(told.told)} of ${of}`
    ],
    ['Happened', happenedWords(event, told, of)]
  ]
  return (
    <dl>
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        )
      )}
      {event.parties.length > 0 && (
        <div>
          <dt>Parties</dt>
          <dd>
            {event.parties.map(({ role, actor }) => (
              <span key={`${role} ${actor}`}>
                {words.actor(actor)} <small>{role}</small>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

function happenedWords(
  event: MergedEvent,
  told: StoryOrder['told'][number] | undefined,
  of: number
): string | null {
  if (!hasHappened(event)) return 'Not told as having happened'
  if (told === undefined) return null
  const place = placeInWords(told.happened)
  return `${place.charAt(0).toUpperCase()}${place.slice(1)} of ${of}`
}

function precisionOf({ date }: MergedEvent): string | null {
  if (date === null) return null
  const doubt = [date.approximate && 'about', date.uncertain && 'uncertain'].filter(Boolean).join(', ')
  const [point] = [date.start, date.end].filter(end => typeof end !== 'string')
  const kind =
    date.kind === 'interval' ? 'Span' : point === undefined ? 'Not known' : precisions[point.precision]
  return doubt === '' ? kind : `${kind}, ${doubt}`
}

function Conflicts({ study, event }: Pick<EventDetailsProps, 'study' | 'event'>) {
  if (event.conflicts.length === 0) return null
  return (
    <section className="detail-part">
      <h3>
        <CircleAlert size={13} aria-hidden="true" /> Reports differ
      </h3>
      <ul>
        {conflictsInWords(study, event).map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  )
}

function Linked({ study, event, onSelect }: EventDetailsProps) {
  const linked = linkedEvents(study, event)
  if (linked.length === 0) return null
  const words = eventWordsOf(study)
  return (
    <section className="detail-part">
      <h3>Linked events</h3>
      <ul>
        {linked.map(({ relation, verb, other, difference, isForward }) => (
          <li key={relation.id}>
            <button type="button" onClick={() => onSelect(other.id)}>
              {isForward ? (
                <ArrowRight size={13} aria-hidden="true" />
              ) : (
                <ArrowLeft size={13} aria-hidden="true" />
              )}
              <span>
                {words.title(other)} <small>{verb}</small>
              </span>
              {difference !== null && <em>{difference}</em>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reports({ event, onReveal }: Pick<EventDetailsProps, 'event' | 'onReveal'>) {
  if (event.reports.length < 2) return null
  return (
    <section className="detail-part">
      <h3>Told {event.reports.length} times</h3>
      <ul>
        {event.reports.map(({ annotation, place }) => (
          <li key={annotation.id}>
            <button type="button" onClick={() => onReveal(annotation.id)}>
              <span>
                {place.of.article.title}, ¶{place.paragraph} <q>{quoteOf(annotation)}</q>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
