import { z } from 'zod'
import type { Result } from '../core/result'
import type { CommandId } from './commands'

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
  /** Labels that name the action, as "Undo tag claim". */
  labels: Partial<Record<CommandId, string>>
}

const commandIdSchema = z.string().max(100) as unknown as z.ZodType<CommandId>
const fileName = z.string().min(1).max(255)

/** Each request: the schema of its arguments, checked in main before a handler sees them. */
export const requestSchemas = {
  'app:info': z.tuple([]),
  /** Shows a native dialog and reads what was chosen; an empty list when it was cancelled. */
  'files:open': z.tuple([z.enum(['articles', 'dataset'])]),
  /** Asks where to save. Answers a ticket for `export:*`, or null when cancelled. */
  'export:begin': z.tuple([z.strictObject({ defaultName: fileName, formatName: z.string().max(200) })]),
  /** Appends UTF-8 text to the ticket's temporary file. */
  'export:write': z.tuple([z.string().max(100), z.string().max(4_000_000)]),
  /** fsync, rename into place, fsync of the folder. Answers the full path. */
  'export:commit': z.tuple([z.string().max(100)]),
  /** Removes the temporary file and leaves what was there before. */
  'export:abort': z.tuple([z.string().max(100)]),
  'shell:show-file': z.tuple([z.string().max(4096)]),
  'shell:show-log': z.tuple([]),
  'menu:update': z.tuple([
    z.strictObject({
      enabled: z.array(commandIdSchema).max(500),
      checked: z.array(commandIdSchema).max(500),
      labels: z.record(z.string(), z.string().max(300))
    })
  ]),
  'theme:set': z.tuple([z.enum(['system', 'light', 'dark'])]),
  'log:error': z.tuple([z.strictObject({ message: z.string().max(20_000), stack: z.string().max(50_000) })]),
  /** The window has saved what was being typed and may close. */
  'window:ready-to-close': z.tuple([])
} as const

export interface Responses {
  'app:info': AppInfo
  'files:open': { files: OpenedFile[]; failures: OpenFailure[] }
  'export:begin': { ticket: string; path: string } | null
  'export:write': null
  'export:commit': { path: string; bytes: number }
  'export:abort': null
  'shell:show-file': null
  'shell:show-log': null
  'menu:update': null
  'theme:set': null
  'log:error': null
  'window:ready-to-close': null
}

export type RequestName = keyof typeof requestSchemas
export type RequestArguments<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>

/** Messages from main to the window. */
export interface Events {
  /** A menu item or its accelerator was used. */
  'command:run': { id: CommandId }
  /** The window is about to close; answer `window:ready-to-close` when everything is saved. */
  'window:closing': Record<string, never>
}

export type EventName = keyof Events

/** What the preload script puts on `window.counterpoint`. */
export interface Bridge {
  request<N extends RequestName>(name: N, ...args: RequestArguments<N>): Promise<Result<Responses[N]>>
  /** Calls back for each event; the answer stops it. */
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void
}

/** No message is larger than this once serialised, in bytes; larger ones are refused unread. */
export const maximumMessageBytes = 32 * 1024 * 1024
/** Files larger than this are refused with a named error before they are read. */
export const maximumOpenedFileBytes = 256 * 1024 * 1024
