import { z } from 'zod'
import { annotationFields, articleFields, type TableMeaning } from '../core/importing/column-mapping'
import { changeSetSchema, type ChangeSet } from '../core/history/change-set'
import { articleIdSchema, projectIdSchema, type ProjectId } from '../core/project/ids'
import type { Result } from '../core/result'
import type { CommandId } from './commands'
import type { ImportFailure, ImportPiece, ImportProgress } from './importing'
import {
  settledProjectSchema,
  type Backup,
  type JournalHead,
  type ProjectCheck,
  type ProjectPiece,
  type ProjectReading,
  type StoreCheck
} from './storage'

/**
 * Every message between the window and the main process. The handlers in `main`, the bridge in `preload`
 * and the client in `renderer` are derived from these tables: a missing handler does not compile.
 */

export interface AppInfo {
  name: string
  version: string
  electron: string
  chrome: string
  platform: string
  /** True in the development server, where reloading is allowed. */
  isDevelopment: boolean
}

export interface OpenedFile {
  name: string
  bytes: Uint8Array
}

/** Why a file could not be opened, beside the ones that could. */
export interface OpenFailure {
  name: string
  message: string
}

export interface MenuState {
  /** Commands that would do something now. */
  enabled: CommandId[]
  /** Commands that are on: views, panes. */
  checked: CommandId[]
  /** Labels that name the action, as "Undo tag claim", by the command's id. */
  labels: Record<string, string>
  /** Keys that are not those of the table: chosen by a person or given by the codebook; empty for none. By the command's id. */
  chords: Record<string, string>
  /** Commands of layers that the codebook does not have. */
  hidden: CommandId[]
}

const commandIdSchema = z.string().max(100) as unknown as z.ZodType<CommandId>
const fileName = z.string().min(1).max(255)
const title = z.string().min(1).max(500)
const backupName = z.string().regex(/^[\w.-]{1,120}$/)
const ticket = z.string().max(100)
/** With the folders of a dropped folder or of an archive in it. */
const pathOfFile = z.string().min(1).max(4096)
const columnName = z.string().max(1000)
const tableMeaning: z.ZodType<TableMeaning> = z.discriminatedUnion('rows', [
  z.strictObject({
    rows: z.literal('articles'),
    columns: z.partialRecord(z.enum(articleFields), columnName)
  }),
  z.strictObject({
    rows: z.literal('annotations'),
    columns: z.partialRecord(z.enum(annotationFields), columnName)
  })
])

/** Each request: the schema of its arguments, checked in main before a handler sees them. */
export const requestSchemas = {
  'app:info': z.tuple([]),
  /** Shows a native dialog and reads what was chosen; an empty list when it was cancelled. */
  'files:open': z.tuple([z.enum(['articles', 'codebook'])]),
  /** Asks which files, or which folder, to import, and reads them from the disk; null when cancelled. */
  'import:choose': z.tuple([z.enum(['articles', 'folder', 'dataset'])]),
  /** An import of files that the window has: dropped ones. */
  'import:begin': z.tuple([]),
  /** Hands over a file, or its next stretch of bytes; `isFirst` begins one. */
  'import:add': z.tuple([
    ticket,
    z.strictObject({
      name: pathOfFile,
      bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array),
      isFirst: z.boolean()
    })
  ]),
  /** Reads all files of the import in the importers' process. Tells of its progress. Can be asked again. */
  'import:run': z.tuple([ticket, z.record(pathOfFile, tableMeaning)]),
  /** The next pieces of what was read; an empty list when all were taken. */
  'import:take': z.tuple([ticket]),
  /** Keeps a file of the import with a project, byte for byte. Answers its SHA-256. */
  'import:keep': z.tuple([ticket, z.number().int().nonnegative(), projectIdSchema]),
  'import:cancel': z.tuple([ticket]),
  'import:end': z.tuple([ticket]),
  /** Asks where to save. Answers a ticket for `export:*`, or null when cancelled. */
  'export:begin': z.tuple([z.strictObject({ defaultName: fileName, formatName: z.string().max(200) })]),
  /** Asks for a folder, and answers a ticket for each of these files in it; null when cancelled. */
  'export:begin-folder': z.tuple([z.strictObject({ title, names: z.array(fileName).min(1).max(500) })]),
  /** Appends text in UTF-8, or bytes, to the ticket's temporary file. */
  'export:write': z.tuple([
    ticket,
    z.union([z.string().max(4_000_000), z.instanceof(Uint8Array) as z.ZodType<Uint8Array>])
  ]),
  /** What was written is a page in HTML: prints it, and the PDF takes its place in the temporary file. */
  'export:print': z.tuple([ticket, z.strictObject({ title })]),
  /** fsync, rename into place, fsync of the folder. Answers the full path. */
  'export:commit': z.tuple([ticket]),
  /** Removes the temporary file and leaves what was there before. */
  'export:abort': z.tuple([ticket]),
  'shell:show-file': z.tuple([z.string().max(4096)]),
  'shell:show-log': z.tuple([]),
  'menu:update': z.tuple([
    z.strictObject({
      enabled: z.array(commandIdSchema).max(500),
      checked: z.array(commandIdSchema).max(500),
      labels: z.record(z.string(), z.string().max(300)),
      chords: z.record(z.string(), z.string().max(60)),
      hidden: z.array(commandIdSchema).max(500)
    })
  ]),
  'theme:set': z.tuple([z.enum(['system', 'light', 'dark'])]),
  'log:error': z.tuple([z.strictObject({ message: z.string().max(20_000), stack: z.string().max(50_000) })]),
  /** The window has saved what was being typed and may close. */
  'window:ready-to-close': z.tuple([]),
  /** The window is about to close, and this could not be saved: a person is asked whether it may. */
  'window:not-saved': z.tuple([z.string().max(1000)]),

  /** Whether the working store may be used as it is. To be asked before it is opened. */
  'store:check': z.tuple([]),
  /** Every project of the working store has its journal now. */
  'store:complete': z.tuple([]),
  /** The working store failed. It is set aside, and the page loads anew to build it from the journals. */
  'store:distrust': z.tuple([z.string().max(1000)]),
  /** What the working store holds, said when nothing more will be written to it. */
  'store:settled': z.tuple([z.array(settledProjectSchema).max(100_000)]),
  /** Answers when the change set is on the disk. The same one, known by its id, is written once. */
  // The schema's `changes` is the union that `ChangeSet` spells out; inference loses it on the way.
  'journal:append': z.tuple([changeSetSchema as unknown as z.ZodType<ChangeSet>]),
  /** Makes a project of what was appended and kept under an id that no project had. Until then there is none. */
  'journal:finish': z.tuple([projectIdSchema]),
  /** Forgets what an import that did not end has written. A project that exists is never touched. */
  'journal:discard': z.tuple([projectIdSchema]),
  /** Keeps an imported file with its project. Answers its SHA-256. */
  'blob:keep': z.tuple([projectIdSchema, z.instanceof(Uint8Array) as z.ZodType<Uint8Array>]),
  /** Begins to read a project from its journal, or from a backup, with one article before all others. */
  'project:read': z.tuple([
    z.strictObject({
      projectId: projectIdSchema,
      backup: backupName.nullable(),
      /** What is read replaces what the working store held: damage is told once, and then written down. */
      isRestoring: z.boolean(),
      firstArticle: articleIdSchema.nullable()
    })
  ]),
  /** The next piece; the one that says `done` is the last and ends the reading. */
  'project:read-piece': z.tuple([ticket]),
  'project:read-end': z.tuple([ticket]),
  /** Verifies journal, backups, texts and files of a project. Tells of its progress. */
  'project:check': z.tuple([projectIdSchema]),
  'project:show-folder': z.tuple([projectIdSchema]),
  /** Newest first. */
  'backups:list': z.tuple([projectIdSchema]),
  /** Takes a backup now; null when nothing has changed since the last one. */
  'backups:take': z.tuple([projectIdSchema]),
  /** Makes a new project from a backup; its rows are then read with `project:read`. */
  'backups:restore': z.tuple([z.strictObject({ projectId: projectIdSchema, backup: backupName, title })]),
  /** Asks where to, and writes the whole project into one file; null when cancelled. */
  'bundle:export': z.tuple([z.strictObject({ projectId: projectIdSchema, title })]),
  /** Asks which, and makes a new project from it; null when cancelled. */
  'bundle:import': z.tuple([]),
  /** The folder that gets a copy of each backup; null when there is none. */
  'mirror:get': z.tuple([]),
  'mirror:choose': z.tuple([]),
  'mirror:clear': z.tuple([])
} as const

export interface Responses {
  'app:info': AppInfo
  'files:open': { files: OpenedFile[]; failures: OpenFailure[] }
  'import:choose': { ticket: string; count: number; failures: OpenFailure[] } | null
  'import:begin': { ticket: string }
  'import:add': null
  'import:run': { failures: ImportFailure[]; isCancelled: boolean }
  'import:take': ImportPiece[]
  'import:keep': string
  'import:cancel': null
  'import:end': null
  'export:begin': { ticket: string; path: string } | null
  'export:begin-folder': { ticket: string; path: string }[] | null
  'export:write': null
  'export:print': null
  'export:commit': { path: string; bytes: number }
  'export:abort': null
  'shell:show-file': null
  'shell:show-log': null
  'menu:update': null
  'theme:set': null
  'log:error': null
  'window:ready-to-close': null
  'window:not-saved': null
  'store:check': StoreCheck
  'store:complete': null
  'store:distrust': null
  'store:settled': null
  'journal:append': JournalHead
  'journal:finish': null
  'journal:discard': null
  'blob:keep': string
  'project:read': ProjectReading
  'project:read-piece': ProjectPiece
  'project:read-end': null
  'project:check': ProjectCheck
  'project:show-folder': null
  'backups:list': Backup[]
  'backups:take': Backup | null
  'backups:restore': { projectId: ProjectId }
  'bundle:export': { path: string; bytes: number } | null
  'bundle:import': { projectId: ProjectId } | null
  'mirror:get': string | null
  'mirror:choose': string | null
  'mirror:clear': null
}

export type RequestName = keyof typeof requestSchemas
export type RequestArguments<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>

/** Messages from main to the window. */
export interface Events {
  /** A menu item or its accelerator was used. */
  'command:run': { id: CommandId }
  /** The window is about to close; answer `window:ready-to-close` when everything is saved. */
  'window:closing': Record<string, never>
  /** How far a check, a restore or a bundle has come. */
  'project:progress': { projectId: ProjectId | null; what: string; done: number; total: number }
  'import:progress': ImportProgress & { ticket: string }
  /** Something behind the scenes failed: a backup, its copy on another disk. */
  'storage:trouble': { message: string }
}

export type EventName = keyof Events

/** What the preload script puts on `window.counterpoint`. */
export interface Bridge {
  request<N extends RequestName>(name: N, ...args: RequestArguments<N>): Promise<Result<Responses[N]>>
  /** Calls back for each event; the answer stops it. */
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void
}

const mebibyte = 1024 * 1024
/** No message is larger than this once serialised, in bytes; larger ones are refused unread. */
export const maximumMessageBytes = 32 * mebibyte
/** One action can change every annotation of a long article: a corrected text, a renamed option, their undo. */
const maximumChangeSetBytes = 192 * mebibyte

/** How large the message of a request may be, in bytes. */
export function maximumBytesOf(name: RequestName): number {
  return name === 'journal:append' ? maximumChangeSetBytes : maximumMessageBytes
}
/** Files larger than this are refused with a named error before they are read. */
export const maximumOpenedFileBytes = 256 * 1024 * 1024
