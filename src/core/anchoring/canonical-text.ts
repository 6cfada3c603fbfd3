import { fail, ok, type Result } from '../result'

/** The longest text we take in, in UTF-16 units. */
export const maxTextUtf16 = 20_000_000
/** No encoding we read needs more than three bytes for a UTF-16 unit; three more for the mark at the front. */
const maxBytes = maxTextUtf16 * 3 + 3

/**
 * Decodes the bytes of a text file (UTF-8 with or without a byte order mark, UTF-16 with one) into canonical
 * text: no byte order mark, every line break a single "\n", nothing else rewritten. Fails with `empty-file`,
 * `binary-file`, `unknown-encoding`, `text-too-large`, `no-text` or `lone-surrogate`, placed at `fileName`.
 */
export function decodeText(bytes: Uint8Array, fileName: string): Result<string> {
  if (bytes.length === 0) return fail('empty-file', `${fileName} is empty.`, fileName)
  if (bytes.length > maxBytes) return tooLarge(fileName)
  const decoded = decodeBytes(bytes)
  if (decoded === null) {
    return fail(
      'unknown-encoding',
      `${fileName} is not in an encoding that can be read without guessing. Save it as UTF-8 and try again.`,
      fileName
    )
  }
  if (decoded === '') return fail('empty-file', `${fileName} is empty.`, fileName)
  return canonicalizeText(decoded, fileName)
}

/**
 * Makes text that is already decoded canonical, with the same refusals as `decodeText` from the length on.
 * `place` names where it came from in messages.
 */
export function canonicalizeText(decoded: string, place: string): Result<string> {
  if (decoded.length > maxTextUtf16) return tooLarge(place)
  if (looksBinary(decoded)) {
    return fail('binary-file', `${place} is not plain text: it holds control characters.`, place)
  }
  if (/\p{Surrogate}/u.test(decoded)) {
    return fail('lone-surrogate', `${place} holds half of a character and would not survive saving.`, place)
  }
  // Format characters (zero-width spaces, direction marks) show nothing on their own.
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(decoded)) {
    return fail('no-text', `There is no text in ${place}, only white space.`, place)
  }
  return ok(decoded.replace(/\r\n?/g, '\n'))
}

function tooLarge(place: string): Result<string> {
  return fail(
    'text-too-large',
    `${place} is longer than ${maxTextUtf16 / 1_000_000} million characters. Split it into several articles.`,
    place
  )
}

/** Null when the bytes are not what their mark, or UTF-8, promises. */
function decodeBytes(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, false)
  // A NUL is valid UTF-8, so that UTF-16 and UTF-32 without a mark decode and are then refused as binary.
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

/** By hand, not by TextDecoder: lone surrogates are to pass here and be named for what they are later. */
function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string | null {
  if (bytes.length % 2 !== 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieceUnits = 8192
  const pieces: string[] = []
  for (let at = 2; at < bytes.length; at += pieceUnits * 2) {
    const units: number[] = []
    const end = Math.min(bytes.length, at + pieceUnits * 2)
    for (let unit = at; unit < end; unit += 2) units.push(view.getUint16(unit, littleEndian))
    pieces.push(String.fromCharCode(...units))
  }
  return pieces.join('')
}

/**
 * A NUL never stands in text. Tabs and form feeds do, and now and then an escape that a terminal left behind:
 * when more than one character in a hundred is such a control, the file is something else.
 */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 ? unit < 0x09 || unit > 0x0d : unit === 0x7f) controls++
  }
  return controls > text.length / 100
}
