/** Boundaries of grapheme clusters do not depend on the language, but the segmenter wants one. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Widens a range of UTF-16 offsets so that it splits no grapheme cluster (UAX #29, extended). An empty range
 * stays empty and moves to the start of its cluster. Throws RangeError for a range outside the text.
 */
export function snapToGraphemes(
  text: string,
  startUtf16: number,
  endUtf16: number
): { startUtf16: number; endUtf16: number } {
  const isRange = Number.isInteger(startUtf16) && Number.isInteger(endUtf16)
  if (!isRange || startUtf16 < 0 || startUtf16 > endUtf16 || endUtf16 > text.length) {
    throw new RangeError(`Range ${startUtf16}–${endUtf16} lies outside a text of length ${text.length}`)
  }
  const start = clusterAround(text, startUtf16).startUtf16
  return {
    startUtf16: start,
    endUtf16: startUtf16 === endUtf16 ? start : clusterAround(text, endUtf16).endUtf16
  }
}

/** The cluster that an offset would split; at a boundary, the empty range there. */
function clusterAround(text: string, offset: number): { startUtf16: number; endUtf16: number } {
  // Segmenting only from one certain boundary to the next keeps this fast in a text of any length.
  let from = offset
  while (!isCertainBoundary(text, from)) from--
  if (from === offset) return { startUtf16: offset, endUtf16: offset }
  let to = offset
  while (!isCertainBoundary(text, to)) to++

  for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
    const start = from + index
    const end = start + segment.length
    if (end === offset) return { startUtf16: offset, endUtf16: offset }
    if (end > offset) return { startUtf16: start, endUtf16: end }
  }
  return { startUtf16: from, endUtf16: to }
}

/** True only where a cluster ends whatever surrounds the two neighbours; false where one must look closer. */
function isCertainBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (before === 0x0a) return true
  return isPlain(before) && isPlain(after)
}

/**
 * Characters that neither extend a cluster nor draw the next one in: no marks, joiners, prepended signs,
 * Hangul, regional indicators or surrogates. Leaving one out costs time, never correctness.
 */
function isPlain(unit: number): boolean {
  if (unit < 0x300) return unit >= 0x20 && unit !== 0xad
  return (
    (unit >= 0x370 && unit <= 0x482) || // Greek, Cyrillic
    (unit >= 0x48a && unit <= 0x52f) ||
    (unit >= 0x5d0 && unit <= 0x5ea) || // Hebrew letters, without points
    (unit >= 0x621 && unit <= 0x64a) || // Arabic letters, without signs
    (unit >= 0x2010 && unit <= 0x2027) || // dashes and quotation marks
    (unit >= 0x3000 && unit <= 0x3029) || // CJK punctuation
    (unit >= 0x3041 && unit <= 0x3096) || // kana
    (unit >= 0x30a0 && unit <= 0x30ff) ||
    (unit >= 0x4e00 && unit <= 0x9fff) // CJK ideographs
  )
}
