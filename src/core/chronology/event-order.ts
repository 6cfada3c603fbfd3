import type { Relation } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import type { Study } from '../project/study'
import { possibleDays, type EdtfDate } from './edtf'
import { dayNumber } from './edtf-point'
import {
  leadingAway,
  reachedFrom,
  settleRelations,
  tighten,
  type DaySpan,
  type OrderContradiction,
  type Precedence
} from './order-relations'
import { mergedEventsOf, type MergedEvent } from './same-event'

/** How two events lie to each other as far as there is no doubt. */
export type Sequence = 'before' | 'after' | 'unordered'

/** A place among events, from 1: the first and the last that it can be. */
export interface PlaceRange {
  readonly first: number
  readonly last: number
}

/**
 * The order in which events happened. It is a partial order: an event is before another when its last possible
 * day lies before the other's first one (the interval order of Fishburn 1970 on what `compareEdtf` leaves open), or
 * when relations say so. What relations imply narrows the days.
 */
export interface EventOrder {
  /**
   * Those whose time is known at all, in a sequence that agrees with everything certain. Where nothing is certain:
   * by the first day the date taken at its word names, then as the story tells them.
   */
  readonly sequence: readonly MergedEvent[]
  /** Neither a date nor a relation to a dated event tells when; in story order. */
  readonly unplaced: readonly MergedEvent[]
  readonly contradictions: readonly OrderContradiction[]
  /** Events this order does not know are unordered. */
  compare(a: AnnotationId, b: AnnotationId): Sequence
  /** The days an event can have been, dates and relations taken together. */
  daysOf(id: AnnotationId): DaySpan
  /** The events that relations, not days, put after this one. */
  laterByRelation(id: AnnotationId): ReadonlySet<AnnotationId>
}

const anyDay: DaySpan = { from: -Infinity, to: Infinity }

/** Orders these events, each by its date and by the relations between them. */
export function orderEvents(events: readonly MergedEvent[], relations: readonly Relation[]): EventOrder {
  const dated = events.map(({ dates }) => hullOf(dates))
  const { precedences, contradictions } = settleRelations(events, dated, relations)
  const bounds = tighten(dated, precedences)
  const away = leadingAway(precedences)
  const indexOf = new Map(events.map(({ id }, index) => [id, index]))
  const daysAt = (index: number): DaySpan => ({
    from: bounds.from[index] ?? -Infinity,
    to: bounds.to[index] ?? Infinity
  })
  const reached = new Map<number, ReadonlySet<number>>()
  const laterThan = (index: number) => {
    let known = reached.get(index)
    if (known === undefined) reached.set(index, (known = reachedFrom(index, away)))
    return known
  }
  const isBefore = (a: number, b: number) =>
    daysAt(a).to < daysAt(b).from || (away.has(a) && laterThan(a).has(b))
  const keys = drawingKeys(events, bounds, precedences)
  const places = events.map((_, index) => index)
  return {
    sequence: places
      .filter(index => keys[index] !== null)
      .sort(
        (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (bounds.depth[a] ?? 0) - (bounds.depth[b] ?? 0) || a - b
      )
      .flatMap(index => events[index] ?? []),
    unplaced: events.filter((_, index) => keys[index] === null),
    contradictions,
    compare: (idA, idB) => {
      const a = indexOf.get(idA)
      const b = indexOf.get(idB)
      if (a === undefined || b === undefined || a === b) return 'unordered'
      if (isBefore(a, b)) return 'before'
      return isBefore(b, a) ? 'after' : 'unordered'
    },
    daysOf: id => {
      const index = indexOf.get(id)
      return index === undefined ? anyDay : daysAt(index)
    },
    laterByRelation: id => {
      const index = indexOf.get(id)
      if (index === undefined || !away.has(index)) return new Set()
      const later = [...laterThan(index)].filter(other => other !== index)
      return new Set(later.flatMap(other => events[other]?.id ?? []))
    }
  }
}

const remembered = new WeakMap<Study, EventOrder>()

/** The order in which everything in a study happened. */
export function eventOrderOf(study: Study): EventOrder {
  let known = remembered.get(study)
  if (known === undefined)
    remembered.set(study, (known = orderEvents(mergedEventsOf(study), study.relations)))
  return known
}

/**
 * The place of each of these events among them: exact where everything else is certainly before or after, a range
 * where it is not.
 */
export function placesAmong(
  order: EventOrder,
  events: readonly MergedEvent[]
): ReadonlyMap<AnnotationId, PlaceRange> {
  const ids = new Set(events.map(({ id }) => id))
  const firstDays = events.map(({ id }) => order.daysOf(id).from).sort((a, b) => a - b)
  const lastDays = events.map(({ id }) => order.daysOf(id).to).sort((a, b) => a - b)
  const earlier = new Map<AnnotationId, number>()
  const later = new Map<AnnotationId, number>()
  for (const { id } of events) {
    const { from, to } = order.daysOf(id)
    add(earlier, id, countBelow(lastDays, from))
    add(later, id, events.length - countUpTo(firstDays, to))
    for (const other of order.laterByRelation(id)) {
      // Days have counted those already that they put in order by themselves.
      if (!ids.has(other) || to < order.daysOf(other).from) continue
      add(later, id, 1)
      add(earlier, other, 1)
    }
  }
  return new Map(
    events.map(({ id }) => [
      id,
      { first: (earlier.get(id) ?? 0) + 1, last: events.length - (later.get(id) ?? 0) }
    ])
  )
}

function add(counts: Map<AnnotationId, number>, id: AnnotationId, count: number): void {
  counts.set(id, (counts.get(id) ?? 0) + count)
}

/** How many of the ascending numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  return partition(numbers, value => value < limit)
}

function countUpTo(numbers: readonly number[], limit: number): number {
  return partition(numbers, value => value <= limit)
}

function partition(numbers: readonly number[], isIn: (value: number) => boolean): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isIn(numbers[middle] ?? Infinity)) low = middle + 1
    else high = middle
  }
  return low
}

function hullOf(dates: readonly EdtfDate[]): DaySpan {
  if (dates.length === 0) return anyDay
  const spans = dates.map(possibleDays)
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}

/**
 * A day for each event by which they can be sorted: the first one its date names (of a date without a beginning,
 * its last), moved no further than into the days it can have been, and never before that of an event it follows.
 * Because each lies within those days, sorting contradicts nothing that is certain. Null: nothing tells.
 */
function drawingKeys(
  events: readonly MergedEvent[],
  bounds: { from: readonly number[]; to: readonly number[]; depth: readonly number[] },
  precedences: readonly Precedence[]
): readonly (number | null)[] {
  const byDepth = [...precedences].sort(
    (a, b) => (bounds.depth[a.before] ?? 0) - (bounds.depth[b.before] ?? 0)
  )
  const keys = events.map(({ date }, index) => {
    const from = bounds.from[index] ?? -Infinity
    const named = date?.earliest ?? date?.latest
    if (named === undefined || named === null) return Number.isFinite(from) ? from : null
    return Math.min(Math.max(dayNumber(named), from), bounds.to[index] ?? Infinity)
  })
  // What only something later bounds comes right before that.
  for (const { before, after } of [...byDepth].reverse()) {
    const [key, next] = [keys[before], keys[after]]
    if (isBoundByNothing(events[before], bounds.from[before]) && next !== null && next !== undefined)
      keys[before] = key === null || key === undefined ? next : Math.min(key, next)
  }
  for (const { before, after } of byDepth) {
    const [key, next] = [keys[before], keys[after]]
    if (key === null || key === undefined) continue
    keys[after] = next === null || next === undefined ? key : Math.max(key, next)
  }
  return keys
}

function isBoundByNothing(event: MergedEvent | undefined, from = -Infinity): boolean {
  const date = event?.date
  return !Number.isFinite(from) && (date?.earliest ?? date?.latest ?? null) === null
}
