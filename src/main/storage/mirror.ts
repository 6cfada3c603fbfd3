import { join } from 'node:path'
import { fail, ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { BlobStore } from './blobs'
import { makeFolderDurably, writeDurably } from './durable-write'
import { readSnapshot } from './snapshot-file'
import { snapshotFolder, tidySnapshots } from './snapshots'
import type { StorageFiles } from './storage-files'

/** What is mirrored: one snapshot of one project folder. */
export interface MirrorSource {
  /** The project folder's own name. */
  folderName: string
  snapshotPath: string
  snapshotName: string
  blobs: BlobStore
}

/**
 * Copies a snapshot and every blob it needs to `<mirror>/<title>-<8 of the folder>/`, laid out as a project
 * folder is, thinned in the same way, and verified by reading the copy whole. Answers the folder. The source
 * is verified first: damage is not spread. A mirror that does not exist (a disk that is not plugged in) is
 * not made, but answered as `not-found`.
 */
export async function mirrorSnapshot(
  files: StorageFiles,
  source: MirrorSource,
  mirror: string
): Promise<Result<string>> {
  const original = await readSnapshot(files, source.snapshotPath, source.blobs)
  if (!original.ok) return original
  const { header, state } = original.value
  const folder = join(mirror, mirrorFolderName(header.title, source.folderName))
  const target = join(snapshotFolder(folder), source.snapshotName)
  const blobs = new BlobStore(files, join(folder, 'blobs'))
  try {
    // Making it would put the copies on the wrong disk and say that all is well.
    if ((await files.size(mirror)) === undefined)
      return fail('not-found', 'The folder for copies is not there.', mirror)
    await makeFolderDurably(files, folder)
    const copied = await copyBlobs(source.blobs, blobs, neededBlobs(state))
    if (!copied.ok) return copied
    await makeFolderDurably(files, snapshotFolder(folder))
    await writeDurably(files, target, await files.readFile(source.snapshotPath))
  } catch (error) {
    return fileProblem(error, target)
  }
  const copy = await readSnapshot(files, target, blobs)
  if (!copy.ok) return fail('mirror-failed', 'The copy of the snapshot could not be read back.', target)
  await tidySnapshots(files, snapshotFolder(folder))
  return ok(folder)
}

/** A name that people recognise and that every disk takes. */
export function mirrorFolderName(title: string, folderName: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${words === '' ? 'project' : words}-${folderName.replace(/^p-/, '').slice(0, 8)}`
}

/** SHA-256 of everything a project's rows point to: texts of revisions and imported files. */
export function neededBlobs(state: { rows: BlobRows }): { texts: Set<string>; originals: Set<string> } {
  const texts = new Set<string>()
  const originals = new Set<string>()
  for (const { textSha256 } of state.rows.revisions.values()) texts.add(textSha256)
  for (const { original } of state.rows.articles.values())
    if (original !== null) originals.add(original.sha256)
  return { texts, originals }
}

interface BlobRows {
  revisions: ReadonlyMap<string, { textSha256: string }>
  articles: ReadonlyMap<string, { original: { sha256: string } | null }>
}

async function copyBlobs(
  from: BlobStore,
  to: BlobStore,
  needed: { texts: Set<string>; originals: Set<string> }
): Promise<Result<null>> {
  for (const sha256 of new Set([...needed.texts, ...needed.originals])) {
    const bytes = await from.get(sha256)
    if (!bytes.ok) {
      // A text may stand in the snapshot itself, and an imported file may never have been kept (a dataset
      // names one it does not carry). The copy is read back below; damage, however, is said.
      if (bytes.error.code === 'blob-missing') continue
      return bytes
    }
    const put = await to.put(bytes.value)
    if (!put.ok) return put
  }
  return ok(null)
}
