import type { TextRange } from '../annotation/spans'
import type { Block } from '../project/entities'

/** Quotation marks that open, and the ones that close them. German „ closes with “, which opens elsewhere. */
const closers: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”', '"': '"' }

/** Fewer words in quotation marks are a term or a title rather than what somebody said. */
export const fewestQuotedWords = 3

/**
 * The passages in double quotation marks, marks included, in text order. One that is not closed in its block
 * runs to the block's end, as quotations over several paragraphs do. Quotations inside are not listed.
 */
export function findQuotations(text: string, blocks: readonly Block[]): TextRange[] {
  return blocks.flatMap(block => findInBlock(text, block))
}

function findInBlock(text: string, { startUtf16, endUtf16 }: Block): TextRange[] {
  const found: TextRange[] = []
  for (let at = startUtf16; at < endUtf16; at++) {
    const mark = text.charAt(at)
    const closing = closers[mark]
    if (closing === undefined || (mark === '"' && !opens(text, at, startUtf16))) continue
    const end = closingMark(text, at + 1, endUtf16, closing)
    const quotation = { startUtf16: at, endUtf16: end === -1 ? endUtf16 : end + 1 }
    if (wordCount(text.slice(quotation.startUtf16, quotation.endUtf16)) >= fewestQuotedWords)
      found.push(quotation)
    at = quotation.endUtf16 - 1
  }
  return found
}

/** A straight mark opens after white space or another opening mark; else it is a closing one or means inches. */
function opens(text: string, at: number, blockStart: number): boolean {
  return at === blockStart || /[\s([{—–‘'-]/u.test(text.charAt(at - 1))
}

function closingMark(text: string, from: number, end: number, closing: string): number {
  for (let at = from; at < end; at++) if (closing.includes(text.charAt(at))) return at
  return -1
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0
}
