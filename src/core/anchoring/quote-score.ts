import type { TextRange } from '../annotation/spans'
import { backwards, distancesTo, similarity } from './edit-distance'

/** A quotation and what stood around it: up to 32 UTF-16 units on each side. */
export interface QuoteInContext {
  quote: string
  prefix: string
  suffix: string
}

/** How much of the text around a quotation is compared, in UTF-16 units on each side. */
export const contextUtf16 = 32
/** Text that came between a quotation and its context leaves the context recognisable up to this length. */
const contextSlack = 8
/** Past this distance from the expected place, in UTF-16 units, position says nothing any more. */
const farUtf16 = 4000

/** The weights with which Hypothesis's client scores a match (`match-quote.ts`). */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const
const totalWeight = weights.quote + weights.prefix + weights.suffix + weights.position

/** The parts of a score, each 0–1. */
export interface QuoteScore {
  /** All parts, weighed. */
  score: number
  /** Without the position: what tells two places apart but for their distance. */
  textScore: number
  quote: number
  prefix: number
  suffix: number
}

/** A stretch of a text as a quotation in its context. */
export function quoteAt(text: string, { startUtf16, endUtf16 }: TextRange): QuoteInContext {
  return {
    quote: text.slice(startUtf16, endUtf16),
    prefix: text.slice(Math.max(0, startUtf16 - contextUtf16), startUtf16),
    suffix: text.slice(endUtf16, endUtf16 + contextUtf16)
  }
}

/** Scores a stretch of `text` as the place of a quotation that is expected to start at a UTF-16 offset. */
export function scoreQuoteAt(
  text: string,
  range: TextRange,
  wanted: QuoteInContext,
  expectedStartUtf16: number
): QuoteScore {
  const quote = similarity(wanted.quote, text.slice(range.startUtf16, range.endUtf16))
  const prefix = prefixSimilarity(text, range.startUtf16, wanted.prefix)
  const suffix = suffixSimilarity(text, range.endUtf16, wanted.suffix)
  const distance = Math.abs(range.startUtf16 - expectedStartUtf16)
  const position = 1 - Math.min(1, distance / farUtf16)
  const ofText = weights.quote * quote + weights.prefix * prefix + weights.suffix * suffix
  return {
    score: (ofText + weights.position * position) / totalWeight,
    textScore: ofText / (totalWeight - weights.position),
    quote,
    prefix,
    suffix
  }
}

function prefixSimilarity(text: string, start: number, prefix: string): number {
  if (prefix === '') return start === 0 ? 1 : 0.5
  const from = Math.max(0, start - prefix.length - contextSlack)
  return adjacentSimilarity(backwards(prefix), backwards(text.slice(from, start)))
}

function suffixSimilarity(text: string, end: number, suffix: string): number {
  if (suffix === '') return end === text.length ? 1 : 0.5
  return adjacentSimilarity(suffix, text.slice(end, end + suffix.length + contextSlack))
}

/** How much of `wanted` stands at the very start of `found`. */
function adjacentSimilarity(wanted: string, found: string): number {
  if (found.startsWith(wanted)) return 1
  let least = wanted.length
  for (const distance of distancesTo(wanted, found, 'anchored')) least = Math.min(least, distance)
  return 1 - least / wanted.length
}
