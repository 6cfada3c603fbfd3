import { Deflate } from 'fflate'
import type { OutgoingFile } from '../formats/format'
import { WriteFailure } from '../formats/write-failure'
import { encodeUtf8 } from '../project/utf8'
import { crc32 } from './crc32'
import {
  dataDescriptor,
  directoryEntry,
  encodeEntryName,
  endOfDirectory,
  localHeader,
  zipTimeOf,
  type WrittenEntry
} from './zip-records'

/** Packed in about 5 ms. */
const stepBytes = 64 * 1024
const mostBytes = 0xffffffff

/**
 * A ZIP archive as one file on its way out: made while it is taken, a file after the other, in pieces of a few
 * milliseconds that may be empty, and never held whole. The same files and time give the same bytes.
 * `modifiedAt` is the ISO 8601 instant that all entries bear. Taking it throws `WriteFailure` for a file of more
 * than 4 GiB, and what the files themselves throw; Error for a name that stands in it twice.
 */
export function writeZip(name: string, files: Iterable<OutgoingFile>, modifiedAt: string): OutgoingFile {
  return { name, chunks: { [Symbol.iterator]: () => gathered(zipChunks(files, modifiedAt)) } }
}

function* zipChunks(files: Iterable<OutgoingFile>, modifiedAt: string): Generator<Uint8Array> {
  const time = zipTimeOf(modifiedAt)
  const entries: WrittenEntry[] = []
  const names = new Set<string>()
  let offset = 0
  for (const file of files) {
    if (names.has(file.name)) throw new Error(`“${file.name}” would stand in the archive twice`)
    names.add(file.name)
    const entry = { name: encodeEntryName(file.name), crc32: 0, packedBytes: 0, inflatedBytes: 0, offset }
    const header = localHeader(entry.name, time)
    yield header
    yield* packedChunks(file, entry)
    const descriptor = dataDescriptor(entry)
    yield descriptor
    entries.push(entry)
    offset += header.length + entry.packedBytes + descriptor.length
  }
  let directoryBytes = 0
  for (const entry of entries) {
    const record = directoryEntry(entry, time)
    yield record
    directoryBytes += record.length
  }
  yield endOfDirectory(entries.length, offset, directoryBytes)
}

/** Headers and small files together, since each piece costs its reader a message; an empty piece while too little is there. */
function* gathered(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let pending: Uint8Array[] = []
  let length = 0
  for (const chunk of chunks) {
    pending.push(chunk)
    length += chunk.length
    if (length < stepBytes) {
      yield new Uint8Array(0)
      continue
    }
    yield joined(pending, length)
    pending = []
    length = 0
  }
  yield joined(pending, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The file's bytes, deflated (RFC 1951); counts them in the entry. */
function* packedChunks(file: OutgoingFile, entry: WrittenEntry): Generator<Uint8Array> {
  let packed: Uint8Array[] = []
  const deflate = new Deflate({ level: 6 }, chunk => packed.push(chunk))
  for (const bytes of inSteps(file.chunks)) {
    if (bytes.length === 0) {
      yield bytes
      continue
    }
    entry.crc32 = crc32(bytes, entry.crc32)
    entry.inflatedBytes += bytes.length
    deflate.push(bytes)
    yield* drain()
    // Deflated text never grows by more than a few bytes.
    if (entry.inflatedBytes > mostBytes - stepBytes) throw tooLarge(file.name)
  }
  deflate.push(new Uint8Array(0), true)
  yield* drain()

  function* drain(): Generator<Uint8Array> {
    const ready = packed
    packed = []
    for (const chunk of ready) entry.packedBytes += chunk.length
    yield* ready.length === 0 ? [new Uint8Array(0)] : ready
  }
}

/** Bytes in steps; the two halves of a character stay together wherever a chunk of text ends. */
function* inSteps(chunks: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let half = ''
  for (const chunk of chunks) {
    // An empty chunk is a pause, and stays one.
    if (chunk.length === 0) yield new Uint8Array(0)
    else if (typeof chunk === 'string') {
      const text = half + chunk
      const end = endsInHalf(text, text.length) ? text.length - 1 : text.length
      half = text.slice(end)
      for (let at = 0; at < end;) {
        const to = Math.min(at + stepBytes, end)
        const next = to < end && endsInHalf(text, to) ? to + 1 : to
        yield encodeUtf8(text.slice(at, next))
        at = next
      }
    } else {
      if (half !== '') yield encodeUtf8(half)
      half = ''
      for (let at = 0; at < chunk.length; at += stepBytes) yield chunk.subarray(at, at + stepBytes)
    }
  }
  if (half !== '') yield encodeUtf8(half)
}

function endsInHalf(text: string, end: number): boolean {
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800
}

function tooLarge(name: string): WriteFailure {
  return new WriteFailure({
    code: 'file-too-large',
    message: 'A file in an archive can have no more than 4 GiB',
    place: name
  })
}
