import type { Editor } from '@tiptap/core'
import type { SnapMode } from '../../core/anchoring/snap-selection'
import type { AnnotationIndex } from '../../core/annotation/annotation-index'
import type { TextRange } from '../../core/annotation/spans'
import type { Layer } from '../../core/project/codebook'
import type { Annotation, Revision } from '../../core/project/entities'
import type { AnnotationId } from '../../core/project/ids'
import { ArticleDocument, shownBlocks } from './article-document'
import { ArticleFiller } from './article-filler'
import { ArticlePointer } from './article-pointer'
import { blocksPerSection } from './article-schema'
import { bandAround, type BlockBand } from './block-band'
import { BlockGeometry } from './block-geometry'
import { copyFrom } from './copy-text'
import { focusShapes } from './focus-shapes'
import type { FocusStore } from './focus-store'
import { HighlightPainter } from './highlight-painter'
import { RangeHighlights, type TextMarks } from './highlight-ranges'
import { HighlightStyles, layerLineColour } from './highlight-styles'
import { annotationsAt } from './hit-test'
import { KeyboardCaret } from './keyboard-caret'
import { DomPositions, PositionMap } from './position-map'
import { createTextEditor } from './text-editor'
import { TextSelection } from './text-selection'

export interface ArticleViewOptions {
  /** The positioned box that holds header, text and overlays. */
  root: HTMLElement
  /** Where the text goes. */
  mount: HTMLElement
  revision: Revision
  language: string
  focusStore: FocusStore
  snapping(): SnapMode
  onSelectionChange(range: TextRange | null, rect: DOMRect | null): void
  /** A selection with the mouse is finished, and told already. */
  onSelectEnd(range: TextRange): void
  onPick(ids: AnnotationId[], point: { x: number; y: number }): void
  onHover(id: AnnotationId | null): void
  onReady(): void
  onLayout(): void
}

/** What changes while the same text is shown. */
export interface ArticleMarks extends TextMarks {
  index: AnnotationIndex
  layers: readonly Layer[]
  focusedId: AnnotationId | null
  hoveredId: AnnotationId | null
  /** Annotations that are drawn faintly; null when none are. */
  isDimmed: ((annotation: Annotation) => boolean) | null
}

/** What the next frame has to do. */
interface Due {
  layoutChanged: boolean
  marksChanged: boolean
  scrolled: boolean
}

const nothingDue: Due = { layoutChanged: false, marksChanged: false, scrolled: false }

/**
 * One revision's text on the screen and everything painted over it. It listens to the index by itself, so
 * that a new annotation costs no rendering of the text.
 */
export class ArticleView {
  readonly selection: TextSelection
  readonly geometry: BlockGeometry
  readonly #positions: DomPositions
  readonly #options: ArticleViewOptions
  readonly #editor: Editor
  readonly #document: ArticleDocument
  readonly #filler: ArticleFiller
  readonly #painter: HighlightPainter
  readonly #ranges: RangeHighlights
  readonly #styles: HighlightStyles
  readonly #pointer: ArticlePointer
  readonly #caret: KeyboardCaret
  readonly #abort = new AbortController()
  readonly #resizes: ResizeObserver
  #filledSections = 1
  #marks: ArticleMarks
  #band: BlockBand = { first: 0, last: -1 }
  #container: HTMLElement | null = null
  #stopScroll: AbortController | null = null
  #unsubscribe: () => void
  #frame = 0
  #due = nothingDue
  #reported: TextRange | null = null

  constructor(options: ArticleViewOptions, marks: ArticleMarks) {
    this.#options = options
    this.#marks = marks
    this.#document = new ArticleDocument(options.revision)
    this.#editor = createTextEditor(options.mount, options.language, this.#document.section(0))
    this.#positions = new DomPositions(this.#editor.view, new PositionMap(shownBlocks(options.revision)))
    this.#sizeSections(0, 1)
    this.selection = new TextSelection(this.#positions, options.revision.text)
    this.geometry = new BlockGeometry(this.#positions, () => this.#filledBlocks)
    this.#painter = new HighlightPainter(this.#positions)
    this.#ranges = new RangeHighlights(this.#positions)
    this.#styles = new HighlightStyles(document)
    this.#styles.setLayers(marks.layers)
    this.#caret = this.#createCaret()
    this.#pointer = new ArticlePointer({
      dom: this.dom,
      selection: this.selection,
      language: options.language,
      annotationsAt: (x, y) => this.annotationsAt(x, y),
      snapping: () => options.snapping(),
      onRelease: hasSelected => {
        this.reportSelection()
        const range = hasSelected ? this.selection.read() : null
        if (range !== null) options.onSelectEnd(range)
      },
      onPick: (ids, point) => options.onPick(ids, point),
      onHover: id => options.onHover(id)
    })
    this.#filler = this.#createFiller()
    this.#unsubscribe = marks.index.subscribe(() => this.#schedule({ marksChanged: true }))
    this.#resizes = new ResizeObserver(() => this.#schedule({ layoutChanged: true }))
    this.#resizes.observe(options.root)
    this.#listen()
    this.#open()
  }

  get dom(): HTMLElement {
    return this.#editor.view.dom
  }

  setContainer(container: HTMLElement | null): void {
    this.#container = container
    this.geometry.setContainer(container)
    this.#stopScroll?.abort()
    this.#stopScroll = new AbortController()
    const target = container ?? window
    target.addEventListener('scroll', () => this.#schedule({ scrolled: true }), {
      passive: true,
      signal: this.#stopScroll.signal
    })
    this.#paint()
  }

  setMarks(marks: ArticleMarks): void {
    const old = this.#marks
    this.#marks = marks
    if (marks.layers !== old.layers) this.#styles.setLayers(marks.layers)
    if (marks.index !== old.index) {
      this.#unsubscribe()
      this.#unsubscribe = marks.index.subscribe(() => this.#schedule({ marksChanged: true }))
    }
    this.#schedule({ marksChanged: true })
  }

  annotationsAt(clientX: number, clientY: number): AnnotationId[] {
    return annotationsAt(this.#positions, this.#marks.index, clientX, clientY)
  }

  select(range: TextRange): void {
    this.#fillTo(range.endUtf16)
    this.selection.set(range)
    this.reportSelection()
  }

  clearSelection(): void {
    this.selection.collapse()
    this.reportSelection()
  }

  scrollTo(range: TextRange): void {
    this.#fillTo(range.endUtf16)
    this.geometry.scrollTo(range)
    this.#schedule({ scrolled: true })
  }

  rectsOf(range: TextRange): DOMRect[] {
    this.#fillTo(range.endUtf16)
    return this.#positions.rects(range)
  }

  blockRect(block: number): DOMRect | null {
    return this.#positions.blockElement(block)?.getBoundingClientRect() ?? null
  }

  /** Tells the selection to whoever listens, unless it is the one told last. */
  reportSelection(): void {
    if (this.#pointer.isSelecting) return
    const range = this.selection.read()
    const old = this.#reported
    if (range?.startUtf16 === old?.startUtf16 && range?.endUtf16 === old?.endUtf16) return
    this.#reported = range
    this.#options.onSelectionChange(range, range && this.selection.focusRect())
  }

  destroy(): void {
    this.#abort.abort()
    this.#stopScroll?.abort()
    cancelAnimationFrame(this.#frame)
    this.#filler.cancel()
    this.#unsubscribe()
    this.#resizes.disconnect()
    this.#pointer.destroy()
    this.#caret.destroy()
    this.geometry.destroy()
    this.#painter.clear()
    this.#ranges.clear()
    this.#styles.destroy()
    this.#options.focusStore.set(null)
    this.#editor.destroy()
  }

  get #filledBlocks(): number {
    return Math.min(this.#filledSections * blocksPerSection, this.#positions.map.blocks.length)
  }

  #open(): void {
    this.#paint()
    requestAnimationFrame(() => {
      if (this.#abort.signal.aborted) return
      this.#options.onReady()
      this.#filler.start()
    })
  }

  #createFiller(): ArticleFiller {
    return new ArticleFiller({
      sectionCount: this.#document.sectionCount,
      filled: 1,
      append: section => {
        const { state, view } = this.#editor
        const node = state.schema.nodeFromJSON(this.#document.section(section))
        view.dispatch(state.tr.insert(state.doc.content.size, node))
      },
      onSlice: filled => {
        this.#sizeSections(this.#filledSections, filled)
        this.#filledSections = filled
        this.#schedule({ scrolled: true })
      },
      onComplete: () => this.#schedule({ layoutChanged: true })
    })
  }

  #createCaret(): KeyboardCaret {
    return new KeyboardCaret({
      positions: this.#positions,
      selection: this.selection,
      root: this.#options.root,
      viewport: () => this.geometry.viewport(),
      scrollBy: top => (this.#container ?? document.scrollingElement)?.scrollBy({ top, behavior: 'instant' }),
      firstVisibleBlock: () => this.geometry.visibleBlocks().first,
      language: this.#options.language,
      fillTo: utf16 => this.#fillTo(utf16),
      fillAll: () => this.#filler.fillThrough(this.#document.sectionCount - 1)
    })
  }

  #listen(): void {
    const { signal } = this.#abort
    document.addEventListener(
      'selectionchange',
      () => {
        this.reportSelection()
        this.#caret.refresh()
      },
      { signal }
    )
    copyFrom(this.dom, this.selection, this.#options.revision.text, signal)
  }

  #fillTo(utf16: number): void {
    this.#filler.fillThrough(Math.floor(this.#positions.map.locate(utf16).block / blocksPerSection))
  }

  #sizeSections(from: number, to: number): void {
    for (let section = from; section < to; section++) {
      const height = this.#document.estimateHeightPx(section)
      this.#positions
        .sectionElement(section)
        ?.style.setProperty('contain-intrinsic-block-size', `auto ${height}px`)
    }
  }

  /**
   * Once a frame: paints what has changed and where the viewport has left the band, and says when places have
   * moved. A tag and its focus come as two changes and are painted as one.
   */
  #schedule(due: Partial<Due>): void {
    this.#due = {
      layoutChanged: this.#due.layoutChanged || due.layoutChanged === true,
      marksChanged: this.#due.marksChanged || due.marksChanged === true,
      scrolled: this.#due.scrolled || due.scrolled === true
    }
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      const { layoutChanged, marksChanged, scrolled } = this.#due
      this.#due = nothingDue
      // Looking for the visible blocks forces a layout: only scrolling and resizing need it.
      const hasMoved = (layoutChanged || scrolled) && this.#updateBand()
      if (hasMoved || marksChanged) this.#paintBand()
      if (hasMoved || marksChanged || layoutChanged) this.#drawFocus()
      if (!hasMoved && !layoutChanged) return
      this.#caret.refresh()
      this.#options.onLayout()
    })
  }

  #paint(): void {
    this.#updateBand()
    this.#paintBand()
    this.#drawFocus()
  }

  #paintBand(): void {
    const { index, focusedId, hoveredId, isDimmed } = this.#marks
    this.#painter.paint(index, this.#band, focusedId, hoveredId, isDimmed)
    this.#ranges.paint(this.#marks, this.#band)
  }

  /** Answers whether the band has moved. */
  #updateBand(): boolean {
    const old = this.#band
    this.#band = bandAround(this.geometry.visibleBlocks(), old, this.#filledBlocks - 1)
    return this.#band !== old
  }

  #drawFocus(): void {
    const { index, focusedId, layers } = this.#marks
    const annotation = focusedId === null ? undefined : index.get(focusedId)
    const layer = layers.find(candidate => candidate.id === annotation?.layer)
    if (annotation === undefined || layer === undefined) return this.#options.focusStore.set(null)
    const origin = this.#options.root.getBoundingClientRect()
    const shapes = focusShapes(annotation, this.#positions, this.#band, origin)
    this.#options.focusStore.set({ shapes, colour: layerLineColour(layer) })
  }
}
