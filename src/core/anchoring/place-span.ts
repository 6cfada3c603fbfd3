import { spanOver, type TextRange } from '../annotation/spans'
import type { Span } from '../project/entities'
import { snapToGraphemes } from './graphemes'
import { matchQuote, matchThreshold } from './match-quote'
import { quoteAt, scoreQuoteAt, type QuoteInContext } from './quote-score'
import { mapRange, wordsOf, type RevisionDifference } from './revision-difference'

/** A span in the new text; `score` is 0–1, and null when its text is untouched. */
export interface PlacedSpan {
  span: Span
  score: number | null
}

/** Where the difference itself says that a place corresponds, less likeness is needed than anywhere else. */
const mappedThreshold = 0.6
const mappedQuoteThreshold = 0.5
/** Above this a changed span stays at its place without a look at other places. */
const sureScore = 0.8
/** Equal text of this length, in UTF-16 units and context included, is no chance. */
const sureEqualUtf16 = 40
const contextThreshold = 0.5
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
  if (mapped.kind === 'untouched') {
    const isSure = equalLength(span, mapped.around) >= sureEqualUtf16 || atPlace.context >= contextThreshold
    if (isSure) return placed(after, mapped.range, span, null)
  }
  const stays =
    mapped.range.endUtf16 > mapped.range.startUtf16 &&
    atPlace.quote >= mappedQuoteThreshold &&
    atPlace.score >= mappedThreshold
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

/** Length of the equal text around a span, counting up to 32 units of context on each side. */
function equalLength(span: TextRange, around: TextRange): number {
  const left = Math.min(32, span.startUtf16 - around.startUtf16)
  const right = Math.min(32, around.endUtf16 - span.endUtf16)
  return span.endUtf16 - span.startUtf16 + left + right
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
    threshold: matchThreshold,
    windows,
    accepts: range => overlap(range, wide) >= (range.endUtf16 - range.startUtf16) * addedShare
  })
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
