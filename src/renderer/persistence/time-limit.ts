import { fail, type Failure } from '../../core/result'

export type Limited<T> = { status: 'done'; value: T } | { status: 'late' }

/**
 * What `promise` answers, or `late` after the limit. A late promise goes on; its rejection is the caller's.
 * After a disk has run full a write can stay unanswered for ever, so no write waits without a limit.
 */
export async function withinLimit<T>(promise: PromiseLike<T>, limitMs: number): Promise<Limited<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Limited<T>>(resolve => {
    timer = setTimeout(() => resolve({ status: 'late' }), limitMs)
  })
  const done = Promise.resolve(promise).then((value): Limited<T> => ({ status: 'done', value }))
  // When the race is lost nobody else listens to this branch.
  done.catch(() => undefined)
  try {
    return await Promise.race([done, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A slow but healthy disk writes more than one row in this time, so that big changes are not taken for failures. */
const allowancePerRowMs = 2

/** The time that a write of so many rows may take. */
export function limitFor(rows: number, limitMs: number): number {
  return limitMs + allowancePerRowMs * rows
}

/** The failure that stands for a passed limit. */
export function diskTimeout(limitMs: number): { ok: false; error: Failure } {
  const seconds = limitMs < 1000 ? limitMs / 1000 : Math.round(limitMs / 1000)
  return fail('disk-timeout', `The disk did not answer within ${seconds} second${seconds === 1 ? '' : 's'}.`)
}
