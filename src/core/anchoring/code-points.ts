/**
 * Converts between the two units of one text: UTF-16 code units, in which we count, and Unicode code points,
 * in which most formats do. A lone surrogate counts as one code point.
 */
export class CodePointIndex {
  /** Length of the text in code points. */
  readonly lengthCodePoints: number
  readonly lengthUtf16: number
  /** Where surrogate pairs begin, in UTF-16 units, ascending. Empty for nearly every text. */
  private readonly pairs: Uint32Array

  constructor(text: string) {
    this.pairs = findSurrogatePairs(text)
    this.lengthUtf16 = text.length
    this.lengthCodePoints = text.length - this.pairs.length
  }

  /** Throws RangeError for an offset outside the text or inside a surrogate pair. */
  toCodePoint(utf16: number): number {
    assertWithin(utf16, this.lengthUtf16, 'UTF-16 offset')
    const before = this.countPairs(pair => pair < utf16)
    if (before > 0 && this.pairs[before - 1] === utf16 - 1) {
      throw new RangeError(`UTF-16 offset ${utf16} lies inside a surrogate pair`)
    }
    return utf16 - before
  }

  /** Throws RangeError for an offset outside the text. */
  toUtf16(codePoint: number): number {
    assertWithin(codePoint, this.lengthCodePoints, 'code point offset')
    return codePoint + this.countPairs((pair, rank) => pair - rank < codePoint)
  }

  /** How many pairs, from the first, satisfy a condition that holds for a leading run of them only. */
  private countPairs(holds: (pair: number, rank: number) => boolean): number {
    let low = 0
    let high = this.pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (holds(this.pairs[middle] ?? Infinity, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}

function assertWithin(offset: number, length: number, unit: string): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`${unit} ${offset} lies outside a text of length ${length}`)
  }
}

function findSurrogatePairs(text: string): Uint32Array {
  const first = text.search(/[\ud800-\udbff]/)
  if (first === -1) return new Uint32Array(0)
  // Room for a text of nothing but pairs: a growing array takes three times as long to fill.
  const pairs = new Uint32Array((text.length - first) >>> 1)
  let found = 0
  for (let at = first; at < text.length; at++) {
    if (isPairAt(text, at)) pairs[found++] = at++
  }
  return pairs.slice(0, found)
}

function isPairAt(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}
