import { useSyncExternalStore } from 'react'
import type { Restoring } from '../persistence/restoring'
import { ProgressBar } from '../ui/ProgressBar'
import './restoring.css'

/** In place of the workbench until the article that was open last is there again. */
export function RestoringScreen({ restoring }: { restoring: Restoring }) {
  const { done, total, waiting } = useSyncExternalStore(restoring.subscribe, restoring.snapshot)
  const others = waiting.length - 1
  return (
    <main className="restoring-screen" aria-busy="true">
      <h1>Reading your work from the journal</h1>
      <p>Everything that was saved is being put back in place. This takes a few seconds.</p>
      <ProgressBar
        label={others > 0 ? `This project, then ${others} more` : 'This project'}
        done={done}
        total={total}
      />
    </main>
  )
}
