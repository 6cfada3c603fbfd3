import type { ChangeSet } from '../../src/core/history/change-set'
import type { ProjectId } from '../../src/core/project/ids'
import { restoreBackup } from '../../src/main/storage/restore-backup'
import { Storage } from '../../src/main/storage/storage'
import type { StorageFiles } from '../../src/main/storage/storage-files'
import { readHistory } from '../../src/main/storage/read-project'
import { killableFiles } from '../main/storage/killable-files'
import {
  annotation,
  changeSet,
  insertion,
  makeProject,
  must,
  newId,
  original,
  projectId,
  sha256
} from '../main/storage/project-sample'
import { RecordingFiles } from '../main/storage/recording-files'

/** A path that no real disk has: what storage asks the real disk about is not there. */
export const userData = '/counterpoint-fault-profile'

/** What was promised while it was recorded. */
export type Promised =
  /** What a session read when it began: a promise as soon as anything is acknowledged behind it. */
  | { found: string[] }
  | { acknowledged: string }
  /** A project is finished: its pieces, and the files that came with it. */
  | { project: ProjectId; blobs: string[]; annotations: number }
  | { snapshot: string; sequence: number }

/** The instants of a clock that stands still but for the seconds of each call. */
function clock(): () => string {
  let seconds = 0
  return () => new Date(Date.UTC(2026, 0, 1) + (seconds += 1) * 1000).toISOString()
}

export function storageOver(files: StorageFiles, now = clock()): Storage {
  return new Storage({ files, userData, generator: 'Counterpoint test', now, log: () => undefined })
}

export async function historyIds(storage: Storage, id: ProjectId): Promise<string[]> {
  const store = must(await storage.project(id))
  const ids: string[] = []
  for await (const entry of readHistory(store.place, store.head())) ids.push(entry.changeSet.id)
  return ids
}

/** Sessions of a whole storage: imports, changes, backups, restoring; some are killed in the middle of it. */
export async function recordStorage(random: () => number, sessions: number): Promise<RecordingFiles> {
  const files = new RecordingFiles()
  for (let session = 0; session < sessions; session += 1) {
    const process = killableFiles(files)
    const storage = storageOver(process.files)
    await storage.check()
    must(await storage.complete())
    if (session === 0) await firstProject(files, storage)
    files.mark({ found: await historyIds(storage, projectId) } satisfies Promised)
    await work(files, storage, random)
    if (random() < 0.5) {
      await storage.close(await settledOf(storage))
      continue
    }
    // Killed while changes, a backup and an import are on their way.
    void storage.append(newAnnotation())
    void must(await storage.project(projectId)).takeSnapshot()
    void storage.append(unfinishedPiece())
    for (let steps = random() * 30; steps > 0; steps -= 1) await new Promise(setImmediate)
    process.kill()
  }
  return files
}

async function firstProject(files: RecordingFiles, storage: Storage): Promise<void> {
  await makeProject(storage, 30)
  files.mark({ project: projectId, blobs: [sha256(original)], annotations: 30 } satisfies Promised)
}

async function work(files: RecordingFiles, storage: Storage, random: () => number): Promise<void> {
  const append = async () => {
    const change = newAnnotation()
    must(await storage.append(change))
    files.mark({ acknowledged: change.id } satisfies Promised)
  }
  const burst = () => Promise.all(Array.from({ length: 1 + Math.floor(random() * 4) }, append))
  // A backup of what an earlier session left in the system's memory only.
  if (random() < 0.5) await backUp(files, storage)
  for (let round = 0; round < 3; round += 1) {
    await burst()
    // Changes go on while a backup is written.
    const [backup] = await Promise.all([backUp(files, storage), burst()])
    if (backup !== undefined && random() < 0.4) await restore(files, storage, backup)
  }
}

async function backUp(
  files: RecordingFiles,
  storage: Storage
): Promise<{ name: string; annotations: number } | undefined> {
  const store = must(await storage.project(projectId))
  const taken = must(await store.takeSnapshot())
  if (taken?.status !== 'readable') return undefined
  files.mark({ snapshot: taken.name, sequence: taken.sequence } satisfies Promised)
  return { name: taken.name, annotations: taken.counts.annotations }
}

async function restore(
  files: RecordingFiles,
  storage: Storage,
  backup: { name: string; annotations: number }
): Promise<void> {
  const newProjectId = newId() as ProjectId
  const now = () => '2026-01-02T00:00:00.000Z'
  const request = { projectId, backup: backup.name, title: 'A backup', newProjectId, newId, now }
  must(await restoreBackup(storage, request, () => undefined))
  files.mark({
    project: newProjectId,
    blobs: [sha256(original)],
    annotations: backup.annotations
  } satisfies Promised)
}

export function newAnnotation(): ChangeSet {
  return changeSet([insertion('annotations', annotation(newId(), 'x'.repeat(200)))])
}

/** The first piece of an import that does not come to its end. */
function unfinishedPiece(): ChangeSet {
  const piece = changeSet([insertion('annotations', annotation(newId()))], 'baseline')
  return { ...piece, projectId: newId() as ProjectId }
}

async function settledOf(storage: Storage) {
  const { projects } = await storage.check()
  return Promise.all(
    projects.map(async ({ projectId: id, head }) => {
      const { state } = must(await must(await storage.project(id)).read())
      const counts = Object.fromEntries(Object.entries(state.rows).map(([table, rows]) => [table, rows.size]))
      return { projectId: id, head, counts: counts as never }
    })
  )
}
