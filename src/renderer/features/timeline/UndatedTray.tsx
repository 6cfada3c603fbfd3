import { shorten } from '../../../core/annotation/describe'
import { quoteOf } from '../../../core/annotation/spans'
import { eventWordsOf } from '../../../core/chronology/event-words'
import type { MergedEvent } from '../../../core/chronology/same-event'
import type { AnnotationId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'
import { LayerMark } from '../../ui/LayerMark'
import { legalLayer } from './legal-layer'
import './undated-tray.css'

interface UndatedTrayProps {
  study: Study
  undated: readonly MergedEvent[]
  selected: AnnotationId | null
  onSelect(id: AnnotationId): void
}

/** More would hold up the window; the table lists them all. */
const most = 100

/** Events without a date. Each can be dragged onto the axis, or given a date by key. */
export function UndatedTray({ study, undated, selected, onSelect }: UndatedTrayProps) {
  const words = eventWordsOf(study)
  const layer = legalLayer(study)
  if (undated.length === 0) return null
  return (
    <section className="undated" aria-label="Undated events">
      <h2>
        Undated <span>{undated.length.toLocaleString('en')}</span>
      </h2>
      <ul>
        {undated.slice(0, most).map(event => {
          const [{ annotation, place }] = event.reports
          return (
            <li key={event.id}>
              <button
                type="button"
                draggable
                aria-pressed={event.id === selected}
                data-event={event.id}
                onDragStart={drag => drag.dataTransfer.setData('text/plain', event.id)}
                onClick={() => onSelect(event.id)}
              >
                {layer !== undefined && <LayerMark {...layer} />}
                {words.title(event)}
                <em>
                  “{shorten(quoteOf(annotation), 28)}”, ¶{place.paragraph}
                </em>
              </button>
            </li>
          )
        })}
      </ul>
      <span className="undated-hint">
        Drag onto the axis, or <kbd aria-hidden="true">E</kbd> to enter a date
      </span>
    </section>
  )
}
