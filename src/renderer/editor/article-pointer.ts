import type { SnapMode } from '../../core/anchoring/snap-selection'
import type { AnnotationId } from '../../core/project/ids'
import type { TextSelection } from './text-selection'

const hoverDelayMs = 80

interface PointerOptions {
  dom: HTMLElement
  selection: TextSelection
  language: string
  /** What a selection is widened to when the mouse is let go; Alt keeps it to the letter. */
  snapping(): SnapMode
  annotationsAt(x: number, y: number): AnnotationId[]
  /** The mouse was let go after selecting or clicking; the selection is snapped. */
  onRelease(hasSelected: boolean): void
  onPick(ids: AnnotationId[], point: { x: number; y: number }): void
  onHover(id: AnnotationId | null): void
}

/** Selecting, clicking and hovering with the mouse. */
export class ArticlePointer {
  readonly #options: PointerOptions
  readonly #abort = new AbortController()
  #isSelecting = false
  #hoverTimer: ReturnType<typeof setTimeout> | null = null
  #point: { x: number; y: number } | null = null
  #hovered: AnnotationId | null = null

  constructor(options: PointerOptions) {
    this.#options = options
    const { signal } = this.#abort
    const { dom } = options
    dom.addEventListener('mousedown', event => this.#press(event), { signal })
    // Let go anywhere: a drag often ends outside the text.
    dom.ownerDocument.addEventListener('mouseup', event => this.#release(event), { signal })
    dom.addEventListener('dragstart', event => event.preventDefault(), { signal })
    dom.addEventListener('mousemove', event => this.#move(event), { signal })
    dom.addEventListener('mouseleave', () => this.#move(null), { signal })
  }

  /** True from the press of the button until it is let go: the selection is not finished. */
  get isSelecting(): boolean {
    return this.#isSelecting
  }

  destroy(): void {
    this.#abort.abort()
    if (this.#hoverTimer !== null) clearTimeout(this.#hoverTimer)
  }

  #press(event: MouseEvent): void {
    if (event.button !== 0) return
    this.#isSelecting = true
    // A press on selected words starts a new selection: otherwise the browser would drag the words along.
    if (event.detail === 1 && !event.shiftKey) getSelection()?.removeAllRanges()
  }

  #release(event: MouseEvent): void {
    if (!this.#isSelecting || event.button !== 0) return
    this.#isSelecting = false
    const { dom, selection, language, snapping } = this.#options
    const wasSelected = selection.read() !== null
    if (wasSelected && !event.altKey) selection.snap(snapping(), language)
    this.#options.onRelease(wasSelected)
    const isInside = event.target instanceof Node && dom.contains(event.target)
    if (!wasSelected && isInside && !event.shiftKey) {
      const point = { x: event.clientX, y: event.clientY }
      this.#options.onPick(this.#options.annotationsAt(point.x, point.y), point)
    }
  }

  #move(event: MouseEvent | null): void {
    this.#point = event === null || event.buttons !== 0 ? null : { x: event.clientX, y: event.clientY }
    this.#hoverTimer ??= setTimeout(() => {
      this.#hoverTimer = null
      const id = this.#point && (this.#options.annotationsAt(this.#point.x, this.#point.y)[0] ?? null)
      if (id === this.#hovered) return
      this.#hovered = id
      this.#options.onHover(id)
    }, hoverDelayMs)
  }
}
