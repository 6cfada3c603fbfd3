import { Button } from '../../ui/Button'
import { MovedList } from './MovedList'
import { OrphanList } from './OrphanList'
import { RevisionList } from './RevisionList'
import type { RevisionsPanelProps } from './revisions-panel-props'
import './revisions.css'

/** The revisions of the article on screen, and the annotations that a correction left something to do for. */
export function RevisionsPanel(props: RevisionsPanelProps) {
  const { workspace, openText, registry } = props
  if (openText === null)
    return <p className="revisions-none">Open an article to see the revisions of its text.</p>
  return (
    <div className="revisions-panel">
      <section aria-labelledby="revisions-heading">
        <header>
          <h3 id="revisions-heading">Revisions</h3>
          <Button onClick={() => registry.run('text.correct')}>Correct text…</Button>
        </header>
        <RevisionList workspace={workspace} article={openText.article} />
      </section>
      <MovedList {...props} openText={openText} />
      <OrphanList {...props} openText={openText} />
    </div>
  )
}
