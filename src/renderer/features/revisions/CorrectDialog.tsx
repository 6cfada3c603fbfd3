import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ChangedPassage } from '../../../core/anchoring/changed-passages'
import type { Codebook } from '../../../core/project/codebook'
import { useSelectedPassage } from '../../editor/selected-passage'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProgressBar } from '../../ui/ProgressBar'
import { CarriedList } from './CarriedList'
import type { Comparison } from './compare-draft'
import { DifferenceView } from './DifferenceView'
import { showInTextarea } from './show-in-textarea'
import { useRevisions, type Draft } from './revisions-store'
import { useComparison, type ComparisonState } from './use-comparison'
import './revisions.css'

interface CorrectDialogProps {
  draft: Draft
  workspace: Workspace
  codebook: Codebook
  /** Answers what went wrong, or nothing. */
  onSave(draft: Draft, comparison: Comparison): Promise<string | undefined>
}

/** The text of an article to be edited, with what saving it would change beside it. */
export function CorrectDialog({ draft, workspace, codebook, onSave }: CorrectDialogProps) {
  const { article, revision, source } = draft
  const { state, compareNow } = useComparison(workspace, draft)
  const [isAsking, setIsAsking] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const textarea = useRef<HTMLTextAreaElement>(null)
  const isChanged = draft.text !== revision.text
  useInitialPlace(textarea, draft)

  const discard = () => useRevisions.setState({ draft: null })
  const close = () => (isChanged ? setIsAsking(true) : discard())
  const save = async () => {
    setIsSaving(true)
    const isCompared = state.status === 'ready' && state.text === draft.text
    const result = isCompared ? { ok: true as const, value: state.comparison } : await compareNow(draft.text)
    if (result?.ok === true && result.value.corrected.text !== revision.text)
      setFailure(await onSave(draft, result.value))
    setIsSaving(false)
  }
  const goTo = ({ startAfter, endAfter }: ChangedPassage) => {
    if (textarea.current !== null) showInTextarea(textarea.current, startAfter, endAfter)
  }
  const footer = (
    <>
      <p className="correct-note">
        Saving makes revision {revision.number + 1}. Revision {revision.number} is kept and can be opened
        again.
      </p>
      <span className="grow" />
      <Button onClick={close}>Cancel</Button>
      <Button
        look="primary"
        disabled={!isChanged || isSaving || state.status === 'refused'}
        onClick={() => void save()}
      >
        Save
      </Button>
    </>
  )
  return (
    <Dialog
      title={source === null ? 'Correct text' : `Replace text from ${source.fileName}`}
      className="correct-dialog"
      onClose={close}
      footer={footer}
    >
      <div className="correct-columns">
        <label className="correct-text">
          <span>{article.title}</span>
          <textarea
            ref={textarea}
            aria-label="Text"
            lang={article.language}
            spellCheck={false}
            value={draft.text}
            onChange={event => {
              useRevisions.setState({ draft: { ...draft, text: event.target.value } })
              setFailure(undefined)
            }}
          />
        </label>
        <div className="correct-review" tabIndex={0} role="region" aria-label="What changes">
          {failure !== undefined && <p role="alert">{failure}</p>}
          <Review state={state} codebook={codebook} onGoTo={goTo} />
        </div>
      </div>
      {isAsking && <AskDiscard onKeep={() => setIsAsking(false)} onDiscard={discard} />}
    </Dialog>
  )
}

interface ReviewProps {
  state: ComparisonState
  codebook: Codebook
  onGoTo(passage: ChangedPassage): void
}

function Review({ state, codebook, onGoTo }: ReviewProps) {
  switch (state.status) {
    case 'same':
      return (
        <p className="revisions-quiet">
          Change the text on the left. What changes, and what becomes of the annotations, is shown here before
          anything is saved.
        </p>
      )
    case 'waiting':
      return null
    case 'refused':
      return <p role="alert">{state.message}</p>
    case 'working':
      return <ProgressBar label="Finding the annotations again" done={state.done} total={state.total} />
    case 'ready': {
      const { carried, parts } = state.comparison
      if (parts.every(part => part.kind === 'equal'))
        return <p className="revisions-quiet">Only blank lines were changed, which makes no other text.</p>
      return (
        <>
          <CarriedList carried={carried} codebook={codebook} />
          <section aria-label="Changes to the text">
            <h3>Changes</h3>
            <DifferenceView parts={parts} onGoTo={onGoTo} />
          </section>
        </>
      )
    }
  }
}

function AskDiscard({ onKeep, onDiscard }: { onKeep(): void; onDiscard(): void }) {
  const footer = (
    <>
      <Button onClick={onDiscard}>Discard</Button>
      <Button look="primary" onClick={onKeep}>
        Keep editing
      </Button>
    </>
  )
  return (
    <Dialog title="Discard the corrections?" onClose={onKeep} footer={footer}>
      <p>The text was changed here and is not saved yet.</p>
    </Dialog>
  )
}

/** Begins at what is selected in the article, else at the top: a textarea would begin at its end. */
function useInitialPlace(textarea: RefObject<HTMLTextAreaElement | null>, { revision }: Draft): void {
  useEffect(() => {
    const { passage } = useSelectedPassage.getState()
    const range = passage?.revisionId === revision.id ? passage.range : { startUtf16: 0, endUtf16: 0 }
    if (textarea.current !== null) showInTextarea(textarea.current, range.startUtf16, range.endUtf16)
  }, [textarea, revision])
}
