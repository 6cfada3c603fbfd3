import { join } from 'node:path'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Failure, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { listJournalFiles, nextJournalFile, readStart } from './journal-index'
import { encodeLine, journalVersion, type JournalEntry, type JournalHead } from './journal-line'
import type { StorageFile, StorageFiles } from './storage-files'

export interface JournalWriterOptions {
  files: StorageFiles
  /** There already, and no other writer uses it. */
  folder: string
  projectId: ProjectId
  /** Program and version, for the header. */
  generator: string
  /** As the journal was read: the next line follows it. */
  head: JournalHead
  /** After which a new file is begun; 16 MiB when left out. */
  maximumFileBytes?: number
}

interface WaitingEntry {
  entry: JournalEntry
  answer(result: Result<JournalHead>): void
}

interface OpenJournal {
  path: string
  file: StorageFile
  bytes: number
  /** Whether anything in it was acknowledged: before that the folder has to be synced, too. */
  isAcknowledged: boolean
}

const defaultMaximumFileBytes = 16 * 1024 * 1024
/** What waits beyond this goes into the next write, so that a burst needs no buffer without limit. */
const maximumBatchBytes = 8 * 1024 * 1024

/**
 * Appends to a journal. It never touches a file it did not make: a session, a rotation and a failure each
 * begin a new one, at the next append, so that nothing is built upon a torn tail or upon pages that a failed
 * sync has lost. The head of that file takes the number after the last acknowledged line, which supersedes
 * whatever a refused write has left behind.
 */
export class JournalWriter {
  readonly #options: JournalWriterOptions
  #head: JournalHead
  #current: OpenJournal | undefined
  #waiting: WaitingEntry[] = []
  #isSettled = false
  /** The writing that goes on; everything that touches files takes its turn behind it. */
  #turn: Promise<unknown> = Promise.resolve()
  #isScheduled = false

  constructor(options: JournalWriterOptions) {
    this.#options = options
    this.#head = options.head
  }

  /** Of the last acknowledged line. */
  head(): JournalHead {
    return this.#head
  }

  /**
   * Answers with the line's head once it is on the disk, or with why it was refused. What is appended while a
   * sync is under way shares the next one. Never throws.
   */
  append(entry: JournalEntry): Promise<Result<JournalHead>> {
    return new Promise(answer => {
      this.#waiting.push({ entry, answer })
      if (this.#isScheduled) return
      this.#isScheduled = true
      void this.#inTurn(() => this.#writeWaiting())
    })
  }

  /**
   * Puts what was read of earlier sessions on the disk: after a kill it may be in the system's memory only.
   * The first append does this by itself; call it before a snapshot of what was read is taken.
   */
  settle(): Promise<Result<null>> {
    return this.#inTurn(async () => {
      try {
        await this.#settle()
        return ok(null)
      } catch (error) {
        return fileProblem(error, this.#options.folder)
      }
    })
  }

  /** Waits for what was appended, then closes the file. An append after it begins a new one. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#leaveFile())
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn
    return turn
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeBatch()
    this.#isScheduled = false
  }

  async #writeBatch(): Promise<void> {
    let batch: WaitingEntry[] = []
    try {
      const current = await this.#fileForAppending()
      const encoded = this.#encodeWaiting(current)
      batch = encoded.batch
      if (batch.length === 0) return
      await current.file.write(encoded.bytes)
      await current.file.sync()
      if (!current.isAcknowledged) await this.#options.files.syncFolder(this.#options.folder)
      current.isAcknowledged = true
      current.bytes += encoded.bytes.length
      batch.forEach(({ answer }, index) => {
        this.#head = encoded.heads[index] ?? this.#head
        answer(ok(this.#head))
      })
    } catch (error) {
      // Nothing was taken when no file could be begun: then all that waits is refused.
      const refused = batch.length > 0 ? batch : this.#waiting.splice(0)
      await this.#abandonFile()
      const problem = fileProblem(error, this.#options.folder)
      for (const { answer } of refused) answer(problem)
    }
  }

  /** Takes entries from those that wait; one that cannot be put into a line is refused alone. */
  #encodeWaiting(current: OpenJournal): { bytes: Buffer; batch: WaitingEntry[]; heads: JournalHead[] } {
    const { projectId, generator } = this.#options
    const lines: Buffer[] = []
    const batch: WaitingEntry[] = []
    const heads: JournalHead[] = []
    let head = this.#head
    let bytes = 0
    const add = (entry: JournalEntry) => {
      const line = encodeLine(entry, head)
      head = line.head
      lines.push(line.bytes)
      bytes += line.bytes.length
    }
    if (!current.isAcknowledged) {
      const header = {
        format: 'counterpoint-journal',
        version: journalVersion,
        projectId,
        generator
      } as const
      add({ kind: 'header', header })
    }
    while (bytes < maximumBatchBytes) {
      const next = this.#waiting.shift()
      if (next === undefined) break
      try {
        add(next.entry)
        batch.push(next)
        heads.push(head)
      } catch {
        next.answer(tooLarge())
      }
    }
    return { bytes: Buffer.concat(lines), batch, heads }
  }

  async #fileForAppending(): Promise<OpenJournal> {
    const { files, folder, maximumFileBytes = defaultMaximumFileBytes } = this.#options
    if (this.#current !== undefined && this.#current.bytes >= maximumFileBytes) await this.#leaveFile()
    if (this.#current !== undefined) return this.#current
    await this.#settle()
    const path = join(folder, nextJournalFile(await listJournalFiles(files, folder)))
    this.#current = { path, file: await files.open(path, 'wx'), bytes: 0, isAcknowledged: false }
    return this.#current
  }

  /**
   * Syncs earlier files from the newest back to one that has a header: before that one was made, those before
   * it were synced.
   */
  async #settle(): Promise<void> {
    if (this.#isSettled) return
    const { files, folder } = this.#options
    const names = await listJournalFiles(files, folder)
    for (const name of names.toReversed()) {
      const path = join(folder, name)
      const file = await files.open(path, 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
      if ((await readStart(files, path))?.header !== undefined) break
    }
    if (names.length > 0) await files.syncFolder(folder)
    this.#isSettled = true
  }

  /** What was acknowledged is synced already, so a failing close changes nothing. */
  async #leaveFile(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    await current?.file.close().catch(() => undefined)
  }

  async #abandonFile(): Promise<void> {
    const current = this.#current
    await this.#leaveFile()
    if (current === undefined || current.isAcknowledged) return
    // Left over it would be superseded by the next file: a failure here changes nothing.
    await this.#options.files.removeFile(current.path).catch(() => undefined)
  }
}

function tooLarge(): { ok: false; error: Failure } {
  return fail('too-large', 'This change is too large to be saved at once.')
}
