import { eventOrderOf } from '../../../core/chronology/event-order'
import { mergedEventsOf, type MergedEvent } from '../../../core/chronology/same-event'
import { storyOrderOf, type StoryOrder } from '../../../core/chronology/story-order'
import { drawDate, stretchOf, type DayStretch } from '../../../core/chronology/time-axis'
import {
  datedPassages,
  eventLanes,
  passageLane,
  undatedEvents,
  type EventLane,
  type LaneGrouping
} from '../../../core/chronology/timeline-lanes'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'

/** What the timeline shows of a study; derived, and the same for as long as study and choices are. */
export interface TimelineModel {
  lanes: readonly EventLane[]
  /** Everything there is; null when nothing has a date. */
  whole: DayStretch | null
  /** What has a place on the axis, in the order in which it happened. */
  sequence: readonly MergedEvent[]
  undated: readonly MergedEvent[]
  event(id: AnnotationId): MergedEvent | undefined
  /** The event that an annotation reports. */
  eventOf(report: AnnotationId): AnnotationId | undefined
  hasPassages: boolean
}

export function timelineModel(study: Study, grouping: LaneGrouping, withPassages: boolean): TimelineModel {
  const events = new Map(mergedEventsOf(study).map(event => [event.id, event]))
  const reports = new Map(
    [...events.values()].flatMap(event => event.reports.map(one => [one.annotation.id, event.id] as const))
  )
  const sequence = eventOrderOf(study).sequence.filter(({ date }) => date !== null && drawDate(date) !== null)
  const passages = withPassages ? passageLane(study) : null
  const eventRows = eventLanes(study, grouping)
  return {
    lanes: passages === null ? eventRows : [...eventRows, passages],
    whole: stretchOf(
      [...eventRows, ...(passages === null ? [] : [passages])].flatMap(({ items }) =>
        items.map(({ drawn }) => drawn)
      )
    ),
    sequence,
    undated: undatedEvents(study),
    event: id => events.get(id),
    eventOf: id => reports.get(id),
    hasPassages: datedPassages(study).length > 0
  }
}

/**
 * Whose story is drawn below: the chosen article's, else that of the selected event's first report, else the one
 * that tells most events. Null when no article tells one that has a date.
 */
export function shownStory(
  study: Study,
  chosen: ArticleId | null,
  selected: MergedEvent | undefined
): StoryOrder | null {
  const isToldHere =
    selected?.reports.find(({ place }) => place.of.article.id === chosen) ?? selected?.reports[0]
  const of =
    study.articles.find(({ article }) => article.id === chosen) ??
    study.articles.find(one => one === isToldHere?.place.of) ??
    [...study.articles].sort((a, b) => b.annotations.length - a.annotations.length)[0]
  if (of === undefined) return null
  const story = storyOrderOf(study, of)
  return story.told.length === 0 ? null : story
}
