import type { Failure } from '../core/result'

/** What a command may touch of the world; tests give their own. */
export interface Io {
  /** Bytes of standard input. */
  stdin: AsyncIterable<Uint8Array>
  /** Standard output; resolves when there is room for more. */
  out(piece: string | Uint8Array): Promise<void>
  /** A line on standard error. */
  err(line: string): void
  /** ISO 8601 instant. */
  now(): string
  newId(): string
  /** The folder that holds `package.json`, `resources` and `out`. */
  root: URL
}

/** 0: done. 1: the input was refused, or two projects differ. 2: wrong usage. 3: a file cannot be read or written. */
export type ExitCode = 0 | 1 | 2 | 3

/** Ends a command: said on standard error, or as JSON. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'

  constructor(
    readonly failure: Failure,
    readonly exitCode: ExitCode = 1
  ) {
    super(failure.message)
  }
}

export function usageFailure(message: string): CommandFailure {
  return new CommandFailure({ code: 'wrong-usage', message }, 2)
}

/** What went wrong with a file, in words. */
export function fileFailure(error: unknown, path: string): CommandFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words: Record<string, string> = {
    ENOENT: 'There is no such file or folder.',
    EACCES: 'The system does not allow it.',
    EPERM: 'The system does not allow it.',
    EISDIR: 'This is a folder.',
    ENOTDIR: 'A part of this path is no folder.',
    ENOSPC: 'The disk is full.',
    EROFS: 'The disk is read-only.'
  }
  const message = words[code] ?? (error instanceof Error ? error.message : String(error))
  return new CommandFailure({ code: 'file-problem', message, place: path }, 3)
}
