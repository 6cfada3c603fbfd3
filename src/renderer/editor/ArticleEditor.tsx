import { useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import type { SnapMode } from '../../core/anchoring/snap-selection'
import type { AnnotationIndex } from '../../core/annotation/annotation-index'
import type { TextRange as CoreTextRange } from '../../core/annotation/spans'
import type { Layer } from '../../core/project/codebook'
import type { Annotation, Revision } from '../../core/project/entities'
import type { AnnotationId } from '../../core/project/ids'
import { ArticleView } from './article-view'
import './article.css'
import { FocusOverlay } from './FocusOverlay'
import { FocusStore } from './focus-store'
import type { TextMarks } from './highlight-ranges'
import { useSelectedPassage } from './selected-passage'

/** UTF-16 offsets into the revision's text, half open. */
export type TextRange = CoreTextRange

export interface ArticleEditorHandle {
  focus(): void
  /** What is selected, on grapheme borders; null when nothing is. */
  selection(): TextRange | null
  caret(): number | null
  select(range: TextRange): void
  clearSelection(): void
  /** Not at all when the passage is in view, at once when it is more than a screen away. */
  scrollTo(range: TextRange): void
  /** Client rects, one per line of text. */
  rectsOf(range: TextRange): DOMRect[]
  blockRect(block: number): DOMRect | null
  visibleBlocks(): { first: number; last: number }
  /** Shortest first. */
  annotationsAt(clientX: number, clientY: number): AnnotationId[]
}

export interface ArticleEditorProps {
  ref?: Ref<ArticleEditorHandle>
  revision: Revision
  /** BCP 47 tag or empty. */
  language: string
  index: AnnotationIndex
  layers: readonly Layer[]
  focusedId: AnnotationId | null
  hoveredId: AnnotationId | null
  /** Annotations that are drawn faintly; stays the same function as long as it answers the same. */
  isDimmed?: ((annotation: Annotation) => boolean) | null
  /** What a search found, and the number of the hit that is looked at. */
  found?: TextMarks['found']
  /** Everything else is shaded. */
  spotlight?: CoreTextRange | null
  /** Passages that have a problem, in text order. */
  problems?: TextMarks['problems']
  scrollContainer: HTMLElement | null
  header?: ReactNode
  /** `rect` is the client rect at the selection's moving end. */
  onSelectionChange(range: TextRange | null, rect: DOMRect | null): void
  /** What selections made with the mouse are widened to; whole words when left out. */
  snapping?: SnapMode
  /** A selection with the mouse is finished. */
  onSelectEnd?(range: TextRange): void
  /** A click without a selection; no ids for a click on nothing. */
  onPick(ids: AnnotationId[], point: { x: number; y: number }): void
  onHover(id: AnnotationId | null): void
  /** The first section and its annotations are painted. */
  onReady?(): void
  /** Places on the screen have changed: filled, resized, scrolled out of what was painted. */
  onLayout?(): void
}

/** The read-only text of one revision with its annotations painted over it: region "Article text". */
export function ArticleEditor(props: ArticleEditorProps) {
  const { ref, revision, language, index, layers, focusedId, hoveredId, scrollContainer, header } = props
  const { isDimmed = null, found = null, spotlight = null, problems = null } = props
  const root = useRef<HTMLDivElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const view = useRef<ArticleView | null>(null)
  const [focusStore] = useState(() => new FocusStore())
  const latest = useRef(props)

  // The view lives as long as the text; what it calls and shows is looked up when it is needed.
  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    if (root.current === null || mount.current === null) return
    const created = new ArticleView(
      {
        root: root.current,
        mount: mount.current,
        revision,
        language,
        focusStore,
        snapping: () => latest.current.snapping ?? 'word',
        onSelectEnd: range => latest.current.onSelectEnd?.(range),
        onSelectionChange: (range, rect) => {
          useSelectedPassage.setState({ passage: range === null ? null : { revisionId: revision.id, range } })
          latest.current.onSelectionChange(range, rect)
        },
        onPick: (ids, point) => latest.current.onPick(ids, point),
        onHover: id => latest.current.onHover(id),
        onReady: () => latest.current.onReady?.(),
        onLayout: () => latest.current.onLayout?.()
      },
      { ...latest.current, isDimmed: null, found: null, spotlight: null, problems: null }
    )
    created.setContainer(latest.current.scrollContainer)
    view.current = created
    return () => {
      view.current = null
      created.destroy()
      if (useSelectedPassage.getState().passage?.revisionId === revision.id)
        useSelectedPassage.setState({ passage: null })
    }
  }, [revision, language, focusStore])

  useLayoutEffect(() => view.current?.setContainer(scrollContainer), [scrollContainer])

  useLayoutEffect(() => {
    view.current?.setMarks({ index, layers, focusedId, hoveredId, isDimmed, found, spotlight, problems })
  }, [index, layers, focusedId, hoveredId, isDimmed, found, spotlight, problems])

  useImperativeHandle(ref, () => handleOf(() => view.current), [])

  return (
    <div className="article" ref={root}>
      {header}
      <div className="article-text" ref={mount} />
      <FocusOverlay store={focusStore} />
    </div>
  )
}

function handleOf(view: () => ArticleView | null): ArticleEditorHandle {
  return {
    focus: () => view()?.dom.focus({ preventScroll: true }),
    selection: () => view()?.selection.read() ?? null,
    caret: () => view()?.selection.focusOffset() ?? null,
    select: range => view()?.select(range),
    clearSelection: () => view()?.clearSelection(),
    scrollTo: range => view()?.scrollTo(range),
    rectsOf: range => view()?.rectsOf(range) ?? [],
    blockRect: block => view()?.blockRect(block) ?? null,
    visibleBlocks: () => view()?.geometry.visibleBlocks() ?? { first: 0, last: 0 },
    annotationsAt: (x, y) => view()?.annotationsAt(x, y) ?? []
  }
}
