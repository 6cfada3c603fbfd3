import { readFrom } from '../annotation/relations'
import type { Relation } from '../project/entities'
import type { Study } from '../project/study'
import { mergedEventsOf, type MergedEvent } from './same-event'
import { drawDate } from './time-axis'
import { differenceInWords } from './time-difference'

export interface LinkedEvent {
  readonly relation: Relation
  readonly other: MergedEvent
  /** Read from this event: "precedes", "is appealed by". */
  readonly verb: string
  /** From this event to the other one: "1 month later"; null when one has no date. */
  readonly difference: string | null
  /** The relation leads from this event to the other. */
  readonly isForward: boolean
}

/** The other events that relations link to any report of this one. */
export function linkedEvents(study: Study, event: MergedEvent): readonly LinkedEvent[] {
  const own = new Set(event.reports.map(({ annotation }) => annotation.id))
  const touching = study.relations.filter(({ from, to }) => own.has(from) !== own.has(to))
  if (touching.length === 0) return []
  const drawn = event.date === null ? null : drawDate(event.date)
  return touching.flatMap(relation => {
    const end = own.has(relation.from) ? relation.from : relation.to
    const { verb, other: at } = readFrom(relation, end)
    const other = mergedEventsOf(study).find(({ reports }) =>
      reports.some(({ annotation }) => annotation.id === at)
    )
    if (other === undefined) return []
    const otherDrawn = other.date === null ? null : drawDate(other.date)
    const difference = drawn === null || otherDrawn === null ? null : differenceInWords(drawn, otherDrawn)
    return [{ relation, other, verb, difference, isForward: own.has(relation.from) }]
  })
}
