import { useEffect, useState, type KeyboardEvent } from 'react'
import { confirmPlacement } from '../../../core/anchoring/correct-text'
import type { OpenText } from '../../../core/annotation/open-text'
import { quoteOf } from '../../../core/annotation/spans'
import { findLayer } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import { keyCaps } from '../../commands/keymap'
import { loadPlaceBefore } from '../../persistence/load-revisions'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { LayerMark } from '../../ui/LayerMark'
import { announce } from '../../ui/LiveRegion'
import { notify } from '../../ui/Toast'
import { QuotePair } from './QuotePair'
import { focusNeighbour, MoreRows, shortQuote } from './placement-rows'
import type { RevisionsPanelProps } from './revisions-panel-props'
import { useRevisions } from './revisions-store'

const mostShown = 100

/** Annotations that a correction moved: their words then and now, to be confirmed. */
export function MovedList(props: RevisionsPanelProps & { openText: OpenText }) {
  const { workspace, codebook, registry, now, onGoTo } = props
  const chord = registry.printedChord('annotate.confirm-placement')
  const moved = useRevisions(state => state.moved)
  const confirm = async (annotation: Annotation) => {
    const edit = confirmPlacement(annotation, now())
    if (edit === undefined) return
    const stored = await workspace.perform(edit)
    if (!stored.ok) return notify(stored.error.message)
    const left = moved.length - 1
    announce(left === 0 ? 'Place confirmed, nothing left to confirm' : `Place confirmed, ${left} to confirm`)
  }
  return (
    <section aria-labelledby="moved-heading">
      <header>
        <h3 id="moved-heading">To confirm{moved.length > 0 && ` (${moved.length.toLocaleString('en')})`}</h3>
      </header>
      {moved.length === 0 && (
        <p className="revisions-quiet">
          Annotations whose words a correction changed are listed here until you confirm their place.
        </p>
      )}
      <ul className="placement-list" aria-label="To confirm">
        {moved.slice(0, mostShown).map(annotation => {
          const layer = findLayer(codebook, annotation.layer)
          const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
            if (registry.commandForKey(event) !== 'annotate.confirm-placement') return
            event.preventDefault()
            focusNeighbour(event.currentTarget)
            void confirm(annotation)
          }
          return (
            <li key={annotation.id} onKeyDown={onKeyDown}>
              {layer !== undefined && <LayerMark {...layer} />}
              <div>
                <MovedQuote workspace={workspace} annotation={annotation} />
                <div className="placement-actions">
                  <Button
                    look="quiet"
                    keys={chord === undefined ? [] : keyCaps(chord)}
                    aria-label={`Confirm ${layer?.name.toLowerCase() ?? 'annotation'}: ${shortQuote(annotation)}`}
                    onClick={() => void confirm(annotation)}
                  >
                    Confirm
                  </Button>
                  <Button look="quiet" onClick={() => onGoTo(annotation)}>
                    Go there
                  </Button>
                </div>
              </div>
            </li>
          )
        })}
      </ul>
      <MoreRows count={moved.length - mostShown} />
    </section>
  )
}

function MovedQuote({ workspace, annotation }: { workspace: Workspace; annotation: Annotation }) {
  const [before, setBefore] = useState<Annotation | null>(null)
  const { id, projectId, revision } = annotation
  useEffect(() => {
    let isCurrent = true
    void loadPlaceBefore(workspace.database, projectId, id, revision).then(found => {
      if (isCurrent && found.ok) setBefore(found.value)
    })
    return () => {
      isCurrent = false
    }
  }, [workspace, projectId, id, revision])
  const now = quoteOf(annotation)
  return <QuotePair before={before === null ? now : quoteOf(before)} now={now} />
}
