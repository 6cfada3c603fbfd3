import type { ReadPiece } from '../contract/importing'
import type { SourceFile } from '../core/formats/format'
import type { AnnotationMapping, ColumnMapping } from '../core/importing/column-mapping'
import type { Failure } from '../core/result'

/** What the host and the importers' process tell each other. One job at a time; each ends with one `done`. */

export type Job =
  /** Takes an archive of files apart. */
  | { kind: 'unpack'; file: SourceFile; maximumBytes: number }
  /** Reads files that belong together by the format that recognises them; fails with `not-a-corpus` when none does. */
  | { kind: 'corpus'; files: SourceFile[]; now: string }
  /** Reads a table of annotations with the texts they stand in. */
  | { kind: 'annotations'; files: SourceFile[]; now: string; columns: AnnotationMapping }
  /** Reads one file, as a project when a format recognises it, else as a document. */
  | { kind: 'file'; file: SourceFile; now: string; columns?: ColumnMapping }

export type JobPiece = { kind: 'unpacked'; file: SourceFile } | ReadPiece

export type FromImporter =
  | { type: 'piece'; piece: JobPiece }
  /** The last word on a job; nothing of it counts when there is a failure. */
  | { type: 'done'; failure: Failure | null; wanted?: 'articles' | 'project' }

export interface Caps {
  timeMs: number
  /** Resident memory of the whole process. */
  memoryBytes: number
}

export const importerCaps: Caps = { timeMs: 60_000, memoryBytes: 1024 ** 3 }

/** What a job may keep on the heap of its thread: the process needs the rest. */
export const heapMegabytes = 800

/** How the host hands the caps to the process it starts: two arguments, in this order. */
export function capsToArguments(caps: Caps): string[] {
  return [String(caps.timeMs), String(caps.memoryBytes)]
}

export function capsFromArguments([timeMs, memoryBytes]: readonly string[]): Caps {
  return {
    timeMs: Number(timeMs) || importerCaps.timeMs,
    memoryBytes: Number(memoryBytes) || importerCaps.memoryBytes
  }
}

/** What a job is about, for messages. */
export function nameOfJob(job: Job): string {
  if (job.kind === 'unpack' || job.kind === 'file') return job.file.name
  const first = job.files[0]?.name ?? 'These files'
  return first.includes('/') ? first.slice(0, first.indexOf('/')) : first
}
