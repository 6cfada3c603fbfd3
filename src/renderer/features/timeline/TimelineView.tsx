import type { ReactNode } from 'react'
import type { StudyViewProps } from '../../persistence/study-view'

export interface TimelineViewProps extends StudyViewProps {
  /** The tabs that lead from the timeline to the ledger and back; they begin the view's header. */
  tabs: ReactNode
}
export function TimelineView({ tabs, scopePicker }: TimelineViewProps) {
  return (
    <main className="study-view" aria-label="Timeline" data-pane="reader">
      <h1>Timeline</h1>
      {tabs}
      {scopePicker}
    </main>
  )
}
