import { join } from 'node:path'
import type { Backup, JournalHead } from '../../contract/storage'
import type { ChangeSet } from '../../core/history/change-set'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Failure, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { BlobStore } from './blobs'
import type { JournalDamage } from './journal-line'
import { readHead } from './journal-reader'
import { JournalWriter } from './journal-writer'
import type { ProjectLock } from './project-lock'
import { quarantine, repairOf } from './quarantine'
import { readProject, type ProjectPlace, type ReadProject } from './read-project'
import { listSnapshots, snapshotFolder, takeSnapshot } from './snapshots'
import { readSnapshotHeader } from './snapshot-file'
import type { StorageFiles } from './storage-files'

export interface ProjectStoreOptions {
  files: StorageFiles
  folder: string
  projectId: ProjectId
  /** Program and version, written into every file. */
  generator: string
  /** ISO 8601 instant. */
  now(): string
  /** Makes this process the one that writes to the folder. */
  lock(folder: string): Promise<Result<ProjectLock>>
}

/** One project's folder: its journal, snapshots and files, and who may write to them. */
export class ProjectStore {
  readonly projectId: ProjectId
  readonly place: ProjectPlace
  readonly #options: ProjectStoreOptions
  readonly #writer: JournalWriter
  /** Change sets of this session by id: the same one is written once, however often it comes. */
  readonly #appended = new Map<string, Promise<Result<JournalHead>>>()
  #lock: Result<ProjectLock>
  #snapshotAt: number
  #snapshotting: Promise<unknown> = Promise.resolve()
  /** Found when they were read in this session: their first lines look whole. */
  readonly #damagedSnapshots = new Set<string>()

  private constructor(
    options: ProjectStoreOptions,
    lock: Result<ProjectLock>,
    head: JournalHead,
    snapshotAt: number
  ) {
    this.#options = options
    this.#lock = lock
    this.#snapshotAt = snapshotAt
    const { files, folder, projectId, generator } = options
    this.projectId = projectId
    this.place = { files, folder, blobs: new BlobStore(files, join(folder, 'blobs')) }
    this.#writer = new JournalWriter({ files, folder, projectId, generator, head })
  }

  /**
   * Opens a project's folder. When another process writes to it, or the disk cannot be written to, it can be
   * read and refuses changes. Fails when the journal is of a newer version or cannot be read at all.
   */
  static async open(options: ProjectStoreOptions): Promise<Result<ProjectStore>> {
    const { files, folder } = options
    const lock = await options.lock(folder)
    const head = await headOf(files, folder)
    if (head.ok) return ok(new ProjectStore(options, lock, head.value.head, head.value.snapshotAt))
    if (lock.ok) await lock.value.release()
    return head
  }

  /** Of the last acknowledged line. */
  head(): JournalHead {
    return this.#writer.head()
  }

  /** Why nothing can be written, or null. */
  refusal(): Failure | null {
    return this.#lock.ok ? null : this.#lock.error
  }

  /** Changes since the last snapshot. */
  unsaved(): number {
    return this.head().sequence - this.#snapshotAt
  }

  /** Answers when the change set is on the disk, its texts as blobs too. Known by its id, it is written once. */
  append(changeSet: ChangeSet): Promise<Result<JournalHead>> {
    const known = this.#appended.get(changeSet.id)
    if (known !== undefined) return known
    const appending = this.#append(changeSet)
    this.#appended.set(changeSet.id, appending)
    void appending.then(answer => {
      if (!answer.ok) this.#appended.delete(changeSet.id)
    })
    return appending
  }

  /** Everything up to the last acknowledged line. */
  async read(): Promise<Result<ReadProject>> {
    const read = await readProject(this.place, this.head())
    if (read.ok) for (const name of read.value.damagedSnapshots) this.#damagedSnapshots.add(name)
    return read
  }

  /** Writes down what could not be read, so that it is told once; the damaged lines are kept apart. */
  async noteDamage(damage: readonly JournalDamage[]): Promise<Result<null>> {
    if (damage.length === 0 || !this.#lock.ok) return ok(null)
    const { files, folder } = this.#options
    try {
      await quarantine(files, join(folder, 'quarantine'), damage)
    } catch (error) {
      return fileProblem(error, folder)
    }
    const noted = await this.#writer.append({ kind: 'repair', repair: repairOf(damage) })
    return noted.ok ? ok(null) : noted
  }

  /**
   * A snapshot of everything acknowledged; null when nothing has changed since the last one. Refused with
   * `check-failed` while a part of the journal cannot be read and is not written down.
   */
  takeSnapshot(): Promise<Result<Backup | null>> {
    const taking = this.#snapshotting.then(() => this.#takeSnapshot())
    this.#snapshotting = taking
    return taking
  }

  /** Newest first. Throws what the file system throws. */
  async backups(): Promise<Backup[]> {
    const entries = await listSnapshots(this.place.files, snapshotFolder(this.place.folder))
    return entries.map(entry =>
      entry.status === 'readable' ? entry : { status: 'damaged', name: entry.name, bytes: entry.bytes }
    )
  }

  /** Waits for what is being written and frees the folder. */
  async close(): Promise<void> {
    await this.#snapshotting
    await this.#writer.close()
    if (this.#lock.ok) await this.#lock.value.release()
  }

  async #append(changeSet: ChangeSet): Promise<Result<JournalHead>> {
    if (!this.#lock.ok) {
      const locked = await this.#lockAgain()
      if (!locked.ok) return locked
    }
    for (const change of changeSet.changes) {
      if (change.table !== 'revisions' || change.after === null) continue
      const kept = await this.place.blobs.put(Buffer.from(change.after.text, 'utf8'))
      if (!kept.ok) return kept
    }
    return this.#writer.append({ kind: 'change-set', changeSet })
  }

  /** The disk that could not be written to at the start may be writable by now. */
  async #lockAgain(): Promise<Result<ProjectLock>> {
    const { files, folder } = this.#options
    const lock = await this.#options.lock(folder)
    if (!lock.ok) return lock
    const head = await headOf(files, folder)
    if (head.ok && head.value.head.hash === this.head().hash) {
      this.#lock = lock
      return lock
    }
    await lock.value.release()
    if (!head.ok) return head
    return fail('locked', 'Another program has changed this project. Restarting Counterpoint reads it anew.')
  }

  async #takeSnapshot(): Promise<Result<Backup | null>> {
    if (!this.#lock.ok) return this.#lock
    if (this.unsaved() === 0) return ok(null)
    const settled = await this.#writer.settle()
    if (!settled.ok) return settled
    const read = await this.read()
    if (!read.ok) return read
    const { state, head, damage } = read.value
    if (damage.length > 0) {
      return fail(
        'check-failed',
        'A part of the journal cannot be read, so no backup was taken of it. “Check project” says more.'
      )
    }
    const { projectId, generator, now } = this.#options
    const title = [...state.rows.projects.values()][0]?.title ?? ''
    const header = { projectId, title, takenAt: now(), head, generator }
    const { files, folder, blobs } = this.place
    // A damaged one must not take the place of a good one among those that are kept.
    const damaged = this.#damagedSnapshots
    const taken = await takeSnapshot(files, snapshotFolder(folder), { header, state }, blobs, damaged)
    if (!taken.ok) return taken
    this.#snapshotAt = head.sequence
    return ok({ status: 'readable', ...taken.value })
  }
}

/** The last line, or the newest snapshot's when the journal has lost that line. */
async function headOf(
  files: StorageFiles,
  folder: string
): Promise<Result<{ head: JournalHead; snapshotAt: number }>> {
  const read = await readHead(files, folder)
  if (!read.ok) return read
  const { head } = read.value
  try {
    const snapshots = await listSnapshots(files, snapshotFolder(folder))
    const newest = snapshots.find(entry => entry.status === 'readable')
    if (newest === undefined) return ok({ head, snapshotAt: 0 })
    if (newest.sequence <= head.sequence) return ok({ head, snapshotAt: newest.sequence })
    const header = await readSnapshotHeader(files, join(snapshotFolder(folder), newest.name))
    return header.ok ? ok({ head: header.value.head, snapshotAt: newest.sequence }) : header
  } catch (error) {
    return fileProblem(error, folder)
  }
}
