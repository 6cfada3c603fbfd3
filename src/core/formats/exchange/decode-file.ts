import { decodeUtf8 } from '../../project/utf8'
import { fail, ok, type Result } from '../../result'
import type { SourceFile } from '../format'

/** Larger files do not fit into one text of every engine we run on. */
const maximumBytes = 256 * 1024 * 1024

/** A file's text in UTF-8, without its byte order mark. Fails with `too-large`, `not-utf8` or `empty-file`. */
export function decodeFile({ name, bytes }: SourceFile): Result<string> {
  if (bytes.length > maximumBytes)
    return fail('too-large', `${name} is larger than ${maximumBytes / (1024 * 1024)} MB.`, name)
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok)
    return fail('not-utf8', `${name} is not UTF-8 at byte ${decoded.invalidAt}. Save it as UTF-8.`, name)
  if (decoded.text.trim() === '') return fail('empty-file', `${name} is empty.`, name)
  return ok(decoded.text)
}
