import { useEffect, useMemo, useRef, useState } from 'react'
import { diffText } from '../../../core/anchoring/diff-text'
import { AnnotationIndex } from '../../../core/annotation/annotation-index'
import { extent, quoteOf } from '../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import type { Annotation, Article, Revision } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { fail, type Result } from '../../../core/result'
import { ArticleEditor, type ArticleEditorHandle } from '../../editor/ArticleEditor'
import { loadRevisionAnnotations, loadRevisions } from '../../persistence/load-revisions'
import type { Workspace } from '../../persistence/workspace'
import { Dialog } from '../../ui/Dialog'
import { LayerMark } from '../../ui/LayerMark'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { DifferenceView } from './DifferenceView'
import './revisions.css'

interface RevisionDialogProps {
  workspace: Workspace
  article: Article
  /** Which revision. */
  number: number
  /** Where to begin. */
  annotationId: AnnotationId | null
  codebook: Codebook
  onClose(): void
}

interface OldRevision {
  revision: Revision
  next: Revision
  annotations: readonly Annotation[]
}

const shownParts = [
  { id: 'text', name: 'Text' },
  { id: 'changes', name: 'What was changed next' }
] as const

/** An older revision of a text, to be read: with the annotations it had, and with what was changed in it. */
export function RevisionDialog(props: RevisionDialogProps) {
  const { article, number, annotationId, codebook, onClose } = props
  const loaded = useOldRevision(props)
  const [shown, setShown] = useState<string>('text')
  return (
    <Dialog title={`Revision ${number} of “${article.title}”`} className="revision-dialog" onClose={onClose}>
      <div className="revision-head">
        <SegmentedControl label="Show" options={shownParts} value={shown} onChange={setShown} />
        <p>Read-only. The article is annotated on revision {article.revision}.</p>
      </div>
      {loaded === null && <p role="status">Opening revision {number}…</p>}
      {loaded?.ok === false && <p role="alert">{loaded.error.message}</p>}
      {loaded?.ok === true &&
        (shown === 'text' ? (
          <OldText {...loaded.value} startAt={annotationId} language={article.language} codebook={codebook} />
        ) : (
          <OldChanges {...loaded.value} />
        ))}
    </Dialog>
  )
}

function OldText(
  props: OldRevision & { startAt: AnnotationId | null; language: string; codebook: Codebook }
) {
  const { revision, annotations, startAt, language, codebook } = props
  const editor = useRef<ArticleEditorHandle>(null)
  const [scroll, setScroll] = useState<HTMLElement | null>(null)
  const [focusedId, setFocusedId] = useState(startAt)
  const [hoveredId, setHoveredId] = useState<AnnotationId | null>(null)
  const index = useMemo(() => new AnnotationIndex(revision.blocks, annotations), [revision, annotations])
  const focused = focusedId === null ? undefined : index.get(focusedId)
  const goToStart = () => {
    const start = startAt === null ? undefined : index.get(startAt)
    if (start !== undefined) editor.current?.scrollTo(extent(start))
  }
  return (
    <>
      <div className="revision-text" ref={setScroll}>
        <ArticleEditor
          ref={editor}
          revision={revision}
          language={language}
          index={index}
          layers={codebook.layers}
          focusedId={focusedId}
          hoveredId={hoveredId}
          scrollContainer={scroll}
          onSelectionChange={() => undefined}
          onPick={ids => setFocusedId(ids[0] ?? null)}
          onHover={setHoveredId}
          onReady={goToStart}
        />
      </div>
      <div className="revision-foot" role="status">
        {focused === undefined ? (
          <p className="revisions-quiet">{annotationsInWords(annotations.length)}</p>
        ) : (
          <Told annotation={focused} codebook={codebook} />
        )}
      </div>
    </>
  )
}

function Told({ annotation, codebook }: { annotation: Annotation; codebook: Codebook }) {
  const layer = findLayer(codebook, annotation.layer)
  return (
    <p>
      {layer !== undefined && <LayerMark {...layer} />}
      <b>{layer?.name ?? annotation.layer}</b> <q>{quoteOf(annotation)}</q>
    </p>
  )
}

function annotationsInWords(count: number): string {
  if (count === 0) return 'No annotations of this revision are in the history of this project.'
  const many = count === 1 ? '1 annotation' : `${count.toLocaleString('en')} annotations`
  return `${many} on this revision. Choose one in the text to read which it is.`
}

function OldChanges({ revision, next }: OldRevision) {
  const parts = useMemo(() => diffText(revision.text, next.text), [revision, next])
  return (
    <div className="revision-changes" tabIndex={0} role="region" aria-label="What was changed next">
      <p className="revisions-quiet">
        From revision {revision.number} to revision {next.number}.
      </p>
      <DifferenceView parts={parts} />
    </div>
  )
}

function useOldRevision({ workspace, article, number }: RevisionDialogProps): Result<OldRevision> | null {
  const [loaded, setLoaded] = useState<Result<OldRevision> | null>(null)
  const { id, projectId } = article
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<Result<OldRevision>> => {
      const revisions = await loadRevisions(workspace.database, projectId, id)
      if (!revisions.ok) return revisions
      const at = revisions.value.findIndex(revision => revision.number === number)
      const [revision, next] = [revisions.value[at], revisions.value[at + 1]]
      if (revision === undefined || next === undefined)
        return fail('no-such-revision', 'This revision does not exist any more.')
      const annotations = await loadRevisionAnnotations(workspace.database, revision, next)
      return annotations.ok
        ? { ok: true, value: { revision, next, annotations: annotations.value } }
        : annotations
    }
    void load().then(result => {
      if (isCurrent) setLoaded(result)
    })
    return () => {
      isCurrent = false
    }
  }, [workspace, projectId, id, number])
  return loaded
}
