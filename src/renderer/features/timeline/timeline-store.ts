import { create } from 'zustand'
import type { LaneGrouping } from '../../../core/chronology/timeline-lanes'
import type { DayStretch } from '../../../core/chronology/time-axis'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'

interface TimelineState {
  grouping: LaneGrouping
  /** Null for everything there is. */
  shown: DayStretch | null
  /** The event, or the dated passage, that is looked at; by the report told first. */
  selected: AnnotationId | null
  /** Whose order of telling is drawn; null for that of the selected event. */
  storyOf: ArticleId | null
  arePassagesShown: boolean
  isTable: boolean
  scrollTop: number
  set(change: Partial<Omit<TimelineState, 'set'>>): void
}

/** How the timeline is looked at; of the session, so that one finds it again after looking at the text. */
export const useTimelineStore = create<TimelineState>()(set => ({
  grouping: 'case',
  shown: null,
  selected: null,
  storyOf: null,
  arePassagesShown: false,
  isTable: false,
  scrollTop: 0,
  set: change => set(change)
}))
