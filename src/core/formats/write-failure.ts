import type { Failure } from '../result'

/**
 * Thrown while a file is written when the project contradicts itself, as when a span does not cover the
 * words it says. What was written so far is to be thrown away.
 */
export class WriteFailure extends Error {
  override readonly name = 'WriteFailure'

  constructor(readonly failure: Failure) {
    super(failure.place === undefined ? failure.message : `${failure.message} (${failure.place})`)
  }
}
