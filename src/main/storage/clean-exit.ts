import { basename } from 'node:path'
import type { RebuildReason, SettledProject } from '../../contract/storage'
import type { ProjectId } from '../../core/project/ids'
import { writeCleanMark, type CleanMark } from './clean-mark'
import type { ProjectStore } from './project-store'
import type { StorageFiles } from './storage-files'
import { changedFiles, fingerprintFiles, workingStoreFolder } from './working-store-files'

export interface CleanExit {
  files: StorageFiles
  /** The profile's folder. */
  userData: string
  /** ISO 8601 instant. */
  now(): string
  log(message: string): void
}

/** Why the working store must not be believed at this start, or null when it is what the last exit left. */
export async function reasonToRebuild(
  { userData, log }: CleanExit,
  mark: CleanMark | null,
  stores: readonly ProjectStore[]
): Promise<RebuildReason | null> {
  if (mark === null) return 'not-closed'
  const now = await fingerprintFiles(workingStoreFolder(userData))
  const changed = now.ok ? changedFiles(mark.store.files, now.value) : [now.error.message]
  if (changed.length > 0) {
    log(`The working store was changed: ${changed.slice(0, 10).join(', ')}`)
    return 'files-changed'
  }
  return areEqual(Object.values(mark.projects), stores) ? null : 'journal-changed'
}

/** Says that the working store may be believed at the next start, if it holds what the journals say. */
export async function leaveMark(
  { files, userData, now, log }: CleanExit,
  settled: readonly SettledProject[],
  stores: readonly ProjectStore[]
): Promise<void> {
  // What the store holds beside is of folders that cannot be used now: it stays as it is.
  const known = settled.filter(({ projectId }) => stores.some(store => store.projectId === projectId))
  if (!areEqual(known, stores)) {
    return log('The working store is not what the journals say: the next start builds it anew')
  }
  const fingerprint = await fingerprintFiles(workingStoreFolder(userData))
  if (!fingerprint.ok) return log(`No mark of a clean exit: ${fingerprint.error.message}`)
  const byId = new Map(settled.map(project => [project.projectId, project]))
  const projects: CleanMark['projects'] = {}
  for (const { projectId, place } of stores) {
    const project = byId.get(projectId)
    if (project !== undefined) projects[basename(place.folder)] = project
  }
  const store = { files: fingerprint.value }
  const written = await writeCleanMark(files, userData, { at: now(), store, projects })
  if (!written.ok) log(`No mark of a clean exit: ${written.error.message}`)
}

/** Whether the working store held exactly the projects of the journals, each up to its last line. */
function areEqual(settled: readonly SettledProject[], stores: readonly ProjectStore[]): boolean {
  const heads = new Map<ProjectId, string>(settled.map(({ projectId, head }) => [projectId, head.hash]))
  return (
    heads.size === stores.length && stores.every(store => heads.get(store.projectId) === store.head().hash)
  )
}
