import type { Study } from '../project/study'
import { describeEdtf, parseEdtf } from './edtf'
import { eventWordsOf } from './event-words'
import type { MergedEvent, ReportConflict } from './same-event'

/** What the reports of an event contradict each other in: "Counts convicted: 1 (¶3), 2 (¶9)". */
export function conflictsInWords(study: Study, event: MergedEvent): readonly string[] {
  return event.conflicts.map(({ field, values }) => {
    const said = values.map(
      ({ value, report }) => `${valueInWords(study, field, value)} (¶${report.place.paragraph})`
    )
    return `${fieldInWords(field)}: ${said.join(', ')}`
  })
}

function fieldInWords(field: ReportConflict['field']): string {
  const words = field.replace('.', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function valueInWords(study: Study, field: ReportConflict['field'], value: string): string {
  const words = eventWordsOf(study)
  if (field === 'type') return words.type(value) ?? value
  if (field === 'modality') return words.modality(value) ?? value
  if (field === 'case') return words.caseName(value) ?? value
  if (field === 'date') {
    const date = parseEdtf(value)
    return date.ok ? describeEdtf(date.value) : value
  }
  if (field === 'parties') {
    const [role = '', ...actor] = value.split(' ')
    return `${words.actor(actor.join(' '))} as ${role}`
  }
  return value
}
