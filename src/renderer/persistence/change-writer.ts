import type { ChangeSet } from '../../core/history/change-set'
import { checkChangeSet } from '../../core/history/check-change-set'
import { fail, ok, type Failure, type Result } from '../../core/result'
import type { CounterpointDatabase } from './database'
import { limitFor } from './time-limit'
import { checkIsFresh, writeChangeSet } from './write-change-set'

export interface ChangeWriterOptions {
  database: CounterpointDatabase
  limitMs: number
  /** See `WorkspaceOptions.acknowledge`. */
  acknowledge: ((changeSet: ChangeSet) => Promise<Result<null>>) | undefined
  /** Called once for each change set when it is durable, at the latest when `write` or `retry` answers. */
  onStored(changeSet: ChangeSet): void
}

interface PendingWrite {
  readonly changeSet: ChangeSet
  isAcknowledged: boolean
  isStored: boolean
}

/** A change that is at fault itself: the store works, and trying again would not help. */
const refusals: ReadonlySet<string> = new Set(['stale-change', 'invalid-change', 'duplicate-id'])

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

  /** Why the last change is not stored yet, or null. */
  failure(): Failure | null {
    return this.#failed?.failure ?? null
  }

  /** The refusal of anything new while a change is not stored yet, or null. */
  refusal(): { ok: false; error: Failure } | null {
    if (this.#failed === null) return null
    const { write, failure } = this.#failed
    const what = `“${write.changeSet.label}” is not saved yet: ${failure.message}`
    return fail('not-saved', `${what} Try to save it again first; it is kept until then.`)
  }

  /** Stores a change set. With `keep: false` a failure is only answered, and nothing waits for a retry. */
  async write(changeSet: ChangeSet, { keep }: { keep: boolean }): Promise<Result<ChangeSet>> {
    const refused = this.refusal()
    if (refused !== null) return refused
    const checked = checkChangeSet(changeSet)
    if (!checked.ok) return checked
    return this.#attempt({ changeSet, isAcknowledged: false, isStored: false }, { keep, isRetry: false })
  }

  /** Stores the change set that failed. Answers ok when there is none. */
  async retry(): Promise<Result<null>> {
    if (this.#failed === null) return ok(null)
    const stored = await this.#attempt(this.#failed.write, { keep: true, isRetry: true })
    return stored.ok ? ok(null) : stored
  }

  /** The seam for a journal on disk: nothing reaches the store before it has answered. */
  async acknowledge(changeSet: ChangeSet): Promise<Result<null>> {
    return this.#options.acknowledge?.(changeSet) ?? ok(null)
  }

  async #attempt(write: PendingWrite, how: { keep: boolean; isRetry: boolean }): Promise<Result<ChangeSet>> {
    const answer = await this.#take(write, how)
    // An earlier attempt can have ended well while this one waited.
    if (answer.ok || write.isStored) {
      this.#settle(write)
      return ok(write.changeSet)
    }
    if (refusals.has(answer.error.code)) this.#failed = null
    else if (how.keep) this.#failed = { write, failure: answer.error }
    return answer
  }

  async #take(write: PendingWrite, how: { keep: boolean; isRetry: boolean }): Promise<Result<null>> {
    const { database, acknowledge } = this.#options
    const limitMs = limitFor(write.changeSet.changes.length, this.#options.limitMs)
    if (acknowledge !== undefined && !write.isAcknowledged) {
      // A journal cannot take back what it acknowledged, so what will be refused must not reach it.
      const fresh = await checkIsFresh(database, write.changeSet, limitMs)
      if (!fresh.ok) return fresh
      const acknowledged = await this.acknowledge(write.changeSet)
      if (!acknowledged.ok) return acknowledged
      write.isAcknowledged = true
    }
    return writeChangeSet(database, write.changeSet, {
      limitMs,
      isRetry: how.isRetry,
      onLateSuccess: () => {
        if (how.keep) this.#settle(write)
      }
    })
  }

  #settle(write: PendingWrite): void {
    if (this.#failed?.write === write) this.#failed = null
    if (write.isStored) return
    write.isStored = true
    this.#options.onStored(write.changeSet)
  }
}
