import { join } from 'node:path'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { listJournalFiles, readStart } from './journal-index'
import { readSnapshotHeader } from './snapshot-file'
import { listSnapshots, snapshotFolder } from './snapshots'
import type { StorageFiles } from './storage-files'

/** Whose folder it is, as the first header that can be read says, or else a snapshot. Of any version. */
export async function readProjectId(files: StorageFiles, folder: string): Promise<Result<ProjectId>> {
  try {
    for (const name of await listJournalFiles(files, folder)) {
      const start = await readStart(files, join(folder, name))
      if (start?.header !== undefined) return ok(start.header.projectId)
    }
    for (const { name } of await listSnapshots(files, snapshotFolder(folder))) {
      const header = await readSnapshotHeader(files, join(snapshotFolder(folder), name))
      if (header.ok) return ok(header.value.projectId)
    }
  } catch (error) {
    return fileProblem(error, folder)
  }
  return fail('no-journal', 'This folder holds no journal that can be read.', folder)
}
