import type { TextRange } from '../annotation/spans'

/** Words and marks of a stretch of text, as numbers: equal numbers are equal but for typography. */
export interface Tokens {
  ids: Int32Array
  /** UTF-16 offsets in the whole text. */
  starts: Int32Array
  ends: Int32Array
}

/** Scripts that part no words by spaces: each character counts as a word of its own. */
const unspaced = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}'
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u')
const marks = '[-\\u2010-\\u2015\\u2212]+|\\S'
const spacedToken = new RegExp(`[\\p{L}\\p{N}\\p{M}_]+|${marks}`, 'gu')
const anyToken = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_])+|${marks}`, 'gu')

/** Gives equal words of several texts equal numbers. */
export class TokenInterner {
  private readonly ids = new Map<string, number>()

  /** Tokens of `text` within `range` (UTF-16 units). White space is no token: re-wrapping changes none. */
  tokens(text: string, range: TextRange): Tokens {
    const piece = text.slice(range.startUtf16, range.endUtf16)
    const found = [...piece.matchAll(hasUnspaced.test(piece) ? anyToken : spacedToken)]
    const ids = new Int32Array(found.length)
    const starts = new Int32Array(found.length)
    const ends = new Int32Array(found.length)
    found.forEach((match, i) => {
      const start = range.startUtf16 + match.index
      ids[i] = this.id(foldTypography(match[0]))
      starts[i] = start
      ends[i] = start + match[0].length
    })
    return { ids, starts, ends }
  }

  /** The number of a string, the same for equal strings. */
  id(value: string): number {
    const known = this.ids.get(value)
    if (known !== undefined) return known
    this.ids.set(value, this.ids.size)
    return this.ids.size - 1
  }
}

/** Tokens that differ in their quotation marks or dashes alone stand for each other when texts are aligned. */
function foldTypography(token: string): string {
  const first = token.charCodeAt(0)
  if (first > 0x7f ? first < 0x2010 && first !== 0xab && first !== 0xbb : first > 0x2d) return token
  if (/^[‘’‚‛“”„‟«»"'`]$/.test(token)) return '"'
  return /^[-\u2010-\u2015\u2212]+$/.test(token) ? '-' : token
}
