import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, open as openFile, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WriteFailure } from '../core/formats/write-failure'
import { fail, ok, type Result } from '../core/result'
import { fileProblem } from './file-problem'
import { syncFolder } from './storage/sync-folder'

/**
 * Writes exported files so that the target is, at every moment, either what it was or the whole new file.
 * Text goes to a temporary file beside the target; only `commit` puts it in place.
 */
export interface ExportWriter {
  /** Opens a ticket for an absolute path. Fails when its folder cannot be written to. */
  begin(path: string): Promise<Result<{ ticket: string; path: string }>>
  /** Appends text as UTF-8, or bytes, in the order of the calls. A failure ends the ticket and leaves nothing behind. */
  write(ticket: string, content: string | Uint8Array): Promise<Result<null>>
  /** Puts what this makes of the text written so far in its place. A failure, also of making it, ends the ticket. */
  convert(ticket: string, make: (text: string) => Promise<Result<Uint8Array>>): Promise<Result<null>>
  /** Syncs, renames into place, syncs the folder. Answers the full path and the size in bytes. */
  commit(ticket: string): Promise<Result<{ path: string; bytes: number }>>
  /** Removes the temporary file. Fails only when the ticket is unknown. */
  abort(ticket: string): Promise<Result<null>>
  /** Aborts everything that is open: the window that asked for it is gone. */
  abortAll(): Promise<void>
}

interface OpenExport {
  target: string
  temporary: string
  handle: FileHandle
  bytes: number
  /** A high surrogate at the end of a piece waits for its other half in the next. */
  carry: string
  /** The last operation; the next one starts after it. */
  last: Promise<unknown>
}

export interface ExportWriterFiles {
  open(path: string, flags: string, mode: number): Promise<FileHandle>
  rename(from: string, to: string): Promise<void>
}

/** An export writer on the real disk; tests pass in `files` that fail. */
export function createExportWriter(files: ExportWriterFiles = { open: openFile, rename }): ExportWriter {
  const exports = new Map<string, OpenExport>()

  /** Runs an operation after those before it on the same ticket; an error ends the ticket and is named. */
  function inTurn<T>(ticket: string, work: (current: OpenExport) => Promise<T>): Promise<Result<T>> {
    const current = exports.get(ticket)
    if (current === undefined) return Promise.resolve(unknownTicket())
    const turn = current.last.then(async (): Promise<Result<T>> => {
      if (!exports.has(ticket)) return unknownTicket()
      try {
        return ok(await work(current))
      } catch (error) {
        exports.delete(ticket)
        await discard(current)
        // What went wrong beside the disk has a name of its own.
        if (error instanceof WriteFailure) return { ok: false, error: error.failure }
        return fileProblem(error, current.target)
      }
    })
    current.last = turn
    return turn
  }

  const abort = (ticket: string) =>
    inTurn(ticket, async current => {
      exports.delete(ticket)
      await discard(current)
      return null
    })

  return {
    async begin(path) {
      try {
        const current = await openExport(files, path)
        const ticket = randomBytes(16).toString('hex')
        exports.set(ticket, current)
        return ok({ ticket, path: current.target })
      } catch (error) {
        return fileProblem(error, path)
      }
    },
    write: (ticket, content) =>
      inTurn(ticket, async current => {
        await append(current, content)
        return null
      }),
    convert: (ticket, make) =>
      inTurn(ticket, async current => {
        await flush(current)
        const result = await make(await readFile(current.temporary, 'utf8'))
        if (!result.ok) throw new WriteFailure(result.error)
        const made = result.value
        await current.handle.truncate(0)
        // The handle still stands at the end of what it wrote.
        await current.handle.write(made, 0, made.length, 0)
        current.bytes = made.length
        return null
      }),
    commit: ticket =>
      inTurn(ticket, async current => {
        await putInPlace(files, current)
        exports.delete(ticket)
        return { path: current.target, bytes: current.bytes }
      }),
    abort,
    async abortAll() {
      await Promise.all([...exports.keys()].map(abort))
    }
  }
}

function unknownTicket() {
  return fail('no-such-export', 'This export has ended already.')
}

async function openExport(files: ExportWriterFiles, path: string): Promise<OpenExport> {
  const target = await realTarget(path)
  const before = await stat(target).catch(() => undefined)
  if (before?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  // A rename would replace a file that its owner has made read-only.
  if (before !== undefined) await access(target, constants.W_OK)
  // Short enough to stay below 255 bytes with its prefix and suffix, whatever the name is made of.
  const shortName = Array.from(basename(target)).slice(0, 40).join('')
  const temporary = join(dirname(target), `.${shortName}.tmp-${randomBytes(6).toString('hex')}`)
  const handle = await files.open(temporary, 'wx', 0o666)
  const current = { target, temporary, handle, bytes: 0, carry: '', last: Promise.resolve() }
  try {
    if (before !== undefined) await handle.chmod(before.mode & 0o777)
  } catch (error) {
    await discard(current)
    throw error
  }
  return current
}

/** Where a symbolic link leads, so that the link stays a link. */
async function realTarget(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

async function append(current: OpenExport, content: string | Uint8Array): Promise<void> {
  if (typeof content !== 'string') {
    await flush(current)
    await appendBytes(current, content)
    return
  }
  const joined = current.carry + content
  const isCut = /[\uD800-\uDBFF]$/.test(joined)
  current.carry = isCut ? joined.slice(-1) : ''
  await appendBytes(current, Buffer.from(isCut ? joined.slice(0, -1) : joined, 'utf8'))
}

async function appendBytes(current: OpenExport, bytes: Uint8Array): Promise<void> {
  await current.handle.appendFile(bytes)
  current.bytes += bytes.length
}

/** Writes a half of a surrogate pair that waited for its other half in vain. */
async function flush(current: OpenExport): Promise<void> {
  if (current.carry === '') return
  const rest = Buffer.from(current.carry, 'utf8')
  current.carry = ''
  await appendBytes(current, rest)
}

async function putInPlace(files: ExportWriterFiles, current: OpenExport): Promise<void> {
  await flush(current)
  await current.handle.sync()
  const { size } = await current.handle.stat()
  if (size !== current.bytes) throw new Error(`${size} of ${current.bytes} bytes arrived`)
  await current.handle.close()
  await files.rename(current.temporary, current.target)
  await syncFolder(dirname(current.target))
}

async function discard(current: OpenExport): Promise<void> {
  await current.handle.close().catch(() => undefined)
  await rm(current.temporary, { force: true }).catch(() => undefined)
}
