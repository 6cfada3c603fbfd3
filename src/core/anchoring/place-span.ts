import { spanOver, type TextRange } from '../annotation/spans'
import type { Span } from '../project/entities'
import { snapToGraphemes } from './graphemes'
import { matchQuote, matchThreshold } from './match-quote'
import { contextUtf16, quoteAt, scoreQuoteAt, type QuoteInContext, type QuoteScore } from './quote-score'
import { mapRange, wordsOf, type RevisionDifference } from './revision-difference'

/** A span in the new text; `score` is 0–1, and null when its text is untouched. */
export interface PlacedSpan {
  span: Span
  score: number | null
}

/** At its own place the context can be all that is left: the quotation has to be alike for itself, too. */
const mappedQuoteThreshold = 0.55
/** Above this a changed span stays at its place without a look at other places. */
const sureScore = 0.8
/** A passage put elsewhere brings this share of the context along on one side at least. */
const elsewhereContext = 0.8
/**
 * What counts as found is alike over so many UTF-16 units, context included, at its own place and elsewhere:
 * a phrase of three words comes up by itself in a passage written anew.
 */
const mappedAlikeUtf16 = 56
const elsewhereAlikeUtf16 = 64
/** A copy of so many UTF-16 units is the passage itself, even if its context stayed behind … */
const longCopyUtf16 = 48
/** … and this is what a copy scores with no more context than any text has by chance. */
const copyThreshold = 0.55
/** Of a passage put elsewhere this share must be text that is new there. */
const addedShare = 0.5
/** Of the words of a passage put elsewhere this share must be among the new words. */
const sharedWords = 0.25

/**
 * Finds one span of the old text in the new one: at its place in the difference, else, when its passage was
 * put elsewhere, among the text that is new. Text that stands for other text of the old revision is never
 * taken. `shift` is how far (UTF-16 units) the annotation's previous span moved. Null when it is not found.
 */
export function placeSpan(difference: RevisionDifference, span: Span, shift: number): PlacedSpan | null {
  const { before, after } = difference
  if (before.slice(span.startUtf16, span.endUtf16) !== span.quote) return null
  const mapped = mapRange(difference, span)
  const wanted = quoteAt(before, span)
  const atPlace = scoreQuoteAt(after, mapped.range, wanted, mapped.range.startUtf16)
  // The same few words can also come up in a passage that was written anew.
  if (mapped.kind === 'untouched' && !mapped.isIsland) return placed(after, mapped.range, span, null)
  const stays =
    mapped.range.endUtf16 > mapped.range.startUtf16 &&
    atPlace.quote >= mappedQuoteThreshold &&
    alikeUtf16(atPlace, wanted) >= mappedAlikeUtf16 &&
    atPlace.score >= matchThreshold
  if (stays && atPlace.score >= sureScore) return placed(after, mapped.range, span, atPlace.score)
  const elsewhere = findElsewhere(difference, wanted, span.startUtf16 + shift)
  if (elsewhere !== null && (!stays || elsewhere.score > atPlace.score)) {
    return placed(after, elsewhere, span, elsewhere.score)
  }
  return stays ? placed(after, mapped.range, span, atPlace.score) : null
}

/** A span that no grapheme has to be split for; one that had to be widened counts as moved. */
function placed(after: string, range: TextRange, span: Span, score: number | null): PlacedSpan {
  const snapped = snapToGraphemes(after, range.startUtf16, range.endUtf16)
  const carried = spanOver(after, snapped, span.role)
  const isUntouched = score === null && carried.quote === span.quote
  return { span: carried, score: isUntouched ? null : Math.min(1, score ?? 0.99) }
}

function findElsewhere(difference: RevisionDifference, wanted: QuoteInContext, expected: number) {
  const { after, added, addedWords } = difference
  const words = wordsOf(wanted.quote)
  const known = words.filter(word => addedWords.has(word)).length
  if (words.length === 0 || known < words.length * sharedWords) return null
  const length = wanted.quote.length
  const wide = added.filter(range => range.endUtf16 - range.startUtf16 >= length * addedShare)
  const windows = widened(wide, Math.ceil(length / 2), after.length)
  return matchQuote(after, wanted, expected, {
    threshold: copyThreshold,
    windows,
    accepts: range =>
      overlap(range, wide) >= (range.endUtf16 - range.startUtf16) * addedShare &&
      (isLongCopy(after, range, wanted) ||
        bringsContext(scoreQuoteAt(after, range, wanted, expected), wanted))
  })
}

function isLongCopy(after: string, { startUtf16, endUtf16 }: TextRange, wanted: QuoteInContext): boolean {
  return endUtf16 - startUtf16 >= longCopyUtf16 && after.slice(startUtf16, endUtf16) === wanted.quote
}

/** Whether a place is good enough for a quotation that is short, or was changed as well. */
function bringsContext(score: QuoteScore, wanted: QuoteInContext): boolean {
  const isBeside = Math.max(score.prefix, score.suffix) >= elsewhereContext
  return score.score >= matchThreshold && isBeside && alikeUtf16(score, wanted) >= elsewhereAlikeUtf16
}

/** How much text corresponds. At the ends of a text there is less context, which then counts as if it went on. */
function alikeUtf16({ quote, prefix, suffix }: QuoteScore, wanted: QuoteInContext): number {
  return quote * wanted.quote.length + (prefix + suffix) * contextUtf16
}

function widened(ranges: readonly TextRange[], by: number, length: number): TextRange[] {
  const windows: TextRange[] = []
  for (const range of ranges) {
    const startUtf16 = Math.max(0, range.startUtf16 - by)
    const endUtf16 = Math.min(length, range.endUtf16 + by)
    const last = windows.at(-1)
    if (last !== undefined && startUtf16 <= last.endUtf16) last.endUtf16 = endUtf16
    else windows.push({ startUtf16, endUtf16 })
  }
  return windows
}

/** How many units of a range lie in the given ranges. */
function overlap(range: TextRange, ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, other) => {
    const shared = Math.min(range.endUtf16, other.endUtf16) - Math.max(range.startUtf16, other.startUtf16)
    return sum + Math.max(0, shared)
  }, 0)
}
