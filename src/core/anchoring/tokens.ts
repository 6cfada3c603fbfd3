import { knownLocale } from './known-locale'
import { plainText, plainWord, windowEnd } from './words'

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
  // In windows, since the engine's time per character grows with the length of what it segments.
  for (let at = from; at < to;) {
    const end = Math.min(to, windowEnd(text, at + windowUnits))
    addTokens(tokens, text.slice(at, end), language, at)
    at = end
  }
  return tokens
}

const windowUnits = 1024
const plainToken = new RegExp(`${plainWord.source}|\\S`, 'gu')

function addTokens(tokens: Token[], text: string, language: string, offset: number): void {
  const add = (startUtf16: number, { length }: string) =>
    tokens.push({ startUtf16, endUtf16: startUtf16 + length })
  // Ten times as fast as the segmenter, and what nearly all texts are made of.
  if (plainText.test(text)) {
    for (const match of text.matchAll(plainToken)) add(offset + match.index, match[0])
    return
  }
  for (const { segment, index } of segmenterOf(language, 'word').segment(text))
    // A word can hold a space that does not break, which would part it for every reader of columns.
    for (const match of segment.matchAll(/[^\s\p{Cc}\p{Z}]+/gu)) add(offset + index + match.index, match[0])
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Kept, since making one takes as long as segmenting a page. */
function segmenterOf(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language}`
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(knownLocale(language), { granularity })
  segmenters.set(key, segmenter)
  return segmenter
}

/** The sentences of a stretch of text after UAX #29, half open, in UTF-16 units. */
export function* sentencesOf(
  text: string,
  language: string,
  from: number,
  to: number
): Generator<[number, number]> {
  for (const { segment, index } of segmenterOf(language, 'sentence').segment(text.slice(from, to)))
    yield [from + index, from + index + segment.length]
}
