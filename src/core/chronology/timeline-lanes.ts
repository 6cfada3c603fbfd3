import { textOf } from '../annotation/read-attribute'
import { describeAnnotation } from '../annotation/describe'
import type { Attribute } from '../project/codebook'
import type { Annotation } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import { placeInStory } from '../project/place-in-story'
import type { Study } from '../project/study'
import { parseEdtf } from './edtf'
import { eventOrderOf } from './event-order'
import { eventWordsOf, hasHappened } from './event-words'
import { legalEventLayer } from './legal-event'
import { mergedEventsOf, type MergedEvent } from './same-event'
import { drawDate, type DrawnDate } from './time-axis'

export const laneGroupings = ['case', 'court', 'actor'] as const
export type LaneGrouping = (typeof laneGroupings)[number]

/** Something with a date: a legal event, or a passage of another layer. */
export interface LaneItem {
  readonly id: AnnotationId
  readonly title: string
  readonly drawn: DrawnDate
  /** Solid: told as having happened. Hollow: planned, asked for, thought of or denied. Passage: of another layer. */
  readonly look: 'solid' | 'hollow' | 'passage'
}

/** A row of the timeline. */
export interface EventLane {
  readonly key: string
  readonly title: string
  readonly subtitle: string
  /** In the order of the axis; an item stands in the lane of everyone who takes part. */
  readonly items: readonly LaneItem[]
  /** From the first step of a proceeding to its last; `until` null when nothing told closes it. */
  readonly course: { readonly from: number; readonly until: number | null; readonly words: string } | null
}

/** The dated events of a study in lanes by case, court or party, the lane that begins first on top. */
export function eventLanes(study: Study, grouping: LaneGrouping): readonly EventLane[] {
  const lanes = new Map<string, MergedEvent[]>()
  for (const event of eventOrderOf(study).sequence)
    for (const key of keysOf(study, event, grouping)) {
      const lane = lanes.get(key)
      if (lane === undefined) lanes.set(key, [event])
      else lane.push(event)
    }
  return [...lanes]
    .map(([key, events]) => laneOf(study, grouping, key, events))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => Number(a.key === '') - Number(b.key === ''))
}

/** The lane of a legal event on the timeline; null for one whose date cannot be drawn. */
export function eventItem(study: Study, event: MergedEvent): LaneItem | null {
  const drawn = event.date === null ? null : drawDate(event.date)
  if (drawn === null) return null
  const look = hasHappened(event) ? 'solid' : 'hollow'
  return { id: event.id, title: eventWordsOf(study).title(event), drawn, look }
}

function keysOf(study: Study, event: MergedEvent, grouping: LaneGrouping): readonly string[] {
  switch (grouping) {
    case 'case':
      return [event.case ?? '']
    case 'court':
      return [eventWordsOf(study).court(event) ?? '']
    case 'actor': {
      const actors = [...new Set(event.parties.map(({ actor }) => actor))]
      return actors.length === 0 ? [''] : actors
    }
  }
}

const nameless: Readonly<Record<LaneGrouping, string>> = {
  case: 'Outside any case',
  court: 'No court named',
  actor: 'No party named'
}

function laneOf(
  study: Study,
  grouping: LaneGrouping,
  key: string,
  events: readonly MergedEvent[]
): EventLane {
  const items = events.flatMap(event => eventItem(study, event) ?? [])
  const words = eventWordsOf(study)
  const base = { key, items, course: null, subtitle: '' }
  if (key === '') return { ...base, title: nameless[grouping] }
  switch (grouping) {
    case 'case': {
      const ofCase = study.cases.find(({ id }) => id === key)
      const subtitle = ofCase?.court ?? ''
      return { ...base, title: ofCase?.name ?? key, subtitle, course: courseOf(events) }
    }
    case 'court': {
      const cases = new Set(events.map(event => words.caseName(event.case)).filter(name => name !== null))
      const [only = ''] = cases
      return { ...base, title: key, subtitle: cases.size > 1 ? `${cases.size} cases` : only }
    }
    case 'actor': {
      const roles = new Set(
        events.flatMap(({ parties }) => parties.filter(({ actor }) => actor === key).map(({ role }) => role))
      )
      return { ...base, title: words.actor(key), subtitle: [...roles].join(', ') }
    }
  }
}

const openings = new Set(['charge', 'indictment', 'superseding-charge', 'lawsuit', 'arrest'])
const closings = new Set([
  'dismissal',
  'verdict',
  'conviction',
  'acquittal',
  'sentence',
  'fine',
  'settlement',
  'pardon',
  'ruling',
  'appeal'
])

/** The course of a case, from what opened it to what closed it, as far as both are told as having happened. */
function courseOf(events: readonly MergedEvent[]): EventLane['course'] {
  const happened = events.filter(hasHappened)
  const opening = happened.find(({ type }) => type !== null && openings.has(type))
  const opened = opening?.date === null || opening === undefined ? null : drawDate(opening.date)
  if (opened === null) return null
  const counted = happened.findLast(({ counts }) => Object.keys(counts).length > 0)
  const pending = counted?.counts.pending ?? 0
  if (pending > 0)
    return {
      from: opened.from,
      until: null,
      words: `${pending} ${pending === 1 ? 'count' : 'counts'} pending`
    }
  const closing = happened.findLast(({ type }) => type !== null && closings.has(type))
  const closed = closing?.date === null || closing === undefined ? null : drawDate(closing.date)
  if (closed === null) return { from: opened.from, until: null, words: 'no closing event' }
  return { from: opened.from, until: closed.until, words: '' }
}

const rememberedPassages = new WeakMap<Study, readonly LaneItem[]>()

/** Annotations of other layers that carry a date of their own, wherever the codebook has an attribute of that kind. */
export function datedPassages(study: Study): readonly LaneItem[] {
  let known = rememberedPassages.get(study)
  if (known === undefined) rememberedPassages.set(study, (known = findDatedPassages(study)))
  return known
}

function findDatedPassages({ codebook, articles, actors, issues, cases }: Study): readonly LaneItem[] {
  const layers = new Map(
    codebook.layers
      .filter(({ id }) => id !== legalEventLayer)
      .map(layer => [layer.id, { layer, dates: layer.attributes.filter(({ kind }) => kind === 'date') }])
  )
  if ([...layers.values()].every(({ dates }) => dates.length === 0)) return []
  const nameIn = (rows: readonly { id: string; name: string }[]) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    return (id: string) => names.get(id)
  }
  const registers = {
    actorName: nameIn(actors),
    caseName: nameIn(cases),
    issueName: nameIn(issues.map(({ id, question }) => ({ id, name: question })))
  }
  return articles.flatMap(of =>
    of.annotations.flatMap((annotation): LaneItem[] => {
      const found = layers.get(annotation.layer)
      const drawn = found === undefined ? null : firstDate(annotation, found.dates)
      if (found === undefined || drawn === null) return []
      const { title } = describeAnnotation(annotation, found.layer, registers)
      const { paragraph } = placeInStory(of, annotation)
      return [{ id: annotation.id, title: `${title}, ¶${paragraph}`, drawn, look: 'passage' }]
    })
  )
}

function firstDate(annotation: Annotation, dates: readonly Attribute[]): DrawnDate | null {
  for (const { id } of dates) {
    const text = textOf(annotation.attributes[id])
    const date = text === null ? null : parseEdtf(text)
    if (date?.ok === true) return drawDate(date.value)
  }
  return null
}

/** Dated passages as a lane of their own; null when there are none. */
export function passageLane(study: Study): EventLane | null {
  const items = [...datedPassages(study)].sort((a, b) => a.drawn.from - b.drawn.from)
  if (items.length === 0) return null
  return { key: ' passages', title: 'Dated passages', subtitle: 'Other layers', items, course: null }
}

/** Events that have no place on the axis, in story order: none of their dates says when. */
export function undatedEvents(study: Study): readonly MergedEvent[] {
  return mergedEventsOf(study).filter(({ date }) => date === null || drawDate(date) === null)
}
