import { blockAt } from '../../core/annotation/annotation-index'
import { nextSentenceEnd, nextSentenceStart } from '../../core/anchoring/sentences'
import { offsetNear } from './hit-test'
import type { DomPositions } from './position-map'
import type { TextSelection } from './text-selection'

interface CaretOptions {
  positions: DomPositions
  selection: TextSelection
  /** The positioned box the caret is drawn in. */
  root: HTMLElement
  viewport(): { top: number; bottom: number }
  scrollBy(pixels: number): void
  firstVisibleBlock(): number
  /** What the text's language is called, for its sentences. */
  language: string
  /** Brings the text up to an offset into the document: the caret is sent there. */
  fillTo(utf16: number): void
  /** Brings the rest of the text into the document: the caret is sent to its end. */
  fillAll(): void
}

interface Move {
  direction: 'forward' | 'backward' | 'left' | 'right'
  granularity: 'character' | 'word' | 'line' | 'lineboundary'
}

const marginPx = 24
/** Lines kept in view when a page is turned, in px. */
const pageOverlapPx = 60

/**
 * Caret browsing: the text is not editable, so the browser moves no caret in it. Arrow keys move by character and
 * line, with Ctrl by word and paragraph, with Alt by sentence; Home, End and the page keys move too. Shift extends. A caret is painted while the keyboard is in use.
 */
export class KeyboardCaret {
  readonly #options: CaretOptions
  readonly #abort = new AbortController()
  readonly #element: HTMLElement
  #isKeyboard = false
  #pointerPressed = false
  /** Where the caret was last: a text field elsewhere takes the window's only selection with it. */
  #lastUtf16: number | null = null

  constructor(options: CaretOptions) {
    this.#options = options
    const { dom } = options.positions
    this.#element = dom.ownerDocument.createElement('div')
    this.#element.className = 'article-caret'
    this.#element.hidden = true
    this.#element.setAttribute('aria-hidden', 'true')
    options.root.append(this.#element)
    const { signal } = this.#abort
    dom.addEventListener('keydown', event => this.#press(event), { signal })
    dom.addEventListener('focus', () => this.#enter(), { signal })
    dom.addEventListener('blur', () => this.refresh(), { signal })
    dom.ownerDocument.addEventListener('mousedown', () => this.#usePointer(), { signal, capture: true })
    dom.ownerDocument.addEventListener('mouseup', () => (this.#pointerPressed = false), {
      signal,
      capture: true
    })
  }

  destroy(): void {
    this.#abort.abort()
    this.#element.remove()
  }

  /** Draws the caret where the selection is now, or hides it. */
  refresh(): void {
    const { positions, selection, root } = this.#options
    const offset = selection.focusOffset()
    if (offset !== null) this.#lastUtf16 = offset
    const isShown =
      this.#isKeyboard &&
      positions.dom.ownerDocument.activeElement === positions.dom &&
      getSelection()?.isCollapsed
    const rect = isShown && offset !== null ? selection.caretRect(offset) : null
    this.#element.hidden = rect === null
    if (rect === null) return
    const origin = root.getBoundingClientRect()
    const { style } = this.#element
    style.transform = `translate(${Math.round(rect.left - origin.left) - 1}px, ${rect.top - origin.top}px)`
    style.height = `${rect.height}px`
    // Starts the blinking anew, so that a moving caret is always seen.
    for (const animation of this.#element.getAnimations?.() ?? []) animation.currentTime = 0
  }

  #usePointer(): void {
    this.#pointerPressed = true
    this.#isKeyboard = false
    this.refresh()
  }

  #enter(): void {
    if (this.#pointerPressed) return
    this.#isKeyboard = true
    this.#placeIfNowhere()
    this.refresh()
  }

  #placeIfNowhere(): void {
    const { positions, selection } = this.#options
    if (selection.focusOffset() !== null) return
    const first = positions.map.blocks[this.#options.firstVisibleBlock()]?.startUtf16 ?? 0
    const at = this.#isInView(this.#lastUtf16) ? (this.#lastUtf16 ?? first) : first
    selection.set({ startUtf16: at, endUtf16: at })
  }

  #isInView(utf16: number | null): boolean {
    const rect = utf16 === null ? null : this.#options.selection.caretRect(utf16)
    const { top, bottom } = this.#options.viewport()
    return rect !== null && rect.bottom > top && rect.top < bottom
  }

  #press(event: KeyboardEvent): void {
    if (event.metaKey || event.defaultPrevented) return
    if (!this.#run(event)) return
    event.preventDefault()
    this.#isKeyboard = true
    this.#bringIntoView()
    this.refresh()
  }

  /** Answers whether the key was one of ours. */
  #run(event: KeyboardEvent): boolean {
    const { positions } = this.#options
    const direction = event.key === 'ArrowDown' ? 'forward' : 'backward'
    const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    if (event.altKey) {
      if (!isVertical || event.ctrlKey) return false
      this.#moveBy(at => this.#sentenceFrom(at, direction, event.shiftKey), event.shiftKey)
      return true
    }
    if (event.ctrlKey && isVertical) {
      this.#moveBy(at => this.#paragraphFrom(at, direction, event.shiftKey), event.shiftKey)
      return true
    }
    if (event.ctrlKey && event.key.toLowerCase() === 'a' && !event.shiftKey) {
      this.#options.fillAll()
      this.#options.selection.set({ startUtf16: 0, endUtf16: positions.map.endUtf16 })
      return true
    }
    if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      this.#options.fillAll()
      this.#goTo(event.key === 'Home' ? 0 : positions.map.endUtf16, event.shiftKey)
      return true
    }
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      this.#turnPage(event.key === 'PageUp' ? -1 : 1, event.shiftKey)
      return true
    }
    const move = moveFor(event)
    if (move === null) return false
    this.#placeIfNowhere()
    this.#modify(move, event.shiftKey)
    return true
  }

  /** Moves the caret, or with `extend` the moving end of the selection, to where `next` leads from where it is. */
  #moveBy(next: (utf16: number) => number, extend: boolean): void {
    this.#placeIfNowhere()
    const at = this.#options.selection.focusOffset()
    if (at === null) return
    const to = next(at)
    this.#options.fillTo(to)
    this.#goTo(to, extend)
  }

  #sentenceFrom(at: number, direction: 'forward' | 'backward', extend: boolean): number {
    const { selection, language } = this.#options
    const { text, blocks, locale } = selection.context(language)
    // A selection ends with its sentence, not with the space after it.
    return extend && direction === 'forward'
      ? nextSentenceEnd(text, blocks, at, locale)
      : nextSentenceStart(text, blocks, at, direction, locale)
  }

  #paragraphFrom(at: number, direction: 'forward' | 'backward', extend: boolean): number {
    const { blocks, endUtf16 } = this.#options.positions.map
    const index = blockAt(blocks, at)
    const [here, next] = [blocks[index], blocks[index + 1]]
    if (direction === 'backward') {
      const start = here?.startUtf16 ?? 0
      return at > start ? start : (blocks[index - 1]?.startUtf16 ?? start)
    }
    if (!extend) return next?.startUtf16 ?? endUtf16
    return here !== undefined && at < here.endUtf16 ? here.endUtf16 : (next?.endUtf16 ?? endUtf16)
  }

  #modify(move: Move, extend: boolean): void {
    const selection = getSelection()
    if (!selection?.focusNode || !selection.anchorNode) return
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    selection.modify(extend ? 'extend' : 'move', move.direction, move.granularity)
    // At the edges of the article the browser would go on into the rest of the window.
    if (selection.focusNode && this.#options.positions.dom.contains(selection.focusNode)) return
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
  }

  #goTo(utf16: number, extend: boolean): void {
    const { positions, selection } = this.#options
    const current = getSelection()
    const point = positions.point(utf16)
    if (point === null) return
    if (extend && current?.anchorNode) current.extend(point.node, point.offset)
    else selection.set({ startUtf16: utf16, endUtf16: utf16 })
  }

  #turnPage(direction: 1 | -1, extend: boolean): void {
    const { positions, selection } = this.#options
    this.#placeIfNowhere()
    const { top, bottom } = this.#options.viewport()
    const before = selection.focusRect()
    this.#options.scrollBy(direction * Math.max(marginPx, bottom - top - pageOverlapPx))
    if (before === null) return
    const y = Math.min(Math.max(before.top + before.height / 2, top + marginPx), bottom - marginPx)
    const offset = offsetNear(positions, before.left, y)
    if (offset !== null) this.#goTo(offset, extend)
  }

  #bringIntoView(): void {
    const rect = this.#options.selection.focusRect()
    if (rect === null) return
    const { top, bottom } = this.#options.viewport()
    if (rect.top < top + marginPx) this.#options.scrollBy(rect.top - top - marginPx)
    else if (rect.bottom > bottom - marginPx) this.#options.scrollBy(rect.bottom - bottom + marginPx)
  }
}

function moveFor(event: KeyboardEvent): Move | null {
  const byWord = event.ctrlKey
  switch (event.key) {
    case 'ArrowLeft':
      return { direction: 'left', granularity: byWord ? 'word' : 'character' }
    case 'ArrowRight':
      return { direction: 'right', granularity: byWord ? 'word' : 'character' }
    case 'ArrowUp':
      return { direction: 'backward', granularity: 'line' }
    case 'ArrowDown':
      return { direction: 'forward', granularity: 'line' }
    case 'Home':
      return { direction: 'backward', granularity: 'lineboundary' }
    case 'End':
      return { direction: 'forward', granularity: 'lineboundary' }
    default:
      return null
  }
}
