import { join } from 'node:path'
import type { ProjectState } from '../../core/history/project-state'
import type { Result } from '../../core/result'
import type { BlobStore } from './blobs'
import { removeTemporaryFiles } from './durable-write'
import { readSnapshot, readSnapshotHeader, writeSnapshot, type NewSnapshot } from './snapshot-file'
import { snapshotInfo, type SnapshotHeader, type SnapshotInfo } from './snapshot-header'
import { parseSnapshotName, type SnapshotName } from './snapshot-name'
import type { StorageFiles } from './storage-files'
import { compareNewestFirst, thinSnapshots } from './thin-snapshots'

export type SnapshotEntry =
  | (SnapshotInfo & { status: 'readable' })
  /** A newer version of the app wrote it. */
  | { status: 'newer'; name: string; sequence: number; bytes: number }
  | { status: 'damaged'; name: string; sequence: number; bytes: number }

export interface ReadableSnapshot {
  name: string
  header: SnapshotHeader
  state: ProjectState
}

export interface NewestReadable {
  snapshot: ReadableSnapshot | undefined
  /** Names of newer ones that could not be used, newest first. */
  damaged: string[]
  /** Names of newer ones that a newer version of the app wrote. */
  newerVersion: string[]
}

/** Where a project folder keeps its snapshots. */
export function snapshotFolder(projectFolder: string): string {
  return join(projectFolder, 'snapshots')
}

/**
 * The snapshots of a folder, newest first by sequence. Only first lines are read: `readable` means that much.
 * Throws what the file system throws when the folder cannot be read.
 */
export async function listSnapshots(files: StorageFiles, folder: string): Promise<SnapshotEntry[]> {
  const entries: SnapshotEntry[] = []
  for (const { name, sequence } of await namesNewestFirst(files, folder)) {
    const path = join(folder, name)
    const bytes = (await files.size(path).catch(() => undefined)) ?? 0
    const header = await readSnapshotHeader(files, path)
    if (header.ok) entries.push({ status: 'readable', ...snapshotInfo(name, bytes, header.value) })
    else
      entries.push({
        status: header.error.code === 'newer-version' ? 'newer' : 'damaged',
        name,
        sequence,
        bytes
      })
  }
  return entries
}

/** The newest snapshot that is whole, with the names of those passed over. Throws as `listSnapshots` does. */
export async function newestReadable(
  files: StorageFiles,
  folder: string,
  blobs: BlobStore,
  onProgress?: (rows: number, total: number) => void
): Promise<NewestReadable> {
  const passed: Omit<NewestReadable, 'snapshot'> = { damaged: [], newerVersion: [] }
  for (const { name } of await namesNewestFirst(files, folder)) {
    const read = await readSnapshot(
      files,
      join(folder, name),
      blobs,
      onProgress === undefined ? {} : { onProgress }
    )
    if (read.ok) return { snapshot: { name, ...read.value }, ...passed }
    const reason = read.error.code === 'newer-version' ? 'newerVersion' : 'damaged'
    passed[reason].push(name)
  }
  return { snapshot: undefined, ...passed }
}

/**
 * `writeSnapshot`, and after it what has become too many is removed. One at a time per folder. `damaged`: names of
 * those that are known to be damaged although their first line can be read.
 */
export async function takeSnapshot(
  files: StorageFiles,
  folder: string,
  snapshot: NewSnapshot,
  blobs: BlobStore,
  damaged: ReadonlySet<string> = new Set()
): Promise<Result<SnapshotInfo>> {
  const written = await writeSnapshot(files, folder, snapshot, blobs)
  if (written.ok) await tidySnapshots(files, folder, damaged)
  return written
}

/**
 * Removes leftovers of interrupted writes and the snapshots that thinning lets go. Snapshots that cannot be
 * opened are neither counted nor removed: they must not push out good ones. Never fails: what cannot be
 * removed now goes next time.
 */
export async function tidySnapshots(
  files: StorageFiles,
  folder: string,
  damaged: ReadonlySet<string> = new Set()
): Promise<void> {
  try {
    await removeTemporaryFiles(files, folder)
    const readable = new Set<string>()
    for (const entry of await listSnapshots(files, folder))
      if (entry.status === 'readable' && !damaged.has(entry.name)) readable.add(entry.name)
    const names = (await namesNewestFirst(files, folder)).filter(({ name }) => readable.has(name))
    for (const name of thinSnapshots(names)) await files.removeFile(join(folder, name))
  } catch {
    // Too many snapshots are no harm.
  }
}

async function namesNewestFirst(files: StorageFiles, folder: string): Promise<SnapshotName[]> {
  const names = (await files.readFolder(folder)).map(parseSnapshotName)
  return names.filter(name => name !== undefined).sort(compareNewestFirst)
}
