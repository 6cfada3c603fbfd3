import type { StudyViewProps } from '../../persistence/study-view'

export function PerspectivesView({ scopePicker }: StudyViewProps) {
  return (
    <main className="study-view" aria-label="Perspectives" data-pane="reader">
      <h1>Perspectives</h1>

      {scopePicker}
    </main>
  )
}
