import type { Bridge } from '../../contract/ipc'
import { WriteFailure } from '../../core/formats/write-failure'
import { fail, ok, type Result } from '../../core/result'
import { messagePieces } from './message-pieces'

export interface SavedFile {
  path: string
  bytes: number
}

export interface SaveOptions {
  signal: AbortSignal
  /** UTF-16 units, or bytes, handed to the disk so far. */
  onProgress(written: number): void
}

interface SavingFile {
  /** Proposed to the person. */
  name: string
  formatName: string
  /** Text in UTF-8, or bytes. */
  chunks: Iterable<string | Uint8Array>
  /** Done with what was written before it is put in place. */
  finish?(ticket: string): Promise<Result<null>>
}

/** UTF-16 units, or bytes, per message: large enough to be fast, small enough never to block the window. */
const messageUnits = 512 * 1024
/** A slice of work between two breaths of the window. */
const sliceMs = 8

/**
 * Asks where to save and writes a file there in pieces. The target changes only when everything is on the
 * disk: a failure or a cancel leaves what was there. Null when the person cancelled the dialog.
 */
export async function saveText(
  bridge: Bridge,
  { name, formatName, chunks, finish }: SavingFile,
  options: SaveOptions
): Promise<Result<SavedFile | null>> {
  const begun = await bridge.request('export:begin', { defaultName: name, formatName })
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { ticket } = begun.value
  return ended(bridge, ticket, async () => {
    const sent = await send(bridge, ticket, chunks, options)
    return sent.ok && finish !== undefined ? finish(ticket) : sent
  })
}

/** The same for bytes that fit into one message. */
export async function saveBytes(
  bridge: Bridge,
  file: { name: string; formatName: string; bytes: Uint8Array }
): Promise<Result<SavedFile | null>> {
  const begun = await bridge.request('export:begin', { defaultName: file.name, formatName: file.formatName })
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { ticket } = begun.value
  return ended(bridge, ticket, () => bridge.request('export:write', ticket, file.bytes))
}

/** Asks for a folder and writes these files into it, each under its name or the next free one. */
export async function saveIntoFolder(
  bridge: Bridge,
  title: string,
  files: readonly { name: string; content(): Promise<Uint8Array> }[],
  { signal, onProgress }: SaveOptions
): Promise<Result<SavedFile[] | null>> {
  const begun = await bridge.request('export:begin-folder', { title, names: files.map(({ name }) => name) })
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const saved: SavedFile[] = []
  for (const [i, { ticket }] of begun.value.entries()) {
    const content = files[i]?.content
    const result = await ended(bridge, ticket, async () =>
      signal.aborted || content === undefined
        ? cancelled()
        : bridge.request('export:write', ticket, await content())
    )
    if (!result.ok) {
      for (const rest of begun.value.slice(i + 1)) await bridge.request('export:abort', rest.ticket)
      return result
    }
    saved.push(result.value)
    onProgress(i + 1)
  }
  return ok(saved)
}

/** Puts the file in place when the writing went well, and gives it up when it did not. */
async function ended(
  bridge: Bridge,
  ticket: string,
  write: () => Promise<Result<null>>
): Promise<Result<SavedFile>> {
  const written = await write().catch((error: unknown) =>
    fail('not-made', error instanceof Error ? error.message : String(error))
  )
  const committed = written.ok ? await bridge.request('export:commit', ticket) : written
  if (!committed.ok) await bridge.request('export:abort', ticket)
  return committed
}

async function send(
  bridge: Bridge,
  ticket: string,
  chunks: Iterable<string | Uint8Array>,
  { signal, onProgress }: SaveOptions
): Promise<Result<null>> {
  let written = 0
  let sliceBegan = performance.now()
  try {
    for (const piece of messagePieces(chunks, messageUnits)) {
      if (signal.aborted) return cancelled()
      if (piece !== '') {
        const sent = await bridge.request('export:write', ticket, piece)
        if (!sent.ok) return sent
        written += piece.length
        onProgress(written)
      }
      if (performance.now() - sliceBegan > sliceMs) {
        await new Promise(resolve => setTimeout(resolve))
        sliceBegan = performance.now()
      }
    }
  } catch (error) {
    // Whatever goes wrong here, the temporary file must be given up.
    if (error instanceof WriteFailure) return fail('contradiction', error.message)
    return fail('export-failed', error instanceof Error ? error.message : String(error))
  }
  return signal.aborted ? cancelled() : ok(null)
}

function cancelled() {
  return fail('cancelled', 'The export was cancelled.')
}
