import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { writeZip } from '../../core/archive/write-zip'
import type { OutgoingFile } from '../../core/formats/format'
import { WriteFailure } from '../../core/formats/write-failure'
import { CommandFailure, fileFailure, usageFailure, type Io } from '../io'

export interface WrittenFile {
  path: string
  bytes: number
}

/**
 * Writes files to standard output (`out` is `-` or, for a single file, absent), into a `.zip`, into a folder, or,
 * when it is one, under the name given. On disk they get their names only when all of them are whole.
 */
export async function writeFiles(
  files: Iterable<OutgoingFile>,
  out: string | undefined,
  io: Io
): Promise<WrittenFile[]> {
  try {
    if (out === undefined || out === '-') return await writeToStdout(files, io)
    if (/\.zip$/i.test(out))
      return writeToDisk([{ ...writeZip(path.basename(out), files, io.now()), path: out }])
    return writeToDisk(placed(files, out))
  } catch (error) {
    if (error instanceof WriteFailure) throw new CommandFailure(error.failure)
    throw error
  }
}

async function writeToStdout(files: Iterable<OutgoingFile>, io: Io): Promise<WrittenFile[]> {
  const [first, second] = firstTwo(files)
  if (second !== undefined)
    throw usageFailure('This is more than one file: --out names a folder or a .zip for them.')
  let bytes = 0
  for (const chunk of first === undefined ? [] : chunksOf(first)) {
    bytes += chunk.length
    await io.out(chunk)
  }
  return [{ path: '-', bytes }]
}

interface PlacedFile extends OutgoingFile {
  path: string
}

function* placed(files: Iterable<OutgoingFile>, out: string): Generator<PlacedFile> {
  const isFolder = /[\\/]$/.test(out) || (existsSync(out) && statSync(out).isDirectory())
  const [first, second] = isFolder ? [] : firstTwo(files)
  if (first !== undefined && second === undefined && !first.name.includes('/')) yield { ...first, path: out }
  else for (const file of files) yield { ...file, path: path.join(out, ...file.name.split('/')) }
}

function writeToDisk(files: Iterable<PlacedFile>): WrittenFile[] {
  const written: (WrittenFile & { part: string })[] = []
  try {
    for (const file of files) {
      const part = `${file.path}.part`
      written.push({ path: file.path, part, bytes: 0 })
      const last = written.at(-1)
      const bytes = writePart(file, part)
      if (last !== undefined) last.bytes = bytes
    }
    for (const { path: name, part } of written) renameSync(part, name)
  } catch (error) {
    for (const { part } of written) rmSync(part, { force: true })
    throw error instanceof WriteFailure || error instanceof CommandFailure
      ? error
      : fileFailure(error, written.at(-1)?.path ?? '')
  }
  return written.map(({ path: name, bytes }) => ({ path: name, bytes }))
}

function writePart(file: PlacedFile, part: string): number {
  mkdirSync(path.dirname(part), { recursive: true })
  const fd = openSync(part, 'w')
  let bytes = 0
  try {
    for (const chunk of chunksOf(file)) {
      for (let at = 0; at < chunk.length;) at += writeSync(fd, chunk, at)
      bytes += chunk.length
    }
  } finally {
    closeSync(fd)
  }
  return bytes
}

/** Bytes; the two halves of a character stay together wherever a chunk of text ends. */
function* chunksOf({ chunks }: OutgoingFile): Generator<Uint8Array> {
  let half = ''
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk
      continue
    }
    const text = half + chunk
    const whole = /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
    half = text.slice(whole.length)
    yield Buffer.from(whole, 'utf8')
  }
  if (half !== '') yield Buffer.from(half, 'utf8')
}

function firstTwo<T>(items: Iterable<T>): T[] {
  const found: T[] = []
  for (const item of items) {
    found.push(item)
    if (found.length === 2) break
  }
  return found
}
