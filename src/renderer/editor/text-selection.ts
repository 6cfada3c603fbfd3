import { knownLocale } from '../../core/anchoring/known-locale'
import { snapToGraphemes } from '../../core/anchoring/graphemes'
import { snapSelection, type SnapContext, type SnapMode } from '../../core/anchoring/snap-selection'
import type { TextRange } from '../../core/annotation/spans'
import type { DomPositions } from './position-map'

/** Reads and sets the browser's own selection in text offsets. */
export class TextSelection {
  readonly #positions: DomPositions
  readonly #text: string

  constructor(positions: DomPositions, text: string) {
    this.#positions = positions
    this.#text = text
  }

  /** What is selected inside the article, on grapheme borders; null when nothing is. */
  read(): TextRange | null {
    const ends = this.#ends()
    if (ends === null || ends.anchor === ends.focus) return null
    const range = this.#positions.map.trim({
      startUtf16: Math.min(ends.anchor, ends.focus),
      endUtf16: Math.max(ends.anchor, ends.focus)
    })
    if (range === null) return null
    const snapped = snapToGraphemes(this.#text, range.startUtf16, range.endUtf16)
    return snapped.startUtf16 < snapped.endUtf16 ? snapped : null
  }

  /** Where the caret or the moving end of the selection is; null when it is outside the text. */
  focusOffset(): number | null {
    const selection = getSelection()
    if (!selection?.focusNode) return null
    return this.#positions.offset(selection.focusNode, selection.focusOffset)
  }

  isBackward(): boolean {
    const ends = this.#ends()
    return ends !== null && ends.focus < ends.anchor
  }

  /** Selects a range; the caret end is its end, or its start when `isBackward`. */
  set(range: TextRange, isBackward = false): void {
    const start = this.#positions.point(
      range.startUtf16,
      range.startUtf16 === range.endUtf16 ? 'end' : 'start'
    )
    const end = this.#positions.point(range.endUtf16, 'end')
    if (start === null || end === null) return
    const [anchor, focus] = isBackward ? [end, start] : [start, end]
    getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  }

  /** Nothing is selected any more; the caret stays at the selection's moving end. */
  collapse(): void {
    const utf16 = this.focusOffset()
    if (utf16 !== null) this.set({ startUtf16: utf16, endUtf16: utf16 })
  }

  clear(): void {
    if (this.focusOffset() !== null) getSelection()?.removeAllRanges()
  }

  /** Widens a selection made with the mouse, to whole words for one; one without a word is let go. */
  snap(mode: SnapMode, language: string): void {
    const range = this.read()
    if (range === null) return
    const snapped = snapSelection(this.context(language), range, mode)
    if (snapped === null) this.clear()
    else if (snapped.startUtf16 !== range.startUtf16 || snapped.endUtf16 !== range.endUtf16) {
      this.set(snapped, this.isBackward())
    }
  }

  /** The text as snapping and sentences need it. */
  context(language: string): SnapContext {
    return { text: this.#text, blocks: this.#positions.map.blocks, locale: knownLocale(language) }
  }

  /** The client rect of the caret: where the selection's moving end stands. */
  focusRect(): DOMRect | null {
    const offset = this.focusOffset()
    return offset === null ? null : this.caretRect(offset)
  }

  /** A rect without width before the character at this offset, or after the last one of its block. */
  caretRect(utf16: number): DOMRect | null {
    const { block, local } = this.#positions.map.locate(utf16)
    const text = this.#positions.textNode(block)
    if (text === null) {
      const rect = this.#positions.blockElement(block)?.getBoundingClientRect()
      return rect ? new DOMRect(rect.left, rect.top, 0, rect.height) : null
    }
    const range = document.createRange()
    const isAtEnd = local >= text.length
    range.setStart(text, isAtEnd ? Math.max(0, text.length - 1) : local)
    range.setEnd(text, isAtEnd ? text.length : local + 1)
    const rects = range.getClientRects()
    const rect = isAtEnd ? rects[rects.length - 1] : rects[0]
    return rect ? new DOMRect(isAtEnd ? rect.right : rect.left, rect.top, 0, rect.height) : null
  }

  /** Both ends as offsets; an end outside the text counts as the text's start or end. */
  #ends(): { anchor: number; focus: number } | null {
    const selection = getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    if (!range.intersectsNode(this.#positions.dom)) return null
    const start = this.#clamp(range.startContainer, range.startOffset, 'start')
    const end = this.#clamp(range.endContainer, range.endOffset, 'end')
    const isForward =
      selection.anchorNode === range.startContainer && selection.anchorOffset === range.startOffset
    return isForward ? { anchor: start, focus: end } : { anchor: end, focus: start }
  }

  #clamp(node: Node, offset: number, side: 'start' | 'end'): number {
    const inside = this.#positions.offset(node, offset, side)
    if (inside !== null) return inside
    const isBefore =
      (this.#positions.dom.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 ||
      (node.contains(this.#positions.dom) && side === 'start')
    return isBefore ? 0 : this.#positions.map.endUtf16
  }
}
