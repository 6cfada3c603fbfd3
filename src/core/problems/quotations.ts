import { quotationsIn } from '../anchoring/quotations'
import type { TextRange } from '../annotation/spans'
import type { Block } from '../project/entities'

/** Fewer words in quotation marks are a term or a title rather than what somebody said. */
const fewestWords = 3

/** The quotations of a text that somebody may have said: marks included, in text order, none inside another. */
export function findQuotations(text: string, blocks: readonly Block[]): TextRange[] {
  return blocks.flatMap((_, block) =>
    quotationsIn(text, blocks, block)
      .filter(({ depth, startUtf16, endUtf16 }) => depth === 0 && isSpeech(text.slice(startUtf16, endUtf16)))
      .map(({ startUtf16, endUtf16 }) => ({ startUtf16, endUtf16 }))
  )
}

function isSpeech(quotation: string): boolean {
  return (quotation.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0) >= fewestWords
}
