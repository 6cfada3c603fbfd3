import { placeInStory } from '../project/place-in-story'
import type { AnnotationId } from '../project/ids'
import type { Study, StudyArticle } from '../project/study'
import { eventOrderOf, placesAmong, type EventOrder, type PlaceRange } from './event-order'
import { hasHappened } from './event-words'
import { missingSteps, type MissingStep } from './missing-steps'
import { mergedEventsOf, type MergedEvent } from './same-event'
import { drawDate, type DrawnDate } from './time-axis'

/** An event where an article tells it first, and where it belongs in time. */
export interface ToldEvent {
  readonly event: MergedEvent
  readonly drawn: DrawnDate
  /** From 1. */
  readonly told: number
  /** Where it is told first, by number from 1. */
  readonly paragraph: number
  readonly happened: PlaceRange
  /**
   * Genette's (1972) anachronies: a flashback is told after something on the main line that it certainly preceded,
   * a flash-forward before something that it certainly followed. Null: on the main line, or its date leaves it open.
   */
  readonly anachrony: 'flashback' | 'flash-forward' | null
}

/** A stretch of time in which nothing that the article tells took place; days since 1970-01-01. */
export interface Silence {
  readonly from: number
  readonly until: number
  readonly before: MergedEvent
  readonly after: MergedEvent
}

/** How an article's order of telling lies to the order of what happened. */
export interface StoryOrder {
  readonly of: StudyArticle
  /** Dated events told as having taken place, in the order of the text. */
  readonly told: readonly ToldEvent[]
  /** Of all pairs of them: told as they happened, told the other way round, and those no date or relation orders. */
  readonly pairs: { readonly agreeing: number; readonly inverted: number; readonly unordered: number }
  /**
   * Kendall's (1938) rank correlation over the pairs that can be ordered, which is Goodman and Kruskal's (1954) gamma:
   * 1 told as it happened, -1 told backwards. Null when no pair can be ordered.
   */
  readonly tau: number | null
  /** A year long at least; the longest first. */
  readonly silences: readonly Silence[]
  readonly missing: readonly MissingStep[]
}

const remembered = new WeakMap<Study, Map<StudyArticle, StoryOrder>>()

export function storyOrderOf(study: Study, of: StudyArticle): StoryOrder {
  let stories = remembered.get(study)
  if (stories === undefined) remembered.set(study, (stories = new Map<StudyArticle, StoryOrder>()))
  let story = stories.get(of)
  if (story === undefined) stories.set(of, (story = readStory(study, of)))
  return story
}

interface ToldAt {
  readonly event: MergedEvent
  readonly drawn: DrawnDate
  readonly startUtf16: number
  readonly paragraph: number
}

function readStory(study: Study, of: StudyArticle): StoryOrder {
  const order = eventOrderOf(study)
  const toldAt = eventsToldIn(study, of)
  const events = toldAt.map(({ event }) => event)
  const places = placesAmong(order, events)
  const anachronies = anachroniesOf(order, events)
  const pairs = countPairs(order, events)
  const ordered = pairs.agreeing + pairs.inverted
  return {
    of,
    told: toldAt.map(({ event, drawn, paragraph }, index) => ({
      event,
      drawn,
      told: index + 1,
      paragraph,
      happened: places.get(event.id) ?? { first: 1, last: events.length },
      anachrony: anachronies.get(event.id) ?? null
    })),
    pairs,
    tau: ordered === 0 ? null : (pairs.agreeing - pairs.inverted) / ordered,
    silences: silencesOf(toldAt),
    missing: missingSteps(mergedEventsOf(study).filter(event => isToldIn(event, of)))
  }
}

function isToldIn({ reports }: MergedEvent, of: StudyArticle): boolean {
  return reports.some(({ place }) => place.of === of)
}

function eventsToldIn(study: Study, of: StudyArticle): readonly ToldAt[] {
  return mergedEventsOf(study)
    .flatMap((event): ToldAt[] => {
      const report = event.reports.find(({ place }) => place.of === of)
      const drawn = event.date === null ? null : drawDate(event.date)
      if (report === undefined || drawn === null || !hasHappened(event)) return []
      const { startUtf16, paragraph } = placeInStory(of, report.annotation)
      return [{ event, drawn, startUtf16, paragraph }]
    })
    .sort((a, b) => a.startUtf16 - b.startUtf16)
}

function countPairs(order: EventOrder, events: readonly MergedEvent[]): StoryOrder['pairs'] {
  const from = Float64Array.from(events, ({ id }) => order.daysOf(id).from)
  const to = Float64Array.from(events, ({ id }) => order.daysOf(id).to)
  let agreeing = 0
  let inverted = 0
  for (let i = 0; i < events.length; i++)
    for (let j = i + 1; j < events.length; j++) {
      if ((to[i] ?? 0) < (from[j] ?? 0)) agreeing += 1
      else if ((to[j] ?? 0) < (from[i] ?? 0)) inverted += 1
    }
  const told = new Map(events.map(({ id }, index) => [id, index]))
  events.forEach(({ id }, i) => {
    for (const later of order.laterByRelation(id)) {
      const j = told.get(later)
      if (j === undefined || (to[i] ?? 0) < (from[j] ?? 0)) continue
      if (i < j) agreeing += 1
      else inverted += 1
    }
  })
  const all = (events.length * (events.length - 1)) / 2
  return { agreeing, inverted, unordered: all - agreeing - inverted }
}

/**
 * Those beside the main line, which is a longest run of events that are told as they lie on the axis. Only what is
 * certain counts against an event.
 */
function anachroniesOf(
  order: EventOrder,
  events: readonly MergedEvent[]
): ReadonlyMap<AnnotationId, 'flashback' | 'flash-forward'> {
  const placeOf = new Map(order.sequence.map(({ id }, place) => [id, place]))
  const onLine = longestRise(events.map(({ id }) => placeOf.get(id) ?? -1))
  const toldAt = new Map(events.map(({ id }, index) => [id, index]))
  const days = events.map(({ id }) => order.daysOf(id))
  // The latest first day told before each place, and the earliest last day told after it, on the main line.
  const before = running(days, index => (onLine.has(index) ? (days[index]?.from ?? -Infinity) : -Infinity))
  const after = running([...days].reverse(), index => {
    const at = days.length - 1 - index
    return onLine.has(at) ? -(days[at]?.to ?? Infinity) : -Infinity
  }).reverse()
  const found = new Map<AnnotationId, 'flashback' | 'flash-forward'>()
  events.forEach(({ id }, index) => {
    if (onLine.has(index)) return
    const span = days[index]
    if (span === undefined) return
    const laterTold = [...order.laterByRelation(id)].map(other => toldAt.get(other) ?? Infinity)
    const isBack =
      span.to < (before[index] ?? -Infinity) || laterTold.some(at => at < index && onLine.has(at))
    if (isBack) found.set(id, 'flashback')
    else if (span.from > -(after[index] ?? -Infinity)) found.set(id, 'flash-forward')
  })
  for (const index of onLine)
    for (const later of order.laterByRelation(events[index]?.id as AnnotationId)) {
      const at = toldAt.get(later)
      if (at !== undefined && at < index && !found.has(later)) found.set(later, 'flash-forward')
    }
  return found
}

/** The greatest value before each index. */
function running(items: readonly unknown[], valueAt: (index: number) => number): number[] {
  let greatest = -Infinity
  return items.map((_, index) => {
    const known = greatest
    greatest = Math.max(greatest, valueAt(index))
    return known
  })
}

/** The indexes of a longest strictly rising subsequence (Schensted 1961). */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = ends[low - 1]
    ends[low] = index
  })
  const rise = new Set<number>()
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) rise.add(index)
  return rise
}

const leastSilence = 365

function silencesOf(told: readonly ToldAt[]): readonly Silence[] {
  const inTime = [...told].sort((a, b) => a.drawn.from - b.drawn.from)
  const silences: Silence[] = []
  let last = inTime[0]
  for (const next of inTime.slice(1)) {
    if (last === undefined) break
    const { until } = last.drawn
    if (next.drawn.from - until >= leastSilence)
      silences.push({ from: until, until: next.drawn.from, before: last.event, after: next.event })
    if (next.drawn.until > until) last = next
  }
  return silences.sort((a, b) => b.until - b.from - (a.until - a.from))
}
