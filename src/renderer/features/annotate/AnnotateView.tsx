import { type RefObject, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { AnnotationFilter } from '../../../core/annotation/filter'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { OpenText } from '../../../core/annotation/open-text'
import { extent, type TextRange } from '../../../core/annotation/spans'
import type { Codebook } from '../../../core/project/codebook'
import type { Article } from '../../../core/project/entities'
import type { AnnotationId, ArticleId, ProjectId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useAnnotators } from '../../persistence/queries'
import { useRelations } from '../../persistence/relations'
import type { Workspace } from '../../persistence/workspace'
import { FailureScreen } from '../../ui/FailureScreen'
import { Panes } from '../../ui/Panes'
import { createAnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'
import { ArticleList, outlineOf } from './ArticleList'
import { Inspector } from './inspector/Inspector'
import { focusPaneToggle } from './PaneToggle'
import { Reader } from './Reader'
import { useTagging } from './use-tagging'
import { useRelate } from './relate-store'
import { useRelateKeys } from './Relating'
import { createRelationActions } from './relation-actions'
import { useAnnotateCommands } from './use-annotate-commands'
import { useFiltering } from './use-filtering'
import { useFind } from './use-find'
import { useFocusMode } from './use-focus-mode'
import { useKeptPlace, type KeptPlace } from './use-kept-place'
import { useOpenArticle, type OpenArticle } from './use-open-article'
import { useReaderKeys } from './use-reader-keys'
import { useRegisters } from './use-registers'
import { useArrival, type ArticlePlace } from './use-arrival'
import { useRestore } from './use-restore'
import { useRequestedField } from './use-requested-field'

export interface AnnotateViewProps {
  workspace: Workspace
  projectId: ProjectId
  articleId: ArticleId
  articles: readonly Article[]
  codebook: Codebook
  areSingleKeysOn: boolean
  isListShown: boolean
  isInspectorShown: boolean
  newId(): string
  now(): string
  announce(message: string): void
  notify(message: string, action?: { label: string; run(): void }): void
  undo(): void
  onOpenArticle(id: ArticleId): void
  /** Where to go; told `onArrived` when it is on screen. */
  place: ArticlePlace | null
  onArrived(): void
  filter: AnnotationFilter
  onFilter(filter: AnnotationFilter): void
  /** Passages to be drawn as having a problem. */
  problems: readonly TextRange[] | null
  /** Annotations that the problems panel lists; null before they were looked for. */
  problemIds: ReadonlySet<AnnotationId> | null
  /** Shows an annotation of another article. */
  onReveal(place: ArticlePlace): void
  onHideList(): void
  onCountChange(count: number): void
  /** Told what is on screen, and null when it is no longer. */
  onOpenText(open: OpenText | null): void
}

const noRelations: never[] = []

/** Reading and tagging one article. */
export function AnnotateView(props: AnnotateViewProps) {
  const { workspace, projectId, articleId } = props
  const state = useOpenArticle(workspace, projectId, articleId, props.codebook)
  const kept = useRef<KeptPlace | null>(null)
  useEffect(() => {
    useAnnotateStore.getState().reset()
    useRelate.getState().leave()
  }, [articleId])
  switch (state.status) {
    case 'loading':
      return <div className="reader" role="status" aria-label="Opening the article" />
    case 'failed':
      return <FailureScreen title="The article did not open" message={state.failure.message} />
    case 'open':
      return <OpenView key={state.open.revision.id} {...props} open={state.open} kept={kept} />
  }
}

function OpenView(props: AnnotateViewProps & { open: OpenArticle; kept: RefObject<KeptPlace | null> }) {
  const { workspace, projectId, open, codebook, newId, now, announce, notify, undo, onCountChange } = props
  const { index, revision, latestArticle } = open
  const editor = useRef<ArticleEditorHandle>(null)
  const version = useIndexVersion(open.index)
  const registers = useRegisters(workspace.database, projectId)
  const annotators = useAnnotators(workspace.database, projectId) ?? none
  const actions = useMemo(
    () =>
      createAnnotateActions({
        workspace,
        open: { index, revision, latestArticle },
        codebook,
        newId,
        now,
        announce,
        notify,
        undo
      }),
    // All of these stay for as long as the article is open, so that the queue of actions does too.
    [workspace, index, revision, latestArticle, codebook, newId, now, announce, notify, undo]
  )
  const goTo = useCallback(
    (id: AnnotationId) => {
      const annotation = open.index.get(id)
      if (annotation === undefined) return
      useAnnotateStore.getState().focus(id)
      editor.current?.scrollTo(extent(annotation))
    },
    [open]
  )
  const goToRange = useCallback((range: TextRange) => {
    editor.current?.focus()
    editor.current?.scrollTo(range)
    editor.current?.select({ startUtf16: range.startUtf16, endUtf16: range.startUtf16 })
  }, [])
  const find = useFind(revision, editor)
  const filtering = useFiltering({
    open,
    version,
    codebook,
    registers,
    filter: props.filter,
    problemIds: props.problemIds,
    onFilter: props.onFilter,
    goTo,
    announce,
    editor
  })
  const focusMode = useFocusMode(open, editor, announce)
  useKeptPlace(editor, open, props.kept)
  useArrival({ place: props.place, open, version, editor, goTo, onArrived: props.onArrived })
  const tagging = useTagging({ editor, open, codebook, actions, announce })
  const registry = useAnnotateCommands({ editor, open, codebook, actions, tagging, goTo, announce })
  const relations = useRelations(workspace.database, projectId) ?? noRelations
  const relationActions = useMemo(
    () => createRelationActions({ workspace, newId, announce, notify, undo }),
    [workspace, newId, announce, notify, undo]
  )
  const restore = useRestore(props, registers)
  const onKeyDown = useRelateKeys(useReaderKeys(registry, actions, open, codebook, props.areSingleKeysOn))
  useRequestedField(props.isInspectorShown, () => registry.run('view.toggle-inspector'))
  useEffect(() => {
    // Undo can take the focused annotation away.
    const { focusedId, focus } = useAnnotateStore.getState()
    if (focusedId !== null && open.index.get(focusedId) === undefined) focus(null)
  }, [open, version])
  useEffect(() => onCountChange(open.index.size), [open, version, onCountChange])
  const { onOpenText } = props
  useEffect(() => {
    onOpenText(open)
    return () => onOpenText(null)
  }, [open, onOpenText])
  const outline = useMemo(
    () => (version >= 0 ? outlineOf(open.revision, open.index, codebook) : []),
    [open, codebook, version]
  )
  const context = useMemo(
    () => ({ database: workspace.database, projectId, newId, notify }),
    [workspace, projectId, newId, notify]
  )
  return (
    <Panes
      start={
        props.isListShown && !focusMode.isOn ? (
          <ArticleList
            articles={props.articles}
            current={open.article.id}
            outline={outline}
            onOpen={props.onOpenArticle}
            onHide={() => {
              props.onHideList()
              focusPaneToggle('view.toggle-list')
            }}
            onGoTo={offset => editor.current?.scrollTo({ startUtf16: offset, endUtf16: offset })}
          />
        ) : null
      }
      end={
        props.isInspectorShown && !focusMode.isOn ? (
          <Inspector
            index={open.index}
            version={version}
            codebook={codebook}
            registers={registers}
            context={context}
            actions={actions}
            relations={relations}
            relationActions={relationActions}
            onReveal={props.onReveal}
            onRestore={wanted => void restore(wanted)}
            onGoTo={goTo}
            onLeave={() => editor.current?.focus()}
            onGoToRange={goToRange}
          />
        ) : null
      }
      startName="Articles and outline"
      endName="Inspector"
      startLabel="Resize article list"
      endLabel="Resize inspector"
    >
      <Reader
        editor={editor}
        open={open}
        version={version}
        codebook={codebook}
        registers={registers}
        actions={actions}
        tagging={tagging}
        announce={announce}
        onKeyDown={onKeyDown}
        relations={relations}
        relationActions={relationActions}
        onGoTo={goTo}
        find={find}
        filtering={filtering}
        spotlight={focusMode.spotlight}
        problems={props.problems}
        annotators={annotators}
      />
    </Panes>
  )
}

const none: never[] = []

function useIndexVersion(index: AnnotationIndex): number {
  return useSyncExternalStore(
    useCallback(listener => index.subscribe(listener), [index]),
    () => index.version
  )
}
