/** What a fallible operation answers: a value, or an error that can be shown and sent between processes. */
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E }

/** An error in words a researcher understands. `code` is stable, for tests and for choosing a way on. */
export interface Failure {
  code: string
  message: string
  /** Where it went wrong: a path inside a dataset, a file name, a line. */
  place?: string
}

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function fail(code: string, message: string, place?: string): { ok: false; error: Failure } {
  return { ok: false, error: place === undefined ? { code, message } : { code, message, place } }
}

/** Closes a switch over a union: adding a member makes the call a compile error. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
