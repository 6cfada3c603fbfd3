import { join } from 'node:path'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { importState } from './import-state'
import { progressStages, type OnProgress } from './progress-stages'
import { readSnapshot } from './snapshot-file'
import { parseSnapshotName } from './snapshot-name'
import { snapshotFolder } from './snapshots'
import type { Storage } from './storage'

export interface RestoreRequest {
  /** Whose backup it is. */
  projectId: ProjectId
  /** The backup's file name. */
  backup: string
  /** Of the new project. */
  title: string
  newProjectId: ProjectId
  newId(): string
  /** ISO 8601 instant. */
  now(): string
}

/**
 * Makes a new project of a backup; the project that the backup was taken of is only read. Failures:
 * `no-such-project`, `no-such-backup`, `snapshot-damaged`, `newer-version`, or what the file system said; after
 * any of them nothing is left behind.
 */
export async function restoreBackup(
  storage: Storage,
  request: RestoreRequest,
  onProgress: OnProgress
): Promise<Result<{ projectId: ProjectId }>> {
  const { projectId, backup, title, newProjectId, newId, now } = request
  const store = await storage.project(projectId)
  if (!store.ok) return store
  if (parseSnapshotName(backup) === undefined) {
    return fail('no-such-backup', 'This is not the name of a backup.', backup.slice(0, 100))
  }
  const { files, folder, blobs } = store.value.place
  const stages = progressStages(onProgress, { read: 1, write: 2 })
  const path = join(snapshotFolder(folder), backup)
  const read = await readSnapshot(files, path, blobs, { validate: true, onProgress: stages.read })
  if (!read.ok) return read
  const options = { projectId: newProjectId, title, label: 'Restore backup', blobs, newId, now }
  const imported = await importState(storage, read.value.state, options, stages.write)
  return imported.ok ? ok({ projectId: newProjectId }) : imported
}
