import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ProjectState } from '../../core/history/project-state'
import { ok, type Failure, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import type { BlobStore } from './blobs'
import { makeFolderDurably, withOpenFile, writeDurably } from './durable-write'
import { inflateLines } from './inflate-lines'
import { Pacer } from './pacer'
import {
  parseSnapshotHeader,
  snapshotDamaged,
  snapshotFormat,
  snapshotInfo,
  snapshotVersion,
  type NewSnapshotHeader,
  type SnapshotHeader,
  type SnapshotInfo
} from './snapshot-header'
import { freezeState, snapshotPieces, type FrozenState, type SnapshotEnd } from './snapshot-lines'
import { snapshotName } from './snapshot-name'
import {
  isDamage,
  SnapshotDamage,
  SnapshotReader,
  validateRow,
  type SnapshotReaderOptions
} from './snapshot-reader'
import type { StorageFiles } from './storage-files'

/** Level 3 makes files about a tenth larger than level 6 in half of the time. */
const gzipOptions = { level: 3, chunkSize: 64 * 1024 }

/** What a snapshot is taken of. */
export interface NewSnapshot {
  header: NewSnapshotHeader
  state: ProjectState
}

/**
 * Writes the state as it is at the moment of the call (later changes to it do no harm), texts as blobs first.
 * When it answers ok, every byte was read back from the disk before the file got its name. One at a time per
 * folder. On failure, what was in the folder stays as it was.
 */
export async function writeSnapshot(
  files: StorageFiles,
  folder: string,
  snapshot: NewSnapshot,
  blobs: BlobStore
): Promise<Result<SnapshotInfo>> {
  const name = snapshotName(snapshot.header.head.sequence, snapshot.header.takenAt)
  const path = join(folder, name)
  try {
    const frozen = freezeState(snapshot.state)
    const header = completeHeader(snapshot.header, frozen)
    const inBlobs = await keepTexts(frozen, blobs)
    if (!inBlobs.ok) return inBlobs
    const end: Partial<SnapshotEnd> = {}
    await makeFolderDurably(files, folder)
    const bytes = compressed(snapshotPieces(header, frozen, inBlobs.value, end))
    await writeDurably(files, path, bytes, temporary => compareWithWritten(files, temporary, end))
    return ok(snapshotInfo(name, (await files.size(path)) ?? 0, header))
  } catch (error) {
    return isDamage(error) ? snapshotDamaged(path, error.message) : fileProblem(error, path)
  }
}

/**
 * The project a snapshot holds, verified to the last byte, texts included. Failures: `snapshot-damaged`,
 * `newer-version`, or what the file system said.
 */
export async function readSnapshot(
  files: StorageFiles,
  path: string,
  blobs: BlobStore,
  options: SnapshotReaderOptions = {}
): Promise<Result<{ header: SnapshotHeader; state: ProjectState }>> {
  try {
    const reader = new SnapshotReader(path, options)
    const header = await withOpenFile(files, path, file => reader.read(file))
    await fillTexts(reader, blobs, options.validate === true)
    return ok({ header, state: reader.state })
  } catch (error) {
    return readProblem(error, path)
  }
}

/** Only the first line: cheap, and says nothing about whether the rest is whole. Failures as `readSnapshot`'s. */
export async function readSnapshotHeader(files: StorageFiles, path: string): Promise<Result<SnapshotHeader>> {
  try {
    return await withOpenFile(files, path, async file => {
      for await (const block of inflateLines(file)) {
        return parseSnapshotHeader(block.toString('utf8', 0, block.indexOf(10)), path)
      }
      return snapshotDamaged(path)
    })
  } catch (error) {
    return readProblem(error, path)
  }
}

function readProblem(error: unknown, path: string): { ok: false; error: Failure } {
  if (error instanceof SnapshotDamage && error.failure !== undefined)
    return { ok: false, error: error.failure }
  if (error instanceof SyntaxError) return snapshotDamaged(path)
  return isDamage(error) ? snapshotDamaged(path, error.message) : fileProblem(error, path)
}

function completeHeader(header: NewSnapshotHeader, frozen: FrozenState): SnapshotHeader {
  const { projectId, title, takenAt, head, generator } = header
  const { counts } = frozen
  return {
    format: snapshotFormat,
    version: snapshotVersion,
    projectId,
    title,
    takenAt,
    head: { sequence: head.sequence, hash: head.hash },
    counts,
    generator
  }
}

/** Ids of the revisions whose text is kept as a blob: all, unless a text is not the one its row's hash names. */
async function keepTexts(frozen: FrozenState, blobs: BlobStore): Promise<Result<Set<string>>> {
  const inBlobs = new Set<string>()
  const pacer = new Pacer()
  for (const { table, rows } of frozen.tables) {
    if (table !== 'revisions') continue
    for (const row of rows) {
      if (!('textSha256' in row)) continue
      const bytes = Buffer.from(row.text)
      // Half a surrogate pair is lost in UTF-8; JSON can carry it.
      if (bytes.toString() !== row.text) continue
      const sha256 = await blobs.put(bytes)
      if (!sha256.ok) return sha256
      if (sha256.value === row.textSha256) inBlobs.add(row.id)
      if (pacer.isDue()) await pacer.pause()
    }
  }
  return ok(inBlobs)
}

async function fillTexts(reader: SnapshotReader, blobs: BlobStore, validate: boolean): Promise<void> {
  for (const row of reader.withoutText) {
    const bytes = await blobs.get(row.textSha256)
    if (!bytes.ok) {
      if (bytes.error.code.startsWith('blob-')) throw new SnapshotDamage(bytes.error.message)
      throw new SnapshotDamage(bytes.error.message, bytes.error)
    }
    if (!isUtf8(bytes.value)) throw new SnapshotDamage(`the text ${row.textSha256} is not text`)
    row.text = bytes.value.toString('utf8')
    if (validate) validateRow('revisions', row)
  }
}

async function* compressed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gzip = createGzip(gzipOptions)
  // Its error comes out of the loop below, which listens to the same stream.
  const fed = pipeline(Readable.from(pieces, { objectMode: true, highWaterMark: 1 }), gzip).catch(
    () => undefined
  )
  try {
    for await (const piece of gzip as AsyncIterable<Buffer>) yield piece
  } finally {
    gzip.destroy()
    await fed
  }
}

/** Reads the file whole and compares its content with what went in. Throws when they differ. */
async function compareWithWritten(
  files: StorageFiles,
  path: string,
  end: Partial<SnapshotEnd>
): Promise<void> {
  const hash = createHash('sha256')
  let last: Buffer = Buffer.alloc(0)
  await withOpenFile(files, path, async file => {
    for await (const block of inflateLines(file)) {
      hash.update(last)
      last = block
    }
  })
  const lastLine = last.lastIndexOf(10, -2) + 1
  hash.update(last.subarray(0, lastLine))
  const expected = `${JSON.stringify({ rows: end.rows, sha256: end.sha256 })}\n`
  if (last.toString('utf8', lastLine) === expected && hash.digest('hex') === end.sha256) return
  throw Object.assign(new Error('The disk keeps something else than it was given.'), { code: 'EIO' })
}
