import { ok, type Result } from '../../core/result'
import { storageFailure } from './storage-failure'
import { diskTimeout, withinLimit } from './time-limit'

/** Reads or writes with a time limit; what the store throws comes back as a failure in plain words. */
export async function guarded<T>(work: () => PromiseLike<T>, limitMs: number): Promise<Result<T>> {
  try {
    const answer = await withinLimit(work(), limitMs)
    return answer.status === 'done' ? ok(answer.value) : diskTimeout(limitMs)
  } catch (error) {
    return storageFailure(error)
  }
}
