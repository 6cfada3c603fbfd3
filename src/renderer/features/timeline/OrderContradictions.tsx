import { CircleAlert } from 'lucide-react'
import { eventOrderOf } from '../../../core/chronology/event-order'
import { eventWordsOf } from '../../../core/chronology/event-words'
import type { OrderContradiction } from '../../../core/chronology/order-relations'
import type { AnnotationId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'

const kinds: Readonly<Record<OrderContradiction['kind'], string>> = {
  'within-event': 'A relation orders two reports of one event',
  'against-date': 'A relation says otherwise than the dates',
  circle: 'Relations lead in a circle',
  'chain-against-dates': 'Relations together say otherwise than the dates'
}

/** Relations that cannot be true, each with its events. */
export function OrderContradictions({ study, onSelect }: { study: Study; onSelect(id: AnnotationId): void }) {
  const { contradictions } = eventOrderOf(study)
  const words = eventWordsOf(study)
  if (contradictions.length === 0) return null
  return (
    <details className="tl-contradictions">
      <summary>
        <CircleAlert size={13} aria-hidden="true" />
        {contradictions.length === 1
          ? 'One order cannot be'
          : `${contradictions.length.toLocaleString('en')} orders cannot be`}
      </summary>
      <ul>
        {contradictions.map(({ kind, events, relations }) => (
          <li key={relations.map(({ id }) => id).join()}>
            {kinds[kind]}:{' '}
            {events.map(event => (
              <button key={event.id} type="button" onClick={() => onSelect(event.id)}>
                {words.title(event)}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
