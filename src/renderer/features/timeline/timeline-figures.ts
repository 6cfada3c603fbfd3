import { storyOrderFigure } from '../../../core/chronology/story-order-figure'
import { timelineFigure } from '../../../core/chronology/timeline-figure'
import type { StoryOrder } from '../../../core/chronology/story-order'
import type { LaneGrouping } from '../../../core/chronology/timeline-lanes'
import type { Study } from '../../../core/project/study'
import type { Figure } from '../../../core/report/figure'

/** What can be saved of the timeline: the lanes as they are grouped, and the order of the story that is shown. */
export function timelineFigures(
  study: Study,
  grouping: LaneGrouping,
  story: StoryOrder | null
): readonly Figure[] {
  const timeline = timelineFigure(study, grouping)
  return story === null ? [timeline] : [timeline, storyOrderFigure(study, story)]
}
