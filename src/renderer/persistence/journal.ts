import type { Bridge } from '../../contract/ipc'
import type { JournalHead } from '../../contract/storage'
import type { ChangeSet } from '../../core/history/change-set'
import type { ProjectId } from '../../core/project/ids'
import { fail, type Result } from '../../core/result'
import { limitFor, withinLimit } from './time-limit'

/** Where changes survive whatever happens to the working store: the main process's journals on disk. */
export interface Journal {
  /**
   * Answers when the change set is on the disk, with the line that holds it. After a failure the same change
   * set can come again: it is known by its id, and is written once.
   */
  append(changeSet: ChangeSet): Promise<Result<JournalHead>>
  /** Makes a project of what was appended and kept under an id that no project had. Until then there is none. */
  finish(projectId: ProjectId): Promise<Result<null>>
  /** Forgets what an import that did not end has written. A project that exists is never touched. */
  discard(projectId: ProjectId): Promise<Result<null>>
  /** Keeps an imported file. Answers its SHA-256. */
  keepFile(projectId: ProjectId, bytes: Uint8Array): Promise<Result<string>>
}

/** Files are written at no less than 10 MB/s, or their write counts as failed. */
const bytesPerMs = 10_000

/** Making or removing a project's folder takes longer than writing a line to it. */
const folderFactor = 10

/** The journals behind the bridge; an answer that takes longer than `limitMs` counts as a failure. */
export function journalOver(bridge: Bridge, limitMs: number): Journal {
  return {
    append: changeSet =>
      inTime(bridge.request('journal:append', changeSet), limitFor(changeSet.changes.length, limitMs)),
    finish: projectId => inTime(bridge.request('journal:finish', projectId), folderFactor * limitMs),
    discard: projectId => inTime(bridge.request('journal:discard', projectId), folderFactor * limitMs),
    keepFile: (projectId, bytes) =>
      inTime(bridge.request('blob:keep', projectId, bytes), limitMs + bytes.length / bytesPerMs)
  }
}

async function inTime<T>(answer: Promise<Result<T>>, limitMs: number): Promise<Result<T>> {
  const limited = await withinLimit(answer, limitMs)
  if (limited.status === 'done') return limited.value
  return fail('disk-timeout', 'The disk takes unusually long to save.')
}
