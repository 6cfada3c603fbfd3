import { ListFilter, PanelLeft, PanelRight, Search } from 'lucide-react'
import { useCallback, useMemo, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { findLayer, shownLayers, type Codebook } from '../../../core/project/codebook'
import { extent, type TextRange } from '../../../core/annotation/spans'
import type { Annotation, Annotator, Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { hasHeadline } from '../../editor/article-document'
import { ArticleEditor, type ArticleEditorHandle } from '../../editor/ArticleEditor'
import { LayerMark } from '../../ui/LayerMark'
import { MenuList } from '../../ui/Menu'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore, type Anchor } from './annotate-store'
import { ArticleHeader } from './ArticleHeader'
import { annotationMenuItems } from './annotation-menu'
import { FilterBar } from './FilterBar'
import { FindBar } from './FindBar'
import { HandState } from './HandState'
import { useHandStore } from './hand-store'
import { MarginCards } from './MarginCards'
import { OverlapPicker } from './OverlapPicker'
import { PaneToggle } from './PaneToggle'
import { ReaderTool } from './ReaderTool'
import { ScrolledRuler } from './ScrolledRuler'
import { useRelate } from './relate-store'
import { chooseCandidate, Relating } from './Relating'
import type { RelationActions } from './relation-actions'
import type { Filtering } from './use-filtering'
import type { Find } from './use-find'
import { RolePicker } from './RolePicker'
import { SelectionToolbar } from './SelectionToolbar'
import type { Tagging } from './use-tagging'
import { useFollowingToolbar } from './use-following-toolbar'
import { dragPassage, usePassageDrop } from './use-passage-drop'
import type { OpenArticle } from './use-open-article'
import type { ProjectRegisters } from './use-registers'
import './reader.css'

interface ReaderProps {
  editor: RefObject<ArticleEditorHandle | null>
  open: OpenArticle
  /** Grows with each change of the index. */
  version: number
  codebook: Codebook
  registers: ProjectRegisters
  actions: AnnotateActions
  tagging: Tagging
  /** Of the project. */
  relations: readonly Relation[]
  relationActions: RelationActions
  announce(message: string): void
  onKeyDown(event: KeyboardEvent): void
  onGoTo(id: AnnotationId): void
  find: Find
  filtering: Filtering
  /** What focus mode leaves unshaded. */
  spotlight: TextRange | null
  /** Passages to be drawn as having a problem. */
  problems: readonly TextRange[] | null
  annotators: readonly Annotator[]
}

/** The article with its margin cards, overview ruler, selection toolbar and overlap picker. */
export function Reader(props: ReaderProps) {
  const { editor, open, version, codebook, registers, actions, tagging, onKeyDown, onGoTo } = props
  const { find, filtering, spotlight } = props
  const { revision, index } = open
  const [scroll, setScroll] = useState<HTMLElement | null>(null)
  const [sheet, setSheet] = useState<HTMLElement | null>(null)
  const [geometry, setGeometry] = useState(0)
  const { focusedId, hoveredId, selection, picker, focus, hover, setSelection, setPicker } =
    useAnnotateStore()
  const [menu, setMenu] = useState<{ id: AnnotationId; at: { x: number; y: number } } | null>(null)
  const measureAgain = useCallback(() => setGeometry(count => count + 1), [])
  const onPick = useCallback(
    (ids: AnnotationId[], point: { x: number; y: number }) => {
      const first = ids[0]
      // A click beside everything, while another annotation is looked for, does not lose the one it began at.
      if (first === undefined && useRelate.getState().from !== null) return
      focus(first ?? null)
      if (ids.length === 1) chooseCandidate()
      setPicker(
        ids.length > 1 ? { ids, anchor: { x: point.x, top: point.y - 12, bottom: point.y + 12 } } : null
      )
    },
    [focus, setPicker]
  )
  const onOpenCard = useCallback(
    (id: AnnotationId) => {
      onGoTo(id)
      chooseCandidate()
    },
    [onGoTo]
  )
  const onContextMenu = (event: MouseEvent) => {
    // Selected text keeps the desktop's own menu, to be copied.
    const id = selection === null ? editor.current?.annotationsAt(event.clientX, event.clientY)[0] : undefined
    if (id === undefined) return
    event.preventDefault()
    focus(id)
    setPicker(null)
    setMenu({ id, at: { x: event.clientX, y: event.clientY } })
  }
  const focused = focusedId === null ? undefined : index.get(focusedId)
  const menuFor = menu === null ? undefined : index.get(menu.id)
  const onSelectionChange = useCallback(
    (range: { startUtf16: number; endUtf16: number } | null, rect: DOMRect | null) =>
      setSelection(range === null || rect === null ? null : { range, anchor: anchorOf(rect) }),
    [setSelection]
  )
  const snapping = useHandStore(state => state.snapping)
  const onSelectEnd = useCallback(
    (range: TextRange) => {
      const layer = tagging.stickyLayer()
      if (layer !== undefined) tagging.tagOver(layer, range)
    },
    [tagging]
  )
  const drop = usePassageDrop(editor, actions, props.announce)
  useFollowingToolbar(editor, scroll)
  const closePicker = useCallback(() => setPicker(null), [setPicker])
  const isFilteredOut = filtering.isDimmed
  const isDimmed = useMemo(() => {
    if (spotlight === null) return isFilteredOut
    return (annotation: Annotation) =>
      isFilteredOut?.(annotation) === true || !overlaps(extent(annotation), spotlight)
  }, [isFilteredOut, spotlight])
  const header = useMemo(
    () => <ArticleHeader article={open.article} isTitleInText={hasHeadline(revision)} />,
    [open.article, revision]
  )
  return (
    <main className="reader" aria-label="Article" data-pane="reader">
      <div className="reader-tools">
        <PaneToggle command="view.toggle-list" icon={PanelLeft} />
        <LayerCounts codebook={codebook} counts={index.countByLayer()} />
        <span className="grow" />
        <ReaderTool command="edit.find" icon={Search} isPressed={find.isOpen} />
        <ReaderTool
          command="view.filter"
          icon={ListFilter}
          isPressed={filtering.isShown}
          count={filtering.conditionCount}
        />
        <HandState codebook={codebook} />
        <PaneToggle command="view.toggle-inspector" icon={PanelRight} />
      </div>
      <div className="reading-bars">
        {filtering.isShown && (
          <FilterBar
            filter={filtering.filter}
            codebook={codebook}
            registers={registers}
            annotators={props.annotators}
            matchingCount={filtering.matching?.size ?? null}
            totalCount={index.size}
            isWalkingMatches={filtering.isWalkingMatches}
            onChange={filtering.setFilter}
            onWalkMatches={filtering.walkMatches}
            onClose={filtering.hide}
          />
        )}
        {find.isOpen && <FindBar find={find} />}
      </div>
      <div className="reader-scroll" ref={setScroll}>
        <div
          className="reader-sheet"
          ref={setSheet}
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
          {...drop}
        >
          <ArticleEditor
            key={revision.id}
            ref={editor}
            revision={revision}
            language={open.article.language}
            index={index}
            layers={codebook.layers}
            focusedId={focusedId}
            hoveredId={hoveredId}
            isDimmed={isDimmed}
            found={find.found}
            spotlight={spotlight}
            problems={props.problems}
            scrollContainer={scroll}
            header={header}
            onSelectionChange={onSelectionChange}
            snapping={snapping}
            onSelectEnd={onSelectEnd}
            onPick={onPick}
            onHover={hover}
            onReady={measureAgain}
            onLayout={measureAgain}
          />
          <MarginCards
            editor={editor}
            sheet={sheet}
            index={index}
            layoutVersion={geometry + version}
            codebook={codebook}
            registers={registers}
            isDimmed={filtering.isDimmed}
            onKeyDown={onKeyDown}
            relations={props.relations}
            scroll={scroll}
            onOpen={onOpenCard}
          />
        </div>
      </div>
      <ScrolledRuler
        editor={editor}
        scroll={scroll}
        open={open}
        geometry={geometry}
        codebook={codebook}
        matching={filtering.matching}
        found={find.found}
      />
      <Relating
        editor={editor}
        open={open}
        codebook={codebook}
        registers={registers}
        actions={props.relationActions}
        announce={props.announce}
      />
      {selection !== null && scroll !== null && (
        <SelectionToolbar
          codebook={codebook}
          layers={tagging.layers}
          focusedLayer={focused === undefined ? undefined : findLayer(codebook, focused.layer)}
          anchor={selection.anchor}
          bounds={scroll.getBoundingClientRect()}
          onTag={layer => tagging.tagOver(layer, selection.range)}
          onDrag={event => {
            const { startUtf16, endUtf16 } = selection.range
            dragPassage(event, selection.range, revision.text.slice(startUtf16, endUtf16))
          }}
          onAddSpan={role => {
            if (focusedId === null) return
            const { endUtf16 } = selection.range
            actions.addSpan(focusedId, role, selection.range)
            editor.current?.select({ startUtf16: endUtf16, endUtf16 })
            setSelection(null)
          }}
        />
      )}
      <RolePicker
        layer={focused && findLayer(codebook, focused.layer)}
        onMark={(role, range) => focusedId !== null && actions.addSpan(focusedId, role, range)}
      />
      {picker !== null && (
        <OverlapPicker
          ids={picker.ids}
          anchor={picker.anchor}
          index={index}
          codebook={codebook}
          registers={registers}
          onClose={closePicker}
        />
      )}
      {menu !== null && menuFor !== undefined && (
        <MenuList
          label="Actions for this annotation"
          items={annotationMenuItems(menuFor, codebook, actions)}
          at={menu.at}
          onClose={() => setMenu(null)}
        />
      )}
    </main>
  )
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.startUtf16 < b.endUtf16 && b.startUtf16 < a.endUtf16
}

function anchorOf(rect: DOMRect): Anchor {
  return { x: rect.right, top: rect.top, bottom: rect.bottom }
}

function LayerCounts({ codebook, counts }: { codebook: Codebook; counts: ReadonlyMap<string, number> }) {
  return (
    <ul className="layer-counts" aria-label="Layers">
      {shownLayers(codebook, counts).map(layer => (
        <li key={layer.id}>
          <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
          <span className="layer-counts-name">{layer.pluralName}</span> <em>{counts.get(layer.id) ?? 0}</em>
        </li>
      ))}
    </ul>
  )
}
