import type { TextRange } from '../annotation/spans'
import { backwards, distancesTo } from './edit-distance'
import { scoreQuoteAt, type QuoteInContext, type QuoteScore } from './quote-score'

/** Where a quotation was found, in UTF-16 units, and how sure that is, 0–1. */
export interface QuoteMatch extends TextRange {
  score: number
}

export interface MatchOptions {
  /** Matches that score less are none; 0–1, 0.7 unless told. */
  threshold?: number
  /** Where to look, ascending and apart; everywhere unless told. */
  windows?: readonly TextRange[]
  /** Whether a place may be the answer at all; any place unless told. */
  accepts?: (range: TextRange) => boolean
}

/** At 0.7 none of the deleted passages tried was found again in other text. */
export const matchThreshold = 0.7
/** Of a quotation at most this share may differ. */
const maxErrorShare = 0.35
/** Places whose text scores differ by less are equally good. */
const tie = 0.03
/** Of equally good places the nearest is taken only within this distance of the expected one, UTF-16 units. */
const nearUtf16 = 64
const maxCandidates = 200
/** The most steps, in blocks of 32 units of the quotation times units of text, before only exact copies count. */
const maxSteps = 60_000_000

type Scored = TextRange & QuoteScore

/**
 * Finds a quotation near an expected UTF-16 offset: exact copies, else stretches with up to about a third of
 * their units changed, weighed with the context as Hypothesis does (quote 50, prefix 20, suffix 20, position
 * 2). Answers null rather than a guess: below the threshold, or when two places are equally good and neither
 * lies where it was expected. The stretch may split a grapheme; whoever saves it has to snap it.
 */
export function matchQuote(
  text: string,
  wanted: QuoteInContext,
  expectedStartUtf16: number,
  options: MatchOptions = {}
): QuoteMatch | null {
  const { threshold = matchThreshold, windows = [{ startUtf16: 0, endUtf16: text.length }] } = options
  if (wanted.quote === '') return null
  const exact = windows.flatMap(window => exactPlaces(text, wanted.quote, window))
  const places = exact.length > 0 ? exact : approximatePlaces(text, wanted.quote, windows)
  const scored = nearest(places, expectedStartUtf16)
    .filter(place => options.accepts?.(place) ?? true)
    .map((place): Scored => ({ ...place, ...scoreQuoteAt(text, place, wanted, expectedStartUtf16) }))
    .sort((a, b) => b.score - a.score)
  return decide(scored, expectedStartUtf16, threshold)
}

function decide(scored: readonly Scored[], expected: number, threshold: number): QuoteMatch | null {
  const [best] = scored
  if (best === undefined || best.score < threshold) return null
  const rival = scored.find(
    place =>
      (place.startUtf16 >= best.endUtf16 || place.endUtf16 <= best.startUtf16) &&
      best.textScore - place.textScore < tie
  )
  if (rival !== undefined && Math.abs(best.startUtf16 - expected) > nearUtf16) return null
  return { startUtf16: best.startUtf16, endUtf16: best.endUtf16, score: best.score }
}

function nearest(places: readonly TextRange[], expected: number): readonly TextRange[] {
  if (places.length <= maxCandidates) return places
  return [...places]
    .sort((a, b) => Math.abs(a.startUtf16 - expected) - Math.abs(b.startUtf16 - expected))
    .slice(0, maxCandidates)
}

function exactPlaces(text: string, quote: string, window: TextRange): TextRange[] {
  const places: TextRange[] = []
  const piece = text.slice(window.startUtf16, window.endUtf16)
  for (let at = piece.indexOf(quote); at >= 0; at = piece.indexOf(quote, at + 1)) {
    const startUtf16 = window.startUtf16 + at
    places.push({ startUtf16, endUtf16: startUtf16 + quote.length })
  }
  return places
}

function approximatePlaces(text: string, quote: string, windows: readonly TextRange[]): TextRange[] {
  const units = windows.reduce((sum, window) => sum + window.endUtf16 - window.startUtf16, 0)
  if (units * Math.ceil(quote.length / 32) > maxSteps) return []
  return windows.flatMap(window => {
    const piece = text.slice(window.startUtf16, window.endUtf16)
    return bestEnds(distancesTo(quote, piece, 'free'), quote.length).map(({ end, errors }) => ({
      startUtf16: window.startUtf16 + startOf(quote, piece, end, errors),
      endUtf16: window.startUtf16 + end
    }))
  })
}

/** Places with few enough errors, the best one within each half length of the quotation. */
function bestEnds(distances: Int32Array, length: number): { end: number; errors: number }[] {
  const ends: { end: number; errors: number }[] = []
  const maxErrors = Math.floor(length * maxErrorShare)
  distances.forEach((errors, end) => {
    if (errors > maxErrors || end === 0) return
    const last = ends.at(-1)
    if (last === undefined || end - last.end > length / 2) ends.push({ end, errors })
    else if (errors < last.errors) Object.assign(last, { end, errors })
  })
  return ends
}

/** The start of the stretch that has so few errors and ends at `end`; of several the one nearest in length. */
function startOf(quote: string, piece: string, end: number, errors: number): number {
  const from = Math.max(0, end - quote.length - errors)
  const distances = distancesTo(backwards(quote), backwards(piece.slice(from, end)), 'anchored')
  let best = Math.min(quote.length, end)
  let bestCost = Infinity
  distances.forEach((distance, length) => {
    const cost = distance + Math.abs(length - quote.length) / (2 * quote.length + 2)
    if (length > 0 && cost < bestCost) [best, bestCost] = [length, cost]
  })
  return end - best
}
