import { z } from 'zod'
import { tableNames, type ChangeSet, type Rows, type TableName } from '../core/history/change-set'
import type { RowCounts } from '../core/history/project-state'
import { projectIdSchema, type ProjectId } from '../core/project/ids'

/** What the window and the main process tell each other about journals, backups and the working store. */

/** The last line of a journal: its number and the SHA-256 of its bytes. Equal heads mean equal histories. */
export const journalHeadSchema = z.strictObject({
  sequence: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/)
})
export type JournalHead = z.infer<typeof journalHeadSchema>

const rowCountsSchema = z.strictObject(
  Object.fromEntries(tableNames.map(table => [table, z.number().int().nonnegative()]))
) as unknown as z.ZodType<RowCounts>

/** What the working store holds of a project. */
export const settledProjectSchema = z.strictObject({
  projectId: projectIdSchema,
  head: journalHeadSchema,
  counts: rowCountsSchema
})
export type SettledProject = z.infer<typeof settledProjectSchema>

export interface JournaledProject {
  projectId: ProjectId
  head: JournalHead
  /** What the working store held when it was last closed; null when nobody said so. */
  counts: RowCounts | null
}

/** A project folder that cannot be used now, and why. */
export interface UnavailableProject {
  /** Null when not even that can be read. */
  projectId: ProjectId | null
  folder: string
  message: string
}

/** Why the working store is built anew. */
export type RebuildReason =
  /** The app was killed, or the computer went off. */
  | 'not-closed'
  /** Its files are not the ones that were left. */
  | 'files-changed'
  /** A journal says something else than when the app was closed. */
  | 'journal-changed'
  /** It did not open, or failed while it was used. */
  | 'store-failed'

export interface StoreCheck {
  /** Null when the working store may be used; it is empty, and to be filled, when there is a reason. */
  rebuild: RebuildReason | null
  /** False until every project of a store from before there were journals has got one. */
  isComplete: boolean
  projects: JournaledProject[]
  unavailable: UnavailableProject[]
}

export interface ProjectReading {
  ticket: string
  head: JournalHead
  counts: RowCounts
  /** Rows and history entries that will come, at most. */
  total: number
  /** What was found damaged on the way, in one sentence each. */
  notes: string[]
}

/** One row with its table. */
export type TableRow = { [T in TableName]: { table: T; row: Rows[T] } }[TableName]

/** A change set with the place its journal line has. */
export interface JournaledChangeSet {
  sequence: number
  changeSet: ChangeSet
}

/** A thousand rows or so. */
export interface ProjectPiece {
  rows: TableRow[]
  /** The order of import of each table; comes with the first piece. */
  orders: { table: TableName; ids: string[] }[]
  history: JournaledChangeSet[]
  /** All rows that the first article needs have come. */
  hasFirstArticle: boolean
  /** All rows have come; the history may still follow. */
  hasAllRows: boolean
  done: boolean
}

/** A snapshot of a project, verified when it was taken. */
export type Backup =
  | {
      status: 'readable'
      name: string
      takenAt: string
      sequence: number
      bytes: number
      counts: RowCounts
      title: string
    }
  | { status: 'damaged'; name: string; bytes: number }

/** What "Check project" found. Without findings all is well. */
export interface ProjectCheck {
  journal: { files: number; lines: number; bytes: number }
  backups: { readable: number; damaged: string[] }
  blobs: { checked: number }
  /** In words, each with its place. */
  findings: { place: string; message: string }[]
}
