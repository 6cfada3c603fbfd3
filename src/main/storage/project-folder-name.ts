import { createHash } from 'node:crypto'
import type { ProjectId } from '../../core/project/ids'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const projectFolder = /^(p-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/
const incoming = 'incoming-'

/**
 * The folder of a project. Ids come from files of other people, so only those that the app itself mints are
 * names; any other is hashed, which also keeps apart ids that differ only in case.
 */
export function projectFolderName(projectId: ProjectId): string {
  if (uuid.test(projectId)) return projectId
  return `p-${createHash('sha256').update(projectId).digest('hex').slice(0, 32)}`
}

/** Where an import or a restore grows until it becomes a project by one renaming. */
export function incomingName(folder: string): string {
  return `${incoming}${folder}`
}

export function isProjectFolderName(name: string): boolean {
  return projectFolder.test(name)
}

export function isIncomingName(name: string): boolean {
  return name.startsWith(incoming) && isProjectFolderName(name.slice(incoming.length))
}
