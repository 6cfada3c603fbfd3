import { fail, type Failure } from '../core/result'

/** What a reader did not foresee. The process lives on. */
export function readerFailed(name: string, error: unknown): Failure {
  const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
  const isDeep = error instanceof RangeError && /call stack/i.test(error.message)
  return isDeep
    ? fail('too-deep', `${name} is nested too deeply, or has lists too long, to be read.`, name).error
    : fail('not-readable', `${name} could not be read: ${(why ?? '').slice(0, 200)}.`, name).error
}
