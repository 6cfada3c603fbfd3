import { looksLikeZip, readZipDirectory } from '../../core/archive/zip-directory'
import { readZip, zipLimits } from '../../core/archive/read-zip'
import type { SourceFile } from '../../core/formats/format'
import { fail, ok, type Result } from '../../core/result'

/** The files in a document that is an archive, as bytes, by name. */
export type DocumentParts = ReadonlyMap<string, Uint8Array>

/** Opens an archive of a document; with `wanted` only those of its files. What `readZip` refuses is refused. */
export function openArchive(
  { name, bytes }: SourceFile,
  wanted?: (name: string) => boolean
): Result<DocumentParts> {
  const read = readZip(bytes, name, wanted)
  return read.ok ? ok(new Map(read.value.map(file => [file.name, file.bytes]))) : read
}

/** Whether the archive has all of these files in it. False for what is no archive. */
export function hasParts(bytes: Uint8Array, ...names: readonly string[]): boolean {
  if (!looksLikeZip(bytes)) return false
  const entries = readZipDirectory(bytes, '', zipLimits.entries)
  return entries.ok && names.every(name => entries.value.some(entry => entry.name === name))
}

/** Whether the archive begins with a file `mimetype` that says this, as OpenDocument and EPUB ask for. */
export function hasMimetype(bytes: Uint8Array, type: string): boolean {
  const start = String.fromCharCode(...bytes.subarray(30, 38 + type.length))
  return looksLikeZip(bytes) && start === `mimetype${type}`
}

/** A part as text in UTF-8, or in UTF-16 with a mark; fails with `part-missing` or `unknown-encoding`. */
export function textPart(parts: DocumentParts, name: string, place: string): Result<string> {
  const bytes = parts.get(name)
  if (bytes === undefined) {
    return fail('part-missing', `${place} is damaged: ${name} is missing in it.`, `${place}/${name}`)
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    const message = `${place} is damaged: ${name} in it is not in the encoding it should be.`
    return fail('unknown-encoding', message, `${place}/${name}`)
  }
}
