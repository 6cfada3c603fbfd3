import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { open as openZip, type Entry, type ZipFile } from 'yauzl'
import {
  bundleDamaged,
  bundleLimits,
  BundleProblem,
  bundleTooLarge,
  contentKind,
  manifestName,
  notABundle,
  parseManifest,
  type BundleEntry,
  type BundleLimits,
  type BundleManifest
} from './bundle-manifest'
import { Pacer } from './pacer'
import type { OnProgress } from './progress-stages'

/** Gets each entry's bytes and has to read them to their end. */
export type TakeEntry = (entry: BundleEntry, pieces: AsyncIterable<Buffer>) => Promise<void>

const wholeFile = 'project file'
/** Ours have 9 bytes, or 28 when they are large. */
const maximumExtraBytes = 1000

/**
 * Reads a bundle from its first to its last byte: only names that a bundle has, all that its manifest names and
 * nothing else, each of the size and SHA-256 that it says. Bytes come as they are unpacked, before an entry's
 * hash is known: what was taken counts once this has answered. Throws `BundleProblem`, what `take` throws, and
 * what the file system throws. The manifest comes to `begin` before the first entry.
 */
export async function readArchive(
  path: string,
  begin: (manifest: BundleManifest) => Promise<TakeEntry>,
  onProgress: OnProgress,
  limits: BundleLimits = bundleLimits
): Promise<BundleManifest> {
  const zip = await openArchive(path)
  try {
    const entries = await listEntries(zip, limits)
    const listed = entries.get(manifestName)
    if (listed === undefined) throw new BundleProblem(notABundle())
    const manifest = parseManifest(await readManifest(zip, listed, limits))
    const pairs = pairUp(manifest, entries)
    const total = manifest.entries.reduce((sum, { size }) => sum + size, 0)
    const take = await begin(manifest)
    let done = 0
    for (const { entry, declared } of pairs) {
      await take(declared, unpack(zip, entry, declared))
      onProgress((done += declared.size), total)
    }
    return manifest
  } finally {
    await closeArchive(zip)
  }
}

async function openArchive(path: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
  try {
    return await new Promise((resolve, reject) => {
      openZip(path, options, (error, zip) => (error === null ? resolve(zip) : reject(error)))
    })
  } catch (error) {
    if (isFileSystemError(error)) throw error
    // A zip's list of entries stands at its end.
    if (await beginsAsBundle(path)) throw new BundleProblem(bundleDamaged(wholeFile, 'its end is missing'))
    throw new BundleProblem(notABundle())
  }
}

async function beginsAsBundle(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const beginning = Buffer.alloc(30 + manifestName.length)
    await file.read(beginning, 0, beginning.length, 0)
    return beginning.toString('latin1', 0, 2) === 'PK' && beginning.toString('latin1', 30) === manifestName
  } finally {
    await file.close()
  }
}

/** Every entry by its name, looked at before anything is unpacked. */
async function listEntries(zip: ZipFile, limits: BundleLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const sum = { packed: 0, unpacked: 0 }
  if (zip.entryCount > limits.entries) {
    throw new BundleProblem(bundleTooLarge(wholeFile, `it holds ${zip.entryCount} files`))
  }
  const look = (entry: Entry) => {
    const name = checkName(entry)
    if (entries.has(name)) throw new BundleProblem(bundleDamaged(name, 'it is there twice'))
    checkSize(name, entry, limits)
    sum.packed += entry.compressedSize
    sum.unpacked += entry.uncompressedSize
    if (sum.unpacked > limits.bytes) throw new BundleProblem(bundleTooLarge(name, 'it unfolds to too much'))
    // Entries that lie over one another would unfold the same bytes many times.
    if (sum.packed > zip.fileSize)
      throw new BundleProblem(bundleDamaged(name, 'it is not where it should be'))
    entries.set(name, entry)
  }
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try {
        look(entry)
        zip.readEntry()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    zip.on('end', resolve)
    zip.on('error', error => reject(damageOr(error, wholeFile, 'its list of files cannot be read')))
    zip.readEntry()
  })
  return entries
}

function checkName(entry: Entry): string {
  // Without `decodeStrings` names come as bytes, which the types do not know. Ours are plain ASCII.
  const name = Buffer.from(entry.fileName as unknown as Uint8Array).toString('latin1')
  if (name !== manifestName && contentKind(name) === undefined) {
    throw new BundleProblem(bundleDamaged(name, 'no project file has an entry of this name'))
  }
  if (entry.extraFieldLength > maximumExtraBytes || entry.fileCommentLength > 0) {
    throw new BundleProblem(bundleDamaged(name, 'its description is not as it was written'))
  }
  return name
}

function checkSize(name: string, { compressedSize, uncompressedSize }: Entry, limits: BundleLimits): void {
  const most = name === manifestName ? limits.manifestBytes : limits.entryBytes
  const isTooDense = uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * compressedSize
  if (uncompressedSize > most || isTooDense) {
    throw new BundleProblem(bundleTooLarge(name, `“${name}” unfolds to too much`))
  }
}

async function readManifest(zip: ZipFile, entry: Entry, limits: BundleLimits): Promise<string> {
  const size = Math.min(entry.uncompressedSize, limits.manifestBytes)
  const pieces: Buffer[] = []
  for await (const piece of unpack(zip, entry, { name: manifestName, size })) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** The manifest and the list of entries have to name the same. */
function pairUp(
  manifest: BundleManifest,
  entries: ReadonlyMap<string, Entry>
): { entry: Entry; declared: BundleEntry }[] {
  const named = new Set<string>([manifestName])
  let snapshots = 0
  const pairs = manifest.entries.map(declared => {
    const { name, size, sha256 } = declared
    const entry = entries.get(name)
    if (entry === undefined) throw new BundleProblem(bundleDamaged(name, 'it is missing'))
    if (named.has(name)) throw new BundleProblem(bundleDamaged(name, 'it is named twice'))
    if (entry.uncompressedSize !== size) throw new BundleProblem(bundleDamaged(name, 'it has another size'))
    const kind = contentKind(name)
    if (kind === 'blob' && !name.endsWith(sha256))
      throw new BundleProblem(bundleDamaged(name, 'it is another'))
    if (kind === 'snapshot' && (snapshots += 1) > 1) {
      throw new BundleProblem(bundleDamaged(name, 'there is more than one backup'))
    }
    named.add(name)
    return { entry, declared }
  })
  for (const name of entries.keys()) {
    if (!named.has(name)) throw new BundleProblem(bundleDamaged(name, 'the list of files does not name it'))
  }
  return pairs
}

/** An entry's bytes; throws at its end, or before, when they are not what was declared. */
async function* unpack(
  zip: ZipFile,
  entry: Entry,
  declared: { name: string; size: number; sha256?: string }
): AsyncGenerator<Buffer> {
  const { name } = declared
  const stream = await openEntry(zip, entry, name)
  const hash = createHash('sha256')
  const pacer = new Pacer()
  let bytes = 0
  let crc = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > declared.size) throw new BundleProblem(bundleDamaged(name, 'it is longer than it says'))
      hash.update(piece)
      crc = crc32(piece, crc)
      yield piece
      if (pacer.isDue()) await pacer.pause()
    }
  } catch (error) {
    throw damageOr(error, name, 'it cannot be unpacked')
  } finally {
    stream.destroy()
  }
  const isWhole = bytes === declared.size && crc === entry.crc32
  const sha256 = hash.digest('hex')
  if (!isWhole || (declared.sha256 !== undefined && declared.sha256 !== sha256)) {
    throw new BundleProblem(bundleDamaged(name, 'its content is another'))
  }
}

function openEntry(zip: ZipFile, entry: Entry, name: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream)
      else reject(damageOr(error, name, 'it cannot be found in the file'))
    })
  })
}

/** Waits until the file is closed: Windows renames and removes no file that is open. */
async function closeArchive(zip: ZipFile): Promise<void> {
  // After damage a stream may never end, and the file stays open with it for a moment longer.
  const timer = new AbortController()
  const closed = new Promise<void>(resolve => {
    zip.once('close', resolve)
    zip.once('error', resolve)
  })
  zip.close()
  await Promise.race([closed, setTimeout(500, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
}

function damageOr(error: unknown, name: string, what: string): Error {
  if (error instanceof BundleProblem || isFileSystemError(error)) return error
  return new BundleProblem(bundleDamaged(name, what))
}

function isFileSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
