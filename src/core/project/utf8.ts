/**
 * UTF-8 in both directions, without the platform's `TextEncoder`: the core knows neither DOM nor Node.
 */

const replacementCharacter = 0xfffd

/** The text in UTF-8. A lone surrogate, which UTF-8 cannot say, becomes U+FFFD as in `TextEncoder`. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[length++] = unit
    } else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6)
      bytes[length++] = 0x80 | (unit & 0x3f)
    } else {
      const codePoint = text.codePointAt(index) ?? replacementCharacter
      const isLone = codePoint >= 0xd800 && codePoint <= 0xdfff
      length = putLong(bytes, length, isLone ? replacementCharacter : codePoint)
      if (codePoint > 0xffff) index += 1
    }
  }
  return bytes.slice(0, length)
}

/** Writes a code point from U+0800 on and answers where the next byte goes. */
function putLong(bytes: Uint8Array, at: number, codePoint: number): number {
  let length = at
  if (codePoint > 0xffff) {
    bytes[length++] = 0xf0 | (codePoint >> 18)
    bytes[length++] = 0x80 | ((codePoint >> 12) & 0x3f)
  } else {
    bytes[length++] = 0xe0 | (codePoint >> 12)
  }
  bytes[length++] = 0x80 | ((codePoint >> 6) & 0x3f)
  bytes[length++] = 0x80 | (codePoint & 0x3f)
  return length
}

export type DecodedText = { ok: true; text: string } | { ok: false; invalidAt: number }

/** Small enough to be spread into one call. */
const unitsPerPiece = 8192

/**
 * The text of UTF-8 bytes, without its byte order mark. Nothing is replaced: at the first byte that is
 * not UTF-8 (overlong forms and surrogates included) the answer is that byte's place, from 0.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const pieces: string[] = []
  const units = new Uint16Array(unitsPerPiece + 2)
  let filled = 0
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (index < bytes.length) {
    const first = bytes[index] ?? 0
    if (first < 0x80) {
      units[filled++] = first
      index += 1
    } else {
      const size = sequenceSize(bytes, index)
      if (size === 0) return { ok: false, invalidAt: index }
      const codePoint = codePointOf(bytes, index, size)
      if (codePoint > 0xffff) {
        units[filled++] = 0xd7c0 + (codePoint >> 10)
        units[filled++] = 0xdc00 | (codePoint & 0x3ff)
      } else {
        units[filled++] = codePoint
      }
      index += size
    }
    if (filled >= unitsPerPiece) {
      pieces.push(textOf(units.subarray(0, filled)))
      filled = 0
    }
  }
  pieces.push(textOf(units.subarray(0, filled)))
  return { ok: true, text: pieces.join('') }
}

/** Several times faster than spreading, which asks the array's iterator for each unit. */
function textOf(units: Uint16Array): string {
  const apply: (make: typeof String.fromCharCode, on: undefined, units: Uint16Array) => string = Reflect.apply
  return apply(String.fromCharCode, undefined, units)
}

/** Bytes in the well-formed sequence that starts here (Unicode, table 3-7), or 0. */
function sequenceSize(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  const size =
    first >= 0xc2 && first <= 0xdf ? 2 : (first & 0xf0) === 0xe0 ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (size === 0) return 0
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < lowest || second > highest) return 0
  for (let next = at + 2; next < at + size; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return size
}

function codePointOf(bytes: Uint8Array, at: number, size: number): number {
  let codePoint = (bytes[at] ?? 0) & (0x7f >> size)
  for (let next = at + 1; next < at + size; next += 1)
    codePoint = (codePoint << 6) | ((bytes[next] ?? 0) & 0x3f)
  return codePoint
}
