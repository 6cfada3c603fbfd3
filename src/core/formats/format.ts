import type { ProjectData } from '../project/entities'
import type { Result } from '../result'
import type { Loss } from './losses'
import type { ProjectSource } from './project-source'

/** A file as formats see it: a name and its bytes. The name of a file out of a folder has `/` in it. */
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
  /** Texts may not be shared: positions and SHA-256 take the place of texts and quotations. */
  withholdsText?: boolean
}

export interface ReadContext {
  /** Mints ids for rows the file leaves unnamed. */
  newId(): string
  /** ISO 8601 instant, for rows whose file says no time. */
  now: string
  /** What a person said of a table's columns: what a column is for, and its name. */
  columns?: Readonly<Record<string, string>>
}

/** A file on its way out in pieces, so that a long export never blocks a window and never fills the memory. */
export interface OutgoingFile {
  /** Of plain letters, digits, `-`, `_` and `.`; with `/` where the format has folders. */
  name: string
  /** Text in UTF-8, or bytes; each piece small enough to make within a few milliseconds. Can be gone through again. */
  chunks: Iterable<string | Uint8Array>
}

/** One that is known to be text. */
export interface OutgoingText extends OutgoingFile {
  chunks: Iterable<string>
}

export interface Writing {
  /** Made one after the other: a corpus of a file per article is never held whole. Can be gone through again. */
  files: Iterable<OutgoingFile>
  /** Grows while files and their chunks are taken and is complete after the last one. */
  issues: FormatIssue[]
}

/** In what a format counts places in a text. Inside we count UTF-16 units. */
export type OffsetUnit = 'code-point' | 'utf-16' | 'token' | 'none'

/** One exchange format. */
export interface Format {
  id: string
  name: string
  description: string
  /** With the dot: `.counterpoint.json`; the first is that of the main file. */
  extensions: readonly string[]
  offsetUnit: OffsetUnit
  /** What every export in this format leaves out; empty when nothing is lost. */
  losses: readonly Loss[]
  /** More that a researcher should know, one sentence each: configuration files, what other tools do differently. */
  notes?: readonly string[]
  /** Whether positions can be written without the text they count in. */
  canWithholdText?: boolean
  /** Whether it looks for texts in `.txt` files beside it; whoever gathers files may offer documents' texts so. */
  readsTextsBeside?: boolean
  /** A cheap look at names and first bytes: whether these files are of this format. Needed where `read` is. */
  recognises?(files: readonly SourceFile[]): boolean
  /** Bad input answers a named error with its place; nothing is read in part. */
  read?(
    files: readonly SourceFile[],
    context: ReadContext
  ): Result<{ data: ProjectData; issues: FormatIssue[] }>
  /** Taking files and chunks throws `WriteFailure` when the project contradicts itself. */
  write?(source: ProjectSource, context: WriteContext): Writing
}
