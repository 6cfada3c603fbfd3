import type { ReactNode } from 'react'
import type { StudyViewProps } from '../../persistence/study-view'

export interface LedgerViewProps extends StudyViewProps {
  /** The tabs that lead from the timeline to the ledger and back; they begin the view's header. */
  tabs: ReactNode
}
export function LedgerView({ tabs, scopePicker }: LedgerViewProps) {
  return (
    <main className="study-view" aria-label="Ledger" data-pane="reader">
      <h1>Ledger</h1>
      {tabs}
      {scopePicker}
    </main>
  )
}
