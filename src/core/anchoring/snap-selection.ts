import type { TextRange } from '../annotation/spans'
import type { Block } from '../project/entities'
import { snapToGraphemes } from './graphemes'
import { quotationsIn, type Quotation } from './quotations'
import { blockAround, sentenceAt } from './sentences'
import { snapToWords } from './words'

export const snapModes = ['off', 'word', 'sentence', 'quotation'] as const
/** What a rough selection is widened to. */
export type SnapMode = (typeof snapModes)[number]

/** The text a selection is made in. */
export interface SnapContext {
  text: string
  blocks: readonly Block[]
  /** BCP 47 tag. */
  locale: string
}

/**
 * Widens a rough selection to whole words, to every sentence it touches, or to the quotation around it: the
 * innermost one that holds it, else all it touches, else whole words. `off` only keeps graphemes whole. Offsets in
 * UTF-16 units. Null when nothing but white space is selected.
 */
export function snapSelection(context: SnapContext, range: TextRange, mode: SnapMode): TextRange | null {
  const { text, locale } = context
  const words = snapToWords(text, range.startUtf16, range.endUtf16, locale)
  if (words === null) return null
  switch (mode) {
    case 'off':
      return snapToGraphemes(text, range.startUtf16, range.endUtf16)
    case 'word':
      return words
    case 'sentence':
      return wholeSentences(context, words)
    case 'quotation':
      return quotationAround(context, words) ?? touchedQuotations(context, words) ?? words
  }
}

/** The stretch that `mode` means at a caret; null where there is none, and for modes without one. */
export function extentAtCaret(context: SnapContext, caretUtf16: number, mode: SnapMode): TextRange | null {
  const { text, blocks, locale } = context
  const caret = { startUtf16: caretUtf16, endUtf16: caretUtf16 }
  if (mode === 'sentence') return sentenceAt(text, blocks, caretUtf16, locale)
  return mode === 'quotation' ? quotationAround(context, caret) : null
}

/**
 * Whole sentences around a selection; around one that is whole sentences already, the next one with it. At a
 * caret, its sentence.
 */
export function growBySentence(context: SnapContext, range: TextRange): TextRange | null {
  const { text, blocks, locale } = context
  const whole = wholeSentences(context, range)
  if (whole === null || !isSame(whole, range)) return whole
  const next = /\S/u.exec(text.slice(range.endUtf16))
  if (next === null) return whole
  const more = sentenceAt(text, blocks, range.endUtf16 + next.index, locale)
  return more === null ? whole : { startUtf16: whole.startUtf16, endUtf16: more.endUtf16 }
}

/** Whole paragraphs around a selection; around one that is whole paragraphs already, the next one with it. */
export function growByParagraph({ blocks }: SnapContext, range: TextRange): TextRange | null {
  const first = blockAround(blocks, range.startUtf16)
  const last = blockAround(blocks, range.endUtf16)
  if (first === undefined || last === undefined) return null
  const whole = { startUtf16: first.startUtf16, endUtf16: last.endUtf16 }
  if (!isSame(whole, range)) return whole
  const next = blocks[blocks.indexOf(last) + 1]
  return next === undefined ? whole : { ...whole, endUtf16: next.endUtf16 }
}

/** The quotation around a selection or caret; around one that is a quotation already, the one it lies in. */
export function growByQuotation(context: SnapContext, range: TextRange): TextRange | null {
  return quotationAround(context, range, true)
}

function wholeSentences({ text, blocks, locale }: SnapContext, range: TextRange): TextRange | null {
  const first = sentenceAt(text, blocks, range.startUtf16, locale)
  // The end is half open: a selection up to the next sentence does not touch it.
  const last =
    range.startUtf16 === range.endUtf16 ? first : sentenceAt(text, blocks, range.endUtf16 - 1, locale)
  if (first === null || last === null) return first ?? last
  return {
    startUtf16: Math.min(first.startUtf16, range.startUtf16),
    endUtf16: Math.max(last.endUtf16, range.endUtf16)
  }
}

/** The innermost quotation that holds a range; with `isLarger` one that is not the range itself. */
function quotationAround(context: SnapContext, range: TextRange, isLarger = false): TextRange | null {
  const holding = quotationsNear(context, range).filter(
    one =>
      one.startUtf16 <= range.startUtf16 &&
      one.endUtf16 >= range.endUtf16 &&
      !(isLarger && isSame(one, range))
  )
  return extentOf(holding.sort((a, b) => lengthOf(a) - lengthOf(b)).slice(0, 1))
}

function touchedQuotations(context: SnapContext, range: TextRange): TextRange | null {
  return extentOf(
    quotationsNear(context, range).filter(
      one => one.startUtf16 < range.endUtf16 && one.endUtf16 > range.startUtf16
    )
  )
}

function quotationsNear({ text, blocks }: SnapContext, range: TextRange): Quotation[] {
  const first = blockAround(blocks, range.startUtf16)
  const last = blockAround(blocks, range.endUtf16)
  if (first === undefined || last === undefined) return []
  const found: Quotation[] = []
  for (let index = blocks.indexOf(first); index <= blocks.indexOf(last); index++)
    found.push(...quotationsIn(text, blocks, index))
  return found
}

function extentOf(ranges: readonly TextRange[]): TextRange | null {
  if (ranges.length === 0) return null
  return {
    startUtf16: Math.min(...ranges.map(range => range.startUtf16)),
    endUtf16: Math.max(...ranges.map(range => range.endUtf16))
  }
}

function lengthOf(range: TextRange): number {
  return range.endUtf16 - range.startUtf16
}

function isSame(a: TextRange, b: TextRange): boolean {
  return a.startUtf16 === b.startUtf16 && a.endUtf16 === b.endUtf16
}
