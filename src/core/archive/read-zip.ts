import { Inflate } from 'fflate'
import type { SourceFile } from '../formats/format'
import { fail, ok, type Result } from '../result'
import { crc32 } from './crc32'
import { packedStart, readZipDirectory, type ZipEntry } from './zip-directory'

export interface ZipLimits {
  /** Of all entries together, once inflated. */
  inflatedBytes: number
  entries: number
  /** Inflated bytes for each packed one, for entries of more than a few megabytes. */
  ratio: number
}

export const zipLimits: ZipLimits = { inflatedBytes: 200 * 1024 * 1024, entries: 10_000, ratio: 250 }

/** Short texts of one letter pack better than any bomb and harm nobody. */
const ratioMattersFromBytes = 16 * 1024 * 1024
/** A packed byte makes at most 1032: never more than some 8 MB at a time before a cap is looked at. */
const packedStepBytes = 8 * 1024

/**
 * Reads a ZIP archive: its files in the order of its directory, folders and what macOS adds left out. With
 * `wanted`, only those files are inflated and only they count. What the archive says of sizes is not trusted:
 * inflating stops at a cap. Fails, placed at `place` and the entry's name, with `not-a-zip`, `damaged-zip`
 * (cut off, wrong checksum, a name twice), `encrypted-zip`, `unsupported-zip`, `unsafe-path` (`..`, absolute,
 * links), `zip-too-many-entries`, `zip-too-large` or `zip-ratio`.
 */
export function readZip(
  bytes: Uint8Array,
  place: string,
  wanted: (name: string) => boolean = () => true,
  limits: ZipLimits = zipLimits
): Result<SourceFile[]> {
  const entries = readZipDirectory(bytes, place, limits.entries)
  if (!entries.ok) return entries
  const files: SourceFile[] = []
  let left = limits.inflatedBytes
  for (const entry of entries.value) {
    if (entry.isFolder || isMacOsAddition(entry.name) || !wanted(entry.name)) continue
    const inflated = inflateEntry(bytes, entry, place, { ...limits, inflatedBytes: left })
    if (!inflated.ok) return inflated
    files.push({ name: entry.name, bytes: inflated.value })
    left -= inflated.value.length
  }
  return ok(files)
}

function isMacOsAddition(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.endsWith('.DS_Store')
}

function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  place: string,
  limits: ZipLimits
): Result<Uint8Array> {
  const at = `${place}/${entry.name}`
  if (entry.isEncrypted) {
    return fail(
      'encrypted-zip',
      `${place} is protected by a password. Save it without one and try again.`,
      at
    )
  }
  if (entry.method !== 0 && entry.method !== 8) {
    return fail('unsupported-zip', `${place} is packed in a way that cannot be read here.`, at)
  }
  if (entry.inflatedBytes > limits.inflatedBytes) return tooLarge(place, at)
  const start = packedStart(bytes, entry)
  if (start === null) return damaged(place, at)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  const inflated = entry.method === 0 ? ok(packed.slice()) : inflate(packed, place, at, limits)
  if (!inflated.ok) return inflated
  const isWhole = inflated.value.length === entry.inflatedBytes && crc32(inflated.value) === entry.crc32
  return isWhole ? inflated : damaged(place, at)
}

/** Step by step, so that a bomb is noticed while it is still small. */
function inflate(packed: Uint8Array, place: string, at: string, limits: ZipLimits): Result<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  let hasEnded = false
  const stream = new Inflate((piece, isLast) => {
    pieces.push(piece)
    length += piece.length
    hasEnded ||= isLast
  })
  try {
    for (let from = 0; from < packed.length; from += packedStepBytes) {
      const to = Math.min(packed.length, from + packedStepBytes)
      stream.push(packed.subarray(from, to), to === packed.length)
      if (length > limits.inflatedBytes) return tooLarge(place, at)
      if (length > ratioMattersFromBytes && length > to * limits.ratio) return badRatio(place, at)
    }
  } catch {
    return damaged(place, at)
  }
  return hasEnded ? ok(join(pieces, length)) : damaged(place, at)
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function damaged(place: string, at: string): Result<never> {
  return fail('damaged-zip', `${place} is damaged: a file in it cannot be unpacked whole.`, at)
}

function tooLarge(place: string, at: string): Result<never> {
  const megabytes = zipLimits.inflatedBytes / 1024 / 1024
  return fail('zip-too-large', `${place} unpacks to more than ${megabytes} MB.`, at)
}

function badRatio(place: string, at: string): Result<never> {
  const message = `${place} unpacks to far more than any document does; it may be made to fill the memory.`
  return fail('zip-ratio', message, at)
}
