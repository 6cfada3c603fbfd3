import { knownLocale } from './known-locale'

/** A word, number or mark, in UTF-16 units of its text; never with white space in it. */
export interface Token {
  startUtf16: number
  endUtf16: number
}

/**
 * The tokens of a stretch of text: words after UAX #29 (`Intl.Segmenter`), everything between them but white space
 * one token for each grapheme. They are the same wherever the same version of Unicode is.
 */
export function tokensOf(text: string, language: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  const segmenter = new Intl.Segmenter(knownLocale(language), { granularity: 'word' })
  for (const { segment, index } of segmenter.segment(text.slice(from, to)))
    // A word can hold a space that does not break, which would part it for every reader of columns.
    for (const { 0: piece, index: at } of segment.matchAll(/[^\s\p{Cc}\p{Z}]+/gu)) {
      const startUtf16 = from + index + at
      tokens.push({ startUtf16, endUtf16: startUtf16 + piece.length })
    }
  return tokens
}

/** The sentences of a stretch of text after UAX #29, half open, in UTF-16 units. */
export function* sentencesOf(
  text: string,
  language: string,
  from: number,
  to: number
): Generator<[number, number]> {
  const segmenter = new Intl.Segmenter(knownLocale(language), { granularity: 'sentence' })
  for (const { segment, index } of segmenter.segment(text.slice(from, to)))
    yield [from + index, from + index + segment.length]
}
