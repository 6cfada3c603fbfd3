import type { EditorView } from '@tiptap/pm/view'
import { blockAt } from '../../core/annotation/annotation-index'
import type { TextRange } from '../../core/annotation/spans'
import type { Block } from '../../core/project/entities'
import { blocksPerSection } from './article-schema'

/** Which block an offset between two blocks is taken for: where a range starts it is the one after. */
export type Side = 'start' | 'end'

/**
 * Text offsets (UTF-16, into the revision's text) and ProseMirror positions: plain arithmetic over blocks
 * and sections, for blocks that are in the document and for those that are not yet. Nothing else converts.
 */
export class PositionMap {
  readonly blocks: readonly Block[]
  /** The position of each block's first character. */
  readonly #textPositions: Int32Array

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks
    this.#textPositions = new Int32Array(blocks.length)
    let position = 0
    blocks.forEach((block, index) => {
      // One token closes the block before and one opens this; the same for sections around them.
      if (index % blocksPerSection === 0) position += index === 0 ? 1 : 2
      this.#textPositions[index] = position + 1
      position += block.endUtf16 - block.startUtf16 + 2
    })
  }

  /** An offset between two blocks becomes the end of the first, or with side `start` the start of the second. */
  toPosition(utf16: number, side: Side = 'end'): number {
    const { block, local } = this.locate(utf16, side)
    return (this.#textPositions[block] ?? 0) + local
  }

  /** A position between two blocks becomes the end of the first, or with side `start` the start of the second. */
  fromPosition(position: number, side: Side = 'end'): number {
    const index = this.#blockAtPosition(position)
    const block = this.blocks[index]
    if (block === undefined) return 0
    const local = Math.max(0, position - (this.#textPositions[index] ?? 0))
    if (local <= block.endUtf16 - block.startUtf16) return block.startUtf16 + local
    const next = this.blocks[index + 1]
    return side === 'start' && next !== undefined ? next.startUtf16 : block.endUtf16
  }

  /** The block an offset lies in and how far into it, in UTF-16 units. */
  locate(utf16: number, side: Side = 'end'): { block: number; local: number } {
    const index = blockAt(this.blocks, utf16)
    const block = this.blocks[index]
    if (block === undefined) return { block: 0, local: 0 }
    if (utf16 > block.endUtf16 && side === 'start' && index + 1 < this.blocks.length) {
      return { block: index + 1, local: 0 }
    }
    return {
      block: index,
      local: Math.min(Math.max(utf16, block.startUtf16), block.endUtf16) - block.startUtf16
    }
  }

  /** Draws the ends of a range out of the gaps between blocks, so that no gap is at its edge; null when nothing is left. */
  trim(range: TextRange): TextRange | null {
    const start = this.locate(range.startUtf16, 'start')
    const end = this.locate(range.endUtf16, 'end')
    const atBlockEnd = start.local === this.#lengthOf(start.block) && start.block < end.block
    const startUtf16 = atBlockEnd ? this.#startOf(start.block + 1) : this.#startOf(start.block) + start.local
    const endUtf16 =
      end.local === 0 && end.block > start.block
        ? this.#endOf(end.block - 1)
        : this.#startOf(end.block) + end.local
    return startUtf16 < endUtf16 ? { startUtf16, endUtf16 } : null
  }

  /** The parts of a range that lie in the blocks `first` to `last`: local UTF-16 offsets, none of them empty. */
  pieces(
    range: TextRange,
    first = 0,
    last = this.blocks.length - 1
  ): { block: number; from: number; to: number }[] {
    const pieces: { block: number; from: number; to: number }[] = []
    const end = Math.min(last, blockAt(this.blocks, Math.max(range.startUtf16, range.endUtf16 - 1)))
    for (let index = Math.max(first, blockAt(this.blocks, range.startUtf16)); index <= end; index++) {
      const from = Math.max(range.startUtf16 - this.#startOf(index), 0)
      const to = Math.min(range.endUtf16 - this.#startOf(index), this.#lengthOf(index))
      if (from < to) pieces.push({ block: index, from, to })
    }
    return pieces
  }

  get endUtf16(): number {
    return this.#endOf(this.blocks.length - 1)
  }

  #blockAtPosition(position: number): number {
    let low = 0
    let high = this.#textPositions.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#textPositions[middle] ?? 0) <= position) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  #startOf(index: number): number {
    return this.blocks[index]?.startUtf16 ?? 0
  }

  #endOf(index: number): number {
    return this.blocks[index]?.endUtf16 ?? 0
  }

  #lengthOf(index: number): number {
    return this.#endOf(index) - this.#startOf(index)
  }
}

/** The same offsets in the DOM that ProseMirror drew. Blocks that are not drawn yet answer null. */
export class DomPositions {
  readonly map: PositionMap
  readonly #view: EditorView

  constructor(view: EditorView, map: PositionMap) {
    this.#view = view
    this.map = map
  }

  get dom(): HTMLElement {
    return this.#view.dom
  }

  sectionElement(section: number): HTMLElement | null {
    return (this.dom.children[section] as HTMLElement | undefined) ?? null
  }

  blockElement(block: number): HTMLElement | null {
    const section = this.dom.children[Math.floor(block / blocksPerSection)]
    return (section?.children[block % blocksPerSection] as HTMLElement | undefined) ?? null
  }

  /** A block holds one text node, or none when it is empty. */
  textNode(block: number): Text | null {
    const node = this.blockElement(block)?.firstChild
    return node instanceof Text ? node : null
  }

  /** Where an offset is in the DOM. */
  point(utf16: number, side: Side = 'end'): { node: Node; offset: number } | null {
    const { block, local } = this.map.locate(utf16, side)
    const text = this.textNode(block)
    if (text !== null) return { node: text, offset: Math.min(local, text.length) }
    const element = this.blockElement(block)
    return element && { node: element, offset: 0 }
  }

  /** The offset of a place in the DOM; null when it is outside the text. */
  offset(node: Node, offset: number, side: Side = 'end'): number | null {
    if (!this.dom.contains(node)) return null
    const block = node instanceof Text ? node.parentElement?.dataset.block : undefined
    if (block !== undefined) {
      const start = this.map.blocks[Number(block)]?.startUtf16
      if (start !== undefined) return start + offset
    }
    return this.map.fromPosition(this.#view.posAtDOM(node, offset, side === 'start' ? 1 : -1), side)
  }

  /** A live range over the words from start to end. */
  range({ startUtf16, endUtf16 }: TextRange): Range | null {
    const start = this.point(startUtf16, 'start')
    const end = this.point(endUtf16, 'end')
    if (start === null || end === null) return null
    const range = this.dom.ownerDocument.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  }

  /** The client rects of a range's lines, only in the blocks `first` to `last`. */
  rects(range: TextRange, first?: number, last?: number): DOMRect[] {
    const measured = this.dom.ownerDocument.createRange()
    return this.map.pieces(range, first, last).flatMap(({ block, from, to }) => {
      const text = this.textNode(block)
      if (text === null) return []
      measured.setStart(text, from)
      measured.setEnd(text, Math.min(to, text.length))
      return joinLines([...measured.getClientRects()])
    })
  }
}

/** The browser answers several rects for one line where it broke the text into runs. */
function joinLines(rects: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = []
  for (const rect of rects) {
    if (rect.width === 0) continue
    const line = lines.at(-1)
    const isJoined =
      line !== undefined && Math.abs(line.top - rect.top) < 2 && Math.abs(rect.left - line.right) < 2
    if (isJoined) line.width = rect.right - line.left
    else lines.push(new DOMRect(rect.left, rect.top, rect.width, rect.height))
  }
  return lines
}
