import type { Block, PageStart } from '../project/entities'

/** A canonical text and the blocks it is made of: joined by "\n\n", in order, covering it. */
export interface BlockedText {
  text: string
  blocks: Block[]
  /** Of a text whose original had pages. */
  pages?: PageStart[]
}

/** A block before it has a place: its text without a blank line in it. */
export interface BlockContent {
  type: Block['type']
  level?: number
  text: string
}

/** Joins contents by "\n\n" and says where each came to lie, in UTF-16 units. */
export function joinBlocks(contents: readonly BlockContent[]): BlockedText {
  const blocks: Block[] = []
  let startUtf16 = 0
  for (const { type, level, text } of contents) {
    const endUtf16 = startUtf16 + text.length
    blocks.push({ type, ...(level === undefined ? {} : { level }), startUtf16, endUtf16 })
    startUtf16 = endUtf16 + 2
  }
  return { text: contents.map(content => content.text).join('\n\n'), blocks }
}

/**
 * Splits text at blank lines (empty, or white space only). What lies between, single line breaks included, is
 * kept as it is: a text with exactly one empty line between paragraphs keeps its offsets. Blank lines at both
 * ends and further ones between paragraphs go. Expects "\n" as the only line break.
 */
export function splitAtBlankLines(text: string): string[] {
  return text
    .split(/\n(?:[^\S\n]*\n)+/)
    .map(piece => piece.replace(/^[^\S\n]*\n/, '').replace(/\n[^\S\n]*$/, ''))
    .filter(piece => /\S/.test(piece))
}

/**
 * Blocks of a plain text: paragraphs, and what looks like a section heading (level 2). The text that comes
 * back is the one to keep; it differs from what came in by blank lines alone.
 */
export function plainTextBlocks(text: string): BlockedText {
  const pieces = splitAtBlankLines(text)
  return joinBlocks(
    pieces.map((piece, index) =>
      index > 0 && isSectionHeading(piece, pieces[index + 1])
        ? { type: 'heading', level: 2, text: piece }
        : { type: 'paragraph', text: piece }
    )
  )
}

/** The pieces of a text between blank lines as paragraphs, where they lie: no character of the text is touched. */
export function paragraphBlocks(text: string): Block[] {
  const blocks: Block[] = []
  const add = (startUtf16: number, endUtf16: number) => {
    if (text.slice(startUtf16, endUtf16).trim() !== '')
      blocks.push({ type: 'paragraph', startUtf16, endUtf16 })
  }
  let start = 0
  for (const { index, 0: gap } of text.matchAll(/\n{2,}/g)) {
    add(start, index)
    start = index + gap.length
  }
  add(start, text.length)
  return blocks
}

/** The end of a sentence or clause in any script, and the quotation marks and brackets that close after it. */
const closedByPunctuation =
  /[\p{Terminal_Punctuation}…—–-]["'\p{Final_Punctuation}\p{Close_Punctuation}\s]*$/u

/** Whether a piece of text ends as a sentence does, closing quotation marks aside. */
export function endsLikeSentence(piece: string): boolean {
  return closedByPunctuation.test(piece.slice(-40))
}

/**
 * A short line that does not end like a sentence, above something longer. A byline is short as well, and a
 * line above another short line is more likely part of a list or an address.
 */
function isSectionHeading(piece: string, next: string | undefined): boolean {
  if (next === undefined || next.length <= piece.length) return false
  if (piece.length > 80 || piece.includes('\n') || endsLikeSentence(piece)) return false
  if (!/\p{L}/u.test(piece) || /^\s*(?:by\s|[-*•–—])/i.test(piece)) return false
  return next.length > 80 || endsLikeSentence(next)
}
