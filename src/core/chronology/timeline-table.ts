import type { FigureTable } from '../report/figure'
import type { Study } from '../project/study'
import { describeEdtf } from './edtf'
import { eventOrderOf } from './event-order'
import { eventWordsOf } from './event-words'
import { mergedEventsOf, type MergedEvent } from './same-event'
import { placeInWords } from './event-words'
import type { StoryOrder } from './story-order'
import { undatedEvents } from './timeline-lanes'

/** The timeline as rows, in the order in which things happened; what has no date comes last. */
export function timelineTable(study: Study): FigureTable {
  const words = eventWordsOf(study)
  const undated = undatedEvents(study)
  const isUndated = new Set(undated.map(({ id }) => id))
  const dated = eventOrderOf(study).sequence.filter(({ id }) => !isUndated.has(id))
  return {
    columns: [
      { title: 'Event' },
      { title: 'Date' },
      { title: 'EDTF' },
      { title: 'Modality' },
      { title: 'Case' },
      { title: 'Court' },
      { title: 'Parties' },
      { title: 'Told in' },
      { title: 'Reports', isNumber: true }
    ],
    rows: [...dated, ...undated].map(event => [
      words.title(event),
      event.date === null ? null : describeEdtf(event.date),
      event.date?.text ?? null,
      words.modality(event.modality),
      words.caseName(event.case),
      words.court(event),
      event.parties.map(({ role, actor }) => `${words.actor(actor)} (${role})`).join('; ') || null,
      toldIn(event),
      event.reports.length
    ])
  }
}

function toldIn({ reports }: MergedEvent): string {
  return reports.map(({ place }) => `${place.of.article.title}, ¶${place.paragraph}`).join('; ')
}

/** The story's order as rows, in the order of the text. */
export function storyOrderTable(study: Study, { told }: StoryOrder): FigureTable {
  const words = eventWordsOf(study)
  return {
    columns: [
      { title: 'Event' },
      { title: 'Told', isNumber: true },
      { title: 'Paragraph', isNumber: true },
      { title: 'Happened' },
      { title: 'Date' },
      { title: 'Order' }
    ],
    rows: told.map(({ event, told: place, paragraph, happened, anachrony }) => [
      words.title(event),
      place,
      paragraph,
      placeInWords(happened),
      event.date === null ? null : describeEdtf(event.date),
      anachrony
    ])
  }
}

/** "46 events, 44 dated": how many things happened, however often each is told. */
export function countEvents(study: Study): { readonly all: number; readonly dated: number } {
  const all = mergedEventsOf(study).length
  return { all, dated: all - undatedEvents(study).length }
}
