import type { ChangeSet } from '../../core/history/change-set'
import { checkChangeSet } from '../../core/history/check-change-set'
import type { JournalHead } from '../../contract/storage'
import { fail, ok, type Failure, type Result } from '../../core/result'
import type { CounterpointDatabase } from './database'
import type { Journal } from './journal'
import { limitFor } from './time-limit'
import { checkIsFresh, writeChangeSet } from './write-change-set'

export interface ChangeWriterOptions {
  database: CounterpointDatabase
  limitMs: number
  journal: Journal
  /** Called once for each change set when it is durable, at the latest when `write` or `retry` answers. */
  onStored(changeSet: ChangeSet): void
}

interface PendingWrite {
  readonly changeSet: ChangeSet
  /** The journal line that holds it; null before it has one. */
  head: JournalHead | null
  isStored: boolean
}

/** A change that is at fault itself, or a project that may not be written: trying again would not help. */
const refusals: ReadonlySet<string> = new Set([
  'stale-change',
  'invalid-change',
  'duplicate-id',
  'too-large',
  'message-too-large',
  'bad-arguments',
  'locked',
  'newer-version',
  'no-such-project'
])

/**
 * Takes change sets to the store, one at a time. When the store fails, the change set is kept for `retry`,
 * and all others are refused until it is in: a later change may rest on it.
 */
export class ChangeWriter {
  readonly #options: ChangeWriterOptions
  #failed: { write: PendingWrite; failure: Failure } | null = null

  constructor(options: ChangeWriterOptions) {
    this.#options = options
  }

  /** Why the last change is not stored yet, and whether it is in the journal; or null. */
  failure(): { message: string; isJournaled: boolean } | null {
    if (this.#failed === null) return null
    return { message: this.#failed.failure.message, isJournaled: this.#failed.write.head !== null }
  }

  /** The refusal of anything new while a change is not stored yet, or null. */
  refusal(): { ok: false; error: Failure } | null {
    if (this.#failed === null) return null
    const { write, failure } = this.#failed
    const what = `“${write.changeSet.label}” is not saved yet: ${failure.message}`
    return fail('not-saved', `${what} Try to save it again first; it is kept until then.`)
  }

  /** Whether this change set is in the journal for good, and waits to be stored as well. */
  isWaiting(changeSet: ChangeSet): boolean {
    return this.#failed?.write.changeSet === changeSet && this.#failed.write.head !== null
  }

  /**
   * Stores a change set. With `keep: false` a failure of the journal is only answered, and nothing waits for a
   * retry; what the journal has taken is kept in any case.
   */
  async write(changeSet: ChangeSet, { keep }: { keep: boolean }): Promise<Result<ChangeSet>> {
    const refused = this.refusal()
    if (refused !== null) return refused
    const checked = checkChangeSet(changeSet)
    if (!checked.ok) return checked
    return this.#attempt({ changeSet, head: null, isStored: false }, { keep, isRetry: false })
  }

  /** Stores the change set that failed. Answers ok when there is none. */
  async retry(): Promise<Result<null>> {
    if (this.#failed === null) return ok(null)
    const stored = await this.#attempt(this.#failed.write, { keep: true, isRetry: true })
    return stored.ok ? ok(null) : stored
  }

  async #attempt(write: PendingWrite, how: { keep: boolean; isRetry: boolean }): Promise<Result<ChangeSet>> {
    const answer = await this.#take(write, how)
    // An earlier attempt can have ended well while this one waited.
    if (answer.ok || write.isStored) {
      this.#settle(write)
      return ok(write.changeSet)
    }
    // What the journal has taken cannot be dropped any more, whatever the store says of it.
    const isDropped = write.head === null && (!how.keep || refusals.has(answer.error.code))
    if (!isDropped) this.#failed = { write, failure: answer.error }
    else if (how.isRetry) this.#failed = null
    return answer
  }

  async #take(write: PendingWrite, how: { keep: boolean; isRetry: boolean }): Promise<Result<null>> {
    const { database, journal } = this.#options
    const limitMs = limitFor(write.changeSet.changes.length, this.#options.limitMs)
    if (write.head === null) {
      // A journal cannot take back what it acknowledged, so what will be refused must not reach it.
      const fresh = await checkIsFresh(database, write.changeSet, limitMs)
      if (!fresh.ok) return fresh
      const acknowledged = await journal.append(write.changeSet)
      if (!acknowledged.ok) return acknowledged
      if (createsProject(write.changeSet)) {
        const finished = await journal.finish(write.changeSet.projectId)
        if (!finished.ok) return finished
      }
      write.head = acknowledged.value
    }
    return writeChangeSet(database, write.changeSet, {
      head: write.head,
      limitMs,
      isRetry: how.isRetry,
      onLateSuccess: () => this.#settle(write)
    })
  }

  #settle(write: PendingWrite): void {
    if (this.#failed?.write === write) this.#failed = null
    if (write.isStored) return
    write.isStored = true
    this.#options.onStored(write.changeSet)
  }
}

function createsProject({ changes }: ChangeSet): boolean {
  return changes.some(change => change.table === 'projects' && change.before === null)
}
