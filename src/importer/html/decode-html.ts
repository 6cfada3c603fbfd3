import { decodeText, maxTextUtf16 } from '../../core/anchoring/canonical-text'
import { fail, ok, type Result } from '../../core/result'
import { decodeWindows1252 } from '../decode-windows-1252'

/** Where browsers look for the encoding a page names (HTML standard, 13.2.3.2), and somewhat further. */
const searchedBytes = 4096

/**
 * The markup of a page: by its byte order mark, as the encoding it names, or as UTF-8. Nothing is guessed:
 * fails with `unknown-encoding` when the bytes are none of these, else as `decodeText` does.
 */
export function decodeHtml(bytes: Uint8Array, place: string): Result<string> {
  const named = namedEncoding(bytes)
  if (named === null || bytes.length > maxTextUtf16 * 3) return decodeText(bytes, place)
  try {
    const html = named === 'windows-1252' ? decodeWindows1252(bytes) : decodeAs(named, bytes)
    if (html.includes('\0')) return fail('binary-file', `${place} is not a web page: it holds NULs.`, place)
    return ok(html)
  } catch {
    // Pages that name one encoding and are saved by a browser in UTF-8 are common.
    const decoded = decodeText(bytes, place)
    if (decoded.ok) return decoded
    const message = `${place} says it is in ${named}, and is not. Save it as UTF-8 and try again.`
    return fail('unknown-encoding', message, place)
  }
}

/** Null for UTF-8, for bytes with a mark and for what no decoder knows. */
function namedEncoding(bytes: Uint8Array): string | null {
  const hasMark =
    (bytes[0] === 0xef && bytes[1] === 0xbb) ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (hasMark) return null
  const start = String.fromCharCode(...bytes.subarray(0, searchedBytes))
  const name =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]{2,40})/i.exec(start)?.[1]
  if (name === undefined || /^(?:utf-?8|utf-?16.*)$/i.test(name)) return null
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}
