import { useEffect, useState, type KeyboardEvent } from 'react'
import { deleteAnnotation } from '../../../core/annotation/edits'
import type { OpenText } from '../../../core/annotation/open-text'
import { extent } from '../../../core/annotation/spans'
import { findLayer } from '../../../core/project/codebook'
import type { Annotation, Revision } from '../../../core/project/entities'
import { keyCaps } from '../../commands/keymap'
import { useSelectedPassage } from '../../editor/selected-passage'
import { loadRelationsOf } from '../../persistence/load-relations'
import { loadRevisions } from '../../persistence/load-revisions'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { LayerMark } from '../../ui/LayerMark'
import { notify } from '../../ui/Toast'
import { placeOrphan } from './place-orphan'
import { focusNeighbour, MoreRows, shortQuote } from './placement-rows'
import type { RevisionsPanelProps } from './revisions-panel-props'
import { useRevisions } from './revisions-store'

const mostShown = 100

/** Annotations whose passage went: kept with their words, to be placed again or deleted. */
export function OrphanList(props: RevisionsPanelProps & { openText: OpenText }) {
  const { workspace, codebook, openText, registry, undo } = props
  const chord = registry.printedChord('annotate.place-orphan')
  const orphans = useRevisions(state => state.orphans)
  const chosen = useRevisions(state => state.orphanId) ?? orphans[0]?.id
  const hasPassage = useSelectedPassage(state => state.passage?.revisionId === openText.revision.id)
  const texts = useTexts(workspace, openText, orphans.length > 0)
  const place = (orphan: Annotation) => {
    useRevisions.setState({ orphanId: orphan.id })
    void placeOrphan(props)
  }
  const remove = async (orphan: Annotation) => {
    const layer = findLayer(codebook, orphan.layer)
    const relations = await loadRelationsOf(workspace.database, orphan.projectId, orphan.id)
    const stored = await workspace.perform(deleteAnnotation(orphan, layer, relations))
    if (!stored.ok) return notify(stored.error.message)
    notify(`${layer?.name ?? 'Annotation'} deleted.`, { label: 'Undo', run: undo })
  }
  return (
    <section aria-labelledby="orphans-heading">
      <header>
        <h3 id="orphans-heading">
          Orphaned{orphans.length > 0 && ` (${orphans.length.toLocaleString('en')})`}
        </h3>
      </header>
      <p className="revisions-quiet">
        {orphans.length === 0
          ? 'Annotations whose passage was deleted are kept here.'
          : 'Select a passage in the article, then place an annotation there.'}
      </p>
      <ul className="placement-list" aria-label="Orphaned">
        {orphans.slice(0, mostShown).map(orphan => {
          const layer = findLayer(codebook, orphan.layer)
          const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
            if (registry.commandForKey(event) !== 'annotate.place-orphan' || !hasPassage) return
            event.preventDefault()
            focusNeighbour(event.currentTarget)
            place(orphan)
          }
          return (
            <li
              key={orphan.id}
              data-chosen={orphan.id === chosen}
              onKeyDown={onKeyDown}
              onFocus={() => useRevisions.setState({ orphanId: orphan.id })}
            >
              {layer !== undefined && <LayerMark {...layer} />}
              <div>
                <QuoteInText annotation={orphan} text={texts.get(orphan.revision)?.text} />
                <div className="placement-actions">
                  <Button
                    look="quiet"
                    keys={chord === undefined ? [] : keyCaps(chord)}
                    disabled={!hasPassage}
                    aria-label={`Place at selection: ${shortQuote(orphan)}`}
                    // The selection in the article stays what it is.
                    onMouseDown={event => event.preventDefault()}
                    onClick={() => place(orphan)}
                  >
                    Place at selection
                  </Button>
                  <Button
                    look="quiet"
                    onClick={() =>
                      useRevisions.setState({ reading: { number: orphan.revision, annotationId: orphan.id } })
                    }
                    aria-label={`Show in revision ${orphan.revision}`}
                  >
                    Show in revision {orphan.revision}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={`Delete: ${shortQuote(orphan)}`}
                    onClick={() => void remove(orphan)}
                  >
                    Delete
                  </Button>
                </div>
              </div>
            </li>
          )
        })}
      </ul>
      <MoreRows count={orphans.length - mostShown} />
    </section>
  )
}

const contextUtf16 = 60

function QuoteInText({ annotation, text = '' }: { annotation: Annotation; text: string | undefined }) {
  const { startUtf16, endUtf16 } = extent(annotation)
  const lead = text.slice(Math.max(0, startUtf16 - contextUtf16), startUtf16).replace(/^\S*\s|^[^]*\n/u, '')
  const tail = text.slice(endUtf16, endUtf16 + contextUtf16).replace(/\s\S*$/u, '')
  return (
    <blockquote className="quote-pair">
      <span className="quiet">{lead}</span>
      {text === '' ? shortQuote(annotation) : text.slice(startUtf16, endUtf16)}
      <span className="quiet">{tail}</span>
    </blockquote>
  )
}

/** The texts of the article's revisions by number; nothing is read while nothing is orphaned. */
function useTexts(workspace: Workspace, { article }: OpenText, isWanted: boolean) {
  const [texts, setTexts] = useState<ReadonlyMap<number, Revision>>(new Map())
  const { id, projectId, revision } = article
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    void loadRevisions(workspace.database, projectId, id).then(loaded => {
      if (isCurrent && loaded.ok) setTexts(new Map(loaded.value.map(row => [row.number, row])))
    })
    return () => {
      isCurrent = false
    }
  }, [workspace, projectId, id, revision, isWanted])
  return texts
}
