import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { deflateRaw, type ZlibOptions } from 'node:zlib'
import { ZipFile } from 'yazl'
import type { JournalHead } from '../../contract/storage'
import { fail, ok, type Failure, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import {
  bundleFormat,
  bundleLimits,
  bundleVersion,
  BundleProblem,
  manifestName,
  type BundleEntry,
  type BundleManifest
} from './bundle-manifest'
import { checkBundleContent } from './check-bundle-content'
import { writeDurably } from './durable-write'
import { hashBytes } from './hash-bytes'
import { journalUpTo } from './journal-up-to'
import type { ProjectStore } from './project-store'
import { progressStages, type OnProgress } from './progress-stages'
import { readArchive, type TakeEntry } from './read-archive'
import { newestReadable, snapshotFolder } from './snapshots'

export interface WriteBundleOptions {
  title: string
  /** Program and version. */
  generator: string
  /** ISO 8601 instant. */
  now(): string
}

/** What goes into the file, read when its turn comes. */
interface Content extends BundleEntry {
  isPacked: boolean
  read(): Promise<Buffer>
}

const deflate = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)
const pieceBytes = 64 * 1024

/**
 * Writes a whole project, as it is acknowledged now, into one file: journal, newest snapshot, and all stored
 * files. It was read back from the disk and compared before it gets its name; on failure what was at `path`
 * stays. Failures: `check-failed` when the project itself is damaged, `bundle-too-large`, or what the file
 * system said. Stored files that are damaged are left out: the check of a project names them.
 */
export async function writeBundle(
  store: ProjectStore,
  path: string,
  options: WriteBundleOptions,
  onProgress: OnProgress
): Promise<Result<{ path: string; bytes: number }>> {
  const { files } = store.place
  const stages = progressStages(onProgress, { check: 3, gather: 2, write: 4, verify: 2 })
  try {
    // Without one the journal still holds everything: a full disk must not keep a project from leaving it.
    await store.takeSnapshot()
    const snapshot = await newestSnapshot(store)
    const head = store.head()
    const content = { projectId: store.projectId, head, snapshot: snapshot?.name ?? null }
    const checked = await checkBundleContent(store.place, content, stages.check)
    if (!checked.ok) return checked.error.code === 'bundle-damaged' ? projectDamaged(checked.error) : checked
    const contents = [
      ...(await journalContents(store, head)),
      ...(snapshot === null ? [] : [await contentOf(`snapshots/${snapshot.name}`, snapshot.bytes, false)]),
      ...(await blobContents(store, stages.gather))
    ]
    const { title, generator, now } = options
    const manifest: BundleManifest = {
      format: bundleFormat,
      version: bundleVersion,
      projectId: store.projectId,
      title,
      createdAt: now(),
      generator,
      head,
      entries: contents.map(({ name, size, sha256 }) => ({ name, size, sha256 }))
    }
    const verify = (temporary: string) => compareWithWritten(temporary, manifest, stages.verify)
    await writeDurably(files, path, zipped(manifest, contents, stages.write), verify)
    return ok({ path, bytes: (await files.size(path)) ?? 0 })
  } catch (error) {
    return error instanceof BundleProblem ? { ok: false, error: error.failure } : fileProblem(error, path)
  }
}

/** The newest snapshot that is whole; its file is kept in memory, because thinning may remove it meanwhile. */
async function newestSnapshot({ place }: ProjectStore): Promise<{ name: string; bytes: Buffer } | null> {
  const folder = snapshotFolder(place.folder)
  const { snapshot } = await newestReadable(place.files, folder, place.blobs)
  if (snapshot === undefined) return null
  return { name: snapshot.name, bytes: await place.files.readFile(join(folder, snapshot.name)) }
}

/** Files only grow: what was there when they were measured is there when they are written. */
async function journalContents({ place }: ProjectStore, head: JournalHead): Promise<Content[]> {
  const contents: Content[] = []
  for (const { name, size } of await journalUpTo(place.files, place.folder, head)) {
    const read = async () => (await place.files.readFile(join(place.folder, name))).subarray(0, size)
    contents.push(await contentOf(name, await read(), true, read))
  }
  return contents
}

async function blobContents({ place }: ProjectStore, onProgress: OnProgress): Promise<Content[]> {
  const contents: Content[] = []
  const names = (await place.blobs.list()).sort()
  for (const [index, sha256] of names.entries()) {
    const read = async () => {
      const blob = await place.blobs.get(sha256)
      if (!blob.ok) throw new BundleProblem(blob.error)
      return blob.value
    }
    const blob = await place.blobs.get(sha256)
    if (blob.ok) contents.push(await contentOf(`blobs/${sha256}`, blob.value, true, read))
    else if (!blob.error.code.startsWith('blob-')) throw new BundleProblem(blob.error)
    onProgress(index + 1, names.length)
  }
  return contents
}

async function contentOf(
  name: string,
  bytes: Buffer,
  mayPack: boolean,
  read: () => Promise<Buffer> = () => Promise.resolve(bytes)
): Promise<Content> {
  const isPacked = mayPack && !(await isSuspiciouslyDense(bytes))
  return { name, size: bytes.length, sha256: await hashBytes(bytes), isPacked, read }
}

/** A reader takes what unfolds too far for a bomb; a text of blanks does, too, and is stored as it is. */
async function isSuspiciouslyDense(bytes: Buffer): Promise<boolean> {
  if (bytes.length <= bundleLimits.ratioFrom) return false
  const packed = await deflate(bytes, { level: 1 })
  return bytes.length > (bundleLimits.ratio / 4) * packed.length
}

async function* zipped(
  manifest: BundleManifest,
  contents: readonly Content[],
  onProgress: OnProgress
): AsyncGenerator<Buffer> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  const mtime = new Date(manifest.createdAt)
  // The first entry: who sees the beginning of the file knows what it is.
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), manifestName, { mtime })
  contents.forEach(({ name, size, isPacked, read }, index) => {
    zip.addReadStreamLazy(name, { mtime, size, compress: isPacked }, open => {
      onProgress(index, contents.length)
      read().then(
        bytes => open(null, Readable.from(inPieces(bytes), { objectMode: false })),
        (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)))
      )
    })
  })
  zip.end()
  try {
    for await (const piece of output as AsyncIterable<Buffer>) yield piece
  } finally {
    // What is still on its way has nowhere to go.
    output.on('error', () => undefined).destroy()
  }
}

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

async function compareWithWritten(
  path: string,
  manifest: BundleManifest,
  onProgress: OnProgress
): Promise<void> {
  const readToEnd: TakeEntry = async (_, pieces) => {
    for await (const piece of pieces) void piece
  }
  const written = await readArchive(path, () => Promise.resolve(readToEnd), onProgress)
  if (JSON.stringify(written) === JSON.stringify(manifest)) return
  throw Object.assign(new Error('The disk keeps something else than it was given.'), { code: 'EIO' })
}

function projectDamaged({ message, place }: Failure): { ok: false; error: Failure } {
  return fail('check-failed', `The project cannot be written into one file as it is. ${message}`, place)
}
