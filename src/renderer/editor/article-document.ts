import type { JSONContent } from '@tiptap/core'
import type { Block, Revision } from '../../core/project/entities'
import { blocksPerSection } from './article-schema'

const charactersPerLine = 62
const lineHeightPx = 30
const blockGapPx = 16

/** A text without blocks is shown as one empty paragraph: a document is never empty. */
export function shownBlocks(revision: Revision): readonly Block[] {
  if (revision.blocks.length > 0) return revision.blocks
  return [{ type: 'paragraph', startUtf16: 0, endUtf16: revision.text.length }]
}

/** Whether the text begins with the article's own headline: then that is the page's title, and no other is shown. */
export function hasHeadline({ blocks }: Revision): boolean {
  return blocks[0]?.type === 'heading' && blocks[0].level === 1
}

/** Makes the TipTap sections of one revision, each when it is asked for: the first is wanted at once. */
export class ArticleDocument {
  readonly sectionCount: number
  readonly #text: string
  readonly #blocks: readonly Block[]
  readonly #topLevel: number
  readonly #hasHeadline: boolean
  readonly #paragraphNumbers: Int32Array

  constructor(revision: Revision) {
    this.#text = revision.text
    this.#blocks = shownBlocks(revision)
    this.sectionCount = Math.ceil(this.#blocks.length / blocksPerSection)
    this.#hasHeadline = hasHeadline(revision)
    this.#topLevel = this.#blocks.reduce(
      (top, block, i) =>
        block.type === 'heading' && !(i === 0 && this.#hasHeadline) ? Math.min(top, block.level ?? 1) : top,
      6
    )
    this.#paragraphNumbers = new Int32Array(this.#blocks.length)
    let number = 0
    this.#blocks.forEach((block, index) => {
      if (block.type === 'paragraph') number++
      this.#paragraphNumbers[index] = number
    })
  }

  /** The section with this number as TipTap JSON. */
  section(number: number): JSONContent {
    const first = number * blocksPerSection
    return {
      type: 'section',
      content: this.#blocks
        .slice(first, first + blocksPerSection)
        .map((block, i) => this.#block(block, first + i))
    }
  }

  /** How high the section will be, roughly, in px: keeps the scroll bar steady until it was drawn once. */
  estimateHeightPx(number: number): number {
    const first = number * blocksPerSection
    return this.#blocks.slice(first, first + blocksPerSection).reduce((sum, block) => {
      const lines = Math.max(1, Math.ceil((block.endUtf16 - block.startUtf16) / charactersPerLine))
      return sum + lines * lineHeightPx + blockGapPx
    }, 0)
  }

  #block(block: Block, index: number): JSONContent {
    const text = this.#text.slice(block.startUtf16, block.endUtf16)
    // ProseMirror has no empty text nodes.
    const content = text === '' ? {} : { content: [{ type: 'text', text }] }
    switch (block.type) {
      case 'paragraph':
        return {
          type: 'paragraph',
          attrs: { block: index, number: this.#paragraphNumbers[index] },
          ...content
        }
      case 'heading':
        return {
          type: 'heading',
          attrs: { block: index, level: this.#headingRank(block, index) },
          ...content
        }
      case 'list-item':
        return { type: 'listItem', attrs: { block: index, level: block.level ?? 1 }, ...content }
      case 'quotation':
        return { type: 'quotation', attrs: { block: index }, ...content }
    }
  }

  /** The article's title is the page's h1, so its highest headings are h2 whatever level they were imported with. */
  #headingRank(block: Block, index: number): number {
    if (index === 0 && this.#hasHeadline) return 1
    return Math.min(4, 2 + (block.level ?? 1) - this.#topLevel)
  }
}
