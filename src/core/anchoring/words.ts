import { snapToGraphemes } from './graphemes'
import { wordOffsets } from './word-offsets'

type Edge = 'start' | 'end'

interface WordRange {
  startUtf16: number
  endUtf16: number
}

/** How far around an offset to look at least, in UTF-16 units: longer than any word or run of spaces. */
const reach = 256

const segmenters = new Map<string, Intl.Segmenter>()

function wordSegmenter(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale === '' ? 'en' : locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  return segmenter
}

/**
 * Makes a rough selection tidy: trims white space at both ends and widens to whole words (UAX #29). A mark
 * of punctuation at an end stays when it was selected and is not added when it was not. Offsets in UTF-16
 * units. Answers null when only white space, or nothing, is selected; throws RangeError outside the text.
 */
export function snapToWords(
  text: string,
  startUtf16: number,
  endUtf16: number,
  locale = 'en'
): WordRange | null {
  const whole = snapToGraphemes(text, startUtf16, endUtf16)
  const selected = text.slice(whole.startUtf16, whole.endUtf16)
  const trimmed = selected.trim()
  if (trimmed === '') return null
  const start = whole.startUtf16 + (selected.length - selected.trimStart().length)
  const end = start + trimmed.length
  // The last snap matters for a space that carries a combining mark: trimming splits it.
  return snapToGraphemes(
    text,
    segmentAround(text, start, locale).startUtf16,
    segmentAround(text, end, locale).endUtf16
  )
}

/**
 * The nearest word border after (`forward`) or before (`backward`) an offset, both in UTF-16 units. Lands on
 * the end of a word going forward and on the start going backward unless `edge` says otherwise. Past the
 * last word it answers the end of the visible text, before the first one its start; never an offset in the
 * other direction.
 */
export function nextWordBoundary(
  text: string,
  offset: number,
  direction: 'forward' | 'backward',
  edge: Edge = direction === 'forward' ? 'end' : 'start',
  locale = 'en'
): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`Offset ${offset} lies outside a text of length ${text.length}`)
  }
  return direction === 'forward'
    ? borderAfter(text, offset, edge, locale)
    : borderBefore(text, offset, edge, locale)
}

/** Texts of these characters alone follow the few rules that `plainWord` spells out, in every locale. */
export const plainText = /^[A-Za-zÀ-ÖØ-öø-ſ0-9\s.,;:!?'"‘’“”()[\]/–—…$%&*-]*$/u
/**
 * A word of UAX #29 in such a text: letters and digits, a colon, full stop or apostrophe between two letters, and
 * a comma, semicolon, full stop or apostrophe between two digits.
 */
export const plainWord =
  /[A-Za-zÀ-ÖØ-öø-ſ0-9]+(?:(?:(?<=\p{L})[:.'‘’](?=\p{L})|(?<=\d)[,;.'‘’](?=\d))[A-Za-zÀ-ÖØ-öø-ſ0-9]+)*/gu

/** Counts words as UAX #29 delimits them: segments with a letter, digit or ideograph. */
export function countWords(text: string, locale = 'en'): number {
  // Ten times as fast as the segmenter, and what nearly all passages are made of.
  if (plainText.test(text)) return text.match(plainWord)?.length ?? 0
  let words = 0
  for (let from = 0; from < text.length;) {
    // The engine's time per character grows with the length of what it segments.
    const to = windowEnd(text, from + 4 * reach)
    words += wordOffsets(text, locale, from, to).length / 2
    from = to
  }
  return words
}

function borderAfter(text: string, offset: number, edge: Edge, locale: string): number {
  let from = windowStart(text, offset)
  while (from < text.length) {
    const to = windowEnd(text, Math.max(from, offset) + reach)
    const border = wordsBetween(text, from, to, locale)
      .map(word => (edge === 'start' ? word.startUtf16 : word.endUtf16))
      .find(at => at > offset)
    if (border !== undefined) return border
    from = to
  }
  return Math.max(offset, text.trimEnd().length)
}

function borderBefore(text: string, offset: number, edge: Edge, locale: string): number {
  let to = windowEnd(text, offset)
  while (to > 0) {
    const from = windowStart(text, Math.min(to, offset))
    const border = wordsBetween(text, from, to, locale)
      .map(word => (edge === 'start' ? word.startUtf16 : word.endUtf16))
      .findLast(at => at < offset)
    if (border !== undefined) return border
    to = from
  }
  return Math.min(offset, text.length - text.trimStart().length)
}

function wordsBetween(text: string, from: number, to: number, locale: string): WordRange[] {
  const offsets = wordOffsets(text, locale, from, to)
  const words: WordRange[] = []
  for (let i = 0; i < offsets.length; i += 2)
    words.push({ startUtf16: offsets[i] ?? 0, endUtf16: offsets[i + 1] ?? 0 })
  return words
}

/** The segment, word or not, that an offset would split; at a border, the empty range there. */
function segmentAround(text: string, offset: number, locale: string): WordRange {
  const from = windowStart(text, offset)
  const to = windowEnd(text, offset)
  for (const { index, segment } of wordSegmenter(locale).segment(text.slice(from, to))) {
    const end = from + index + segment.length
    if (end === offset) break
    if (end > offset && from + index < offset) return { startUtf16: from + index, endUtf16: end }
    if (end > offset) break
  }
  return { startUtf16: offset, endUtf16: offset }
}

/** A certain word border before an offset, so that a whole book need not be segmented for one word. */
function windowStart(text: string, offset: number): number {
  let at = Math.max(0, offset - reach)
  while (!isCertainBorder(text, at)) at--
  return at
}

/** The first certain word border from `reach` behind an offset on. */
export function windowEnd(text: string, offset: number): number {
  let at = Math.min(text.length, offset + reach)
  while (!isCertainBorder(text, at)) at++
  return at
}

/** True around a line feed and between an ASCII letter or digit and a space, which no word spans. */
function isCertainBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = text.charCodeAt(offset - 1)
  if (before === 0x0a) return true
  return text.charCodeAt(offset) === 0x20 && isAsciiAlphanumeric(before)
}

function isAsciiAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}
