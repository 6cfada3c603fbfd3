import type { Relation } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import { byText, isSurelyBefore, type LedgerEvent } from './ledger-event'
import { stage } from './ledger-types'

/** Relations whose first end is the later of the two; of `precedes` it is the earlier. */
const fromIsLater: readonly Relation['type'][] = ['disposes-of', 'supersedes', 'amends', 'appeals']

/** That one event comes after another, as a relation says. */
export interface Sequence {
  readonly earlier: LedgerEvent
  readonly later: LedgerEvent
  readonly relation: Relation
}

/** What relations between these events say about their order. Reports are answered by their events. */
export function sequencesOf(
  events: readonly LedgerEvent[],
  relations: readonly Relation[]
): readonly Sequence[] {
  const eventOf = new Map<AnnotationId, LedgerEvent>(
    events.flatMap(event => event.ids.map(id => [id, event] as const))
  )
  return relations.flatMap(relation => {
    const from = eventOf.get(relation.from)
    const to = eventOf.get(relation.to)
    if (from === undefined || to === undefined || from === to) return []
    if (relation.type === 'precedes') return [{ earlier: from, later: to, relation }]
    return fromIsLater.includes(relation.type) ? [{ earlier: to, later: from, relation }] : []
  })
}

/**
 * Events in the order in which they happened: by their earliest day, then by relations where no date contradicts
 * them, then by how far along a proceeding they stand. An event without a date stands before the first dated one
 * of a later stage. The order of the input does not matter.
 */
export function inRealOrder(
  events: readonly LedgerEvent[],
  sequences: readonly Sequence[]
): readonly LedgerEvent[] {
  const dated = events.filter(event => dayOf(event) !== null).sort(byDay)
  const ordered = [...dated]
  for (const event of events.filter(one => dayOf(one) === null).sort(byStage)) {
    const at = ordered.findIndex(other => dayOf(other) !== null && stage(other.type) > stage(event.type))
    ordered.splice(at === -1 ? ordered.length : at, 0, event)
  }
  return afterTheirForerunners(ordered, sequences.filter(isPossible))
}

function isPossible({ earlier, later }: Sequence): boolean {
  return !isSurelyBefore(later, earlier)
}

function afterTheirForerunners(
  ordered: readonly LedgerEvent[],
  sequences: readonly Sequence[]
): readonly LedgerEvent[] {
  const place = new Map(ordered.map((event, index) => [event, index]))
  const forerunners = new Map<LedgerEvent, LedgerEvent[]>()
  for (const { earlier, later } of sequences)
    forerunners.set(later, [...(forerunners.get(later) ?? []), earlier])
  const done = new Set<LedgerEvent>()
  const result: LedgerEvent[] = []
  const put = (event: LedgerEvent) => {
    // Marked before its forerunners, so that relations in a circle end somewhere.
    if (done.has(event)) return
    done.add(event)
    const before = forerunners.get(event) ?? []
    before.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)).forEach(put)
    result.push(event)
  }
  ordered.forEach(put)
  return result
}

function dayOf({ date }: LedgerEvent): string | null {
  return date === null ? null : (date.earliest ?? date.latest)
}

function byDay(a: LedgerEvent, b: LedgerEvent): number {
  return byText(dayOf(a) ?? '', dayOf(b) ?? '') || byStage(a, b)
}

function byStage(a: LedgerEvent, b: LedgerEvent): number {
  const placeOf = ({ reports }: LedgerEvent) => reports[0]?.place.startUtf16 ?? 0
  return stage(a.type) - stage(b.type) || placeOf(a) - placeOf(b) || byText(a.id, b.id)
}
