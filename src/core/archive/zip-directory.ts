import { fail, ok, type Result } from '../result'

/** One file as the directory at the end of a ZIP archive tells of it (APPNOTE 6.3, 4.3.12). */
export interface ZipEntry {
  /** With `/` between folders; checked to lead nowhere outside the archive. */
  name: string
  isFolder: boolean
  isEncrypted: boolean
  /** 0 stored, 8 deflated; nothing else is read. */
  method: number
  crc32: number
  packedBytes: number
  inflatedBytes: number
  /** Where its local header begins. */
  offset: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const longestComment = 0xffff
/** Says that the true figure stands in a ZIP64 field. */
const elsewhere32 = 0xffffffff
const elsewhere16 = 0xffff

/** Whether these bytes begin as a ZIP archive does, an empty one included. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  if (bytes.length < endLength) return false
  const signature = viewOf(bytes).getUint32(0, true)
  return signature === localSignature || signature === endSignature
}

/**
 * Lists the entries of an archive without inflating one. Fails with `not-a-zip`, `damaged-zip`,
 * `zip-too-many-entries` or `unsafe-path`, placed at `place` and the entry's name.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  place: string,
  maximumEntries: number
): Result<ZipEntry[]> {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === null) {
    return looksLikeZip(bytes)
      ? damaged(place, 'its list of files is missing; the file may have been cut off')
      : fail('not-a-zip', `${place} is not a ZIP archive.`, place)
  }
  const { count, offset, isSplit } = end
  if (isSplit) return damaged(place, 'it is one part of an archive in several files')
  if (count > maximumEntries) return tooMany(place, maximumEntries)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = offset
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) {
      return damaged(place, `its list of files ends after ${index} of ${count}`)
    }
    const entry = readEntry(bytes, view, at)
    if (entry === null) return damaged(place, `entry ${index + 1} of its list cannot be read`)
    const unsafe = unsafeReason(entry.name) ?? (entry.isLink ? 'is a link to another file' : null)
    if (unsafe !== null) {
      const message = `${place} holds ${showName(entry.name)}, which ${unsafe}.`
      return fail('unsafe-path', message, `${place}/${printable(entry.name)}`)
    }
    if (names.has(entry.name)) return damaged(place, `${showName(entry.name)} stands in it twice`)
    names.add(entry.name)
    const { nextAt, isLink: _isLink, ...kept } = entry
    entries.push(kept)
    at = nextAt
  }
  return ok(entries)
}

/** Where the packed bytes of an entry begin; null when its local header is not there. */
export function packedStart(bytes: Uint8Array, entry: ZipEntry): number | null {
  const view = viewOf(bytes)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) return null
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  return start + entry.packedBytes <= bytes.length ? start : null
}

interface End {
  count: number
  offset: number
  isSplit: boolean
}

function findEnd(view: DataView): End | null {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    const isSplit = view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)
    if (count !== elsewhere16 && offset !== elsewhere32) return { count, offset, isSplit }
    return findEnd64(view, at) ?? { count, offset, isSplit }
  }
  return null
}

function findEnd64(view: DataView, endAt: number): End | null {
  const locator = endAt - 20
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) return null
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
    isSplit: false
  }
}

interface EntryInList extends ZipEntry {
  isLink: boolean
  nextAt: number
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): EntryInList | null {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const nameAt = at + 46
  const extraAt = nameAt + nameLength
  const nextAt = extraAt + extraLength + view.getUint16(at + 32, true)
  if (nextAt > bytes.length) return null
  const name = decodeName(bytes.subarray(nameAt, extraAt)).replaceAll('\\', '/')
  const sizes = readSizes(view, at, extraAt, extraAt + extraLength)
  const madeOnUnix = view.getUint8(at + 5) === 3
  const fileType = (view.getUint32(at + 38, true) >>> 16) & 0xf000
  return {
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (flags & 0x2041) !== 0,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    ...sizes,
    isLink: madeOnUnix && fileType === 0xa000,
    nextAt
  }
}

/** The sizes and the offset; those that did not fit into 32 bits stand in the ZIP64 field, in this order. */
function readSizes(view: DataView, at: number, extraAt: number, extraEnd: number) {
  let inflatedBytes = view.getUint32(at + 24, true)
  let packedBytes = view.getUint32(at + 20, true)
  let offset = view.getUint32(at + 42, true)
  for (let field = extraAt; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let next = field + 4
    const take = (given: number) => {
      if (given !== elsewhere32 || next + 8 > extraEnd) return given
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    }
    inflatedBytes = take(inflatedBytes)
    packedBytes = take(packedBytes)
    offset = take(offset)
    break
  }
  return { inflatedBytes, packedBytes, offset }
}

/** UTF-8, whether or not the entry says so; what is not, byte by byte, so that it has some name. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  }
}

function unsafeReason(name: string): string | null {
  if (name === '' || name.startsWith('/') || /^[a-z]:/i.test(name)) return 'is no place inside an archive'
  if (/\p{Cc}/u.test(name)) return 'has a control character in its name'
  const folders = name.replace(/\/$/, '').split('/')
  return folders.includes('..') ? 'leads out of the archive' : null
}

function damaged(place: string, why: string): Result<never> {
  return fail('damaged-zip', `${place} is damaged: ${why}.`, place)
}

function tooMany(place: string, maximumEntries: number): Result<never> {
  const message = `${place} holds more than ${maximumEntries.toLocaleString('en')} files.`
  return fail('zip-too-many-entries', message, place)
}

function showName(name: string): string {
  const shown = printable(name)
  return `“${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}”`
}

function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, '\uFFFD')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
