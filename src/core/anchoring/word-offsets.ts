/** How a UTF-16 unit takes part in UAX #29 word boundaries, as far as the fast path knows it. */
const unknown = 0
const other = 1
const letter = 2
const digit = 3
/** Holds two letters or two digits together: a full stop and the apostrophes. */
const midBoth = 4
/** Holds two digits together. */
const midDigit = 5
/** Holds two letters together in some languages and not in others. */
const colon = 6
const space = 7
const lineFeed = 8

const kinds = kindTable()
const segmenters = new Map<string, Intl.Segmenter>()

/**
 * Where the words of `text` from `from` up to `to` begin and end (start, end, start, end … in UTF-16 units),
 * exactly as `Intl.Segmenter` delimits them by UAX #29: segments with a letter, digit or ideograph. In English
 * the letters and punctuation of western texts are read by a table, some forty times as fast; around
 * anything else the segmenter is asked.
 */
export function wordOffsets(text: string, locale = 'en', from = 0, to = text.length): number[] {
  const offsets: number[] = []
  if (locale !== '' && locale !== 'en' && !locale.startsWith('en-')) {
    segmentInto(offsets, text, from, to, locale)
    return offsets
  }
  // Up to here all is settled, whatever follows.
  let border = from
  let known = 0
  let i = from
  while (i < to) {
    const kind = kindAt(text, i)
    if (kind === letter || kind === digit) {
      const end = wordEnd(text, i, to)
      if (end !== -1) {
        offsets.push(i, end)
        i = end
        if (isBorder(text, i)) {
          border = i
          known = offsets.length
        }
        continue
      }
    } else if (kind !== unknown && kind !== colon) {
      i++
      if (kind === lineFeed) {
        border = i
        known = offsets.length
      }
      continue
    } else if (kind === colon) {
      i++
      continue
    }
    offsets.length = known
    const next = nextBorder(text, i + 1, to)
    segmentInto(offsets, text, border, next, locale)
    border = i = next
    known = offsets.length
  }
  return offsets
}

/** The end of a word that begins at `start`; -1 where the table cannot tell. */
function wordEnd(text: string, start: number, to: number): number {
  let kind = kindAt(text, start)
  let i = start + 1
  while (i < to) {
    const next = kindAt(text, i)
    if (next === letter || next === digit) kind = next
    else {
      if (next === unknown) return -1
      const after = i + 1 < to ? kindAt(text, i + 1) : other
      if (next === colon && after === letter && kind === letter) return -1
      // A mark that combines would belong to what stands before it.
      if (next >= midBoth && next <= colon && after === unknown) return -1
      const isHeld = after === kind && (next === midBoth || (next === midDigit && kind === digit))
      if (!isHeld) return i
      i++
    }
    i++
  }
  return i
}

/** A place that no word spans: after a line feed, and between an ASCII letter or digit and a space. */
function isBorder(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  if (before === 0x0a) return true
  const kind = kinds[before] ?? unknown
  return text.charCodeAt(offset) === 0x20 && before < 0x80 && (kind === letter || kind === digit)
}

function nextBorder(text: string, offset: number, to: number): number {
  let at = Math.min(offset, to)
  while (at < to && !isBorder(text, at)) at++
  return at
}

function segmentInto(offsets: number[], text: string, from: number, to: number, locale: string): void {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale === '' ? 'en' : locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(from, to)))
    if (isWordLike) offsets.push(from + index, from + index + segment.length)
}

function kindAt(text: string, offset: number): number {
  return kinds[text.charCodeAt(offset)] ?? unknown
}

/** Latin letters to U+017F, digits, and the punctuation of western print. */
function kindTable(): Uint8Array {
  const table = new Uint8Array(0x2100)
  const put = (characters: string, kind: number) => {
    for (const character of characters) table[character.charCodeAt(0)] = kind
  }
  for (let unit = 0xc0; unit < 0x180; unit++) table[unit] = letter
  put('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', letter)
  put('0123456789', digit)
  put('×÷!"#$%&()*+-/<=>?@[\\]^`{|}~¢£§¶«»°“”„–—…†•€', other)
  put(".'’‘", midBoth)
  put(',;', midDigit)
  put(':', colon)
  put(' ', space)
  put('\n', lineFeed)
  return table
}
