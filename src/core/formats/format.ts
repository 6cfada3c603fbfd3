import type { ProjectData } from '../project/entities'
import type { Result } from '../result'

/** A file as formats see it: a name without folders and its bytes. */
export interface SourceFile {
  name: string
  bytes: Uint8Array
}

/** What a format could not carry, or what a reader mended: said to the person, never dropped in silence. */
export interface FormatIssue {
  /** Where: a path such as `annotations[3].spans[0].quote`, or a file name. */
  place: string
  message: string
}

export interface WriteContext {
  generator: { name: string; version: string }
  /** ISO 8601 instant. */
  exportedAt: string
}

export interface ReadContext {
  /** Mints ids for rows the file leaves unnamed. */
  newId(): string
  /** ISO 8601 instant, for rows whose file says no time. */
  now: string
}

/** A file on its way out in pieces, so that a long export never blocks a window. */
export interface OutgoingFile {
  name: string
  /** Text in UTF-8, each piece small enough to make within a few milliseconds. */
  chunks: Iterable<string>
}

/** One exchange format. What it cannot carry is stated in `losses` and reported by `write`. */
export interface Format {
  id: string
  name: string
  description: string
  /** With the dot: `.counterpoint.json`. */
  extensions: readonly string[]
  /** What every export in this format leaves out, in plain words; empty when nothing is lost. */
  losses: readonly string[]
  read?(
    files: readonly SourceFile[],
    context: ReadContext
  ): Result<{ data: ProjectData; issues: FormatIssue[] }>
  /**
   * `issues` grows while the files' chunks are taken and is complete after the last one, so that a long
   * export can be checked in pieces, too. Taking chunks throws `WriteFailure` when the project contradicts itself.
   */
  write?(data: ProjectData, context: WriteContext): { files: OutgoingFile[]; issues: FormatIssue[] }
}
