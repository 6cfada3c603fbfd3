import type { Bridge } from '../../../contract/ipc'
import type { Format, FormatIssue, WriteContext } from '../../../core/formats/format'
import { WriteFailure } from '../../../core/formats/write-failure'
import type { ProjectData } from '../../../core/project/entities'
import { fail, ok, type Result } from '../../../core/result'
import { messagePieces } from './message-pieces'

export interface Exported {
  path: string
  bytes: number
  /** What the file does not carry although the project holds it. */
  issues: readonly FormatIssue[]
}

export interface ExportProgress {
  /** UTF-16 units handed to the disk so far. */
  written: number
}

export interface ExportOptions {
  signal: AbortSignal
  onProgress(progress: ExportProgress): void
}

/** UTF-16 units per message: large enough to be fast, small enough never to block the window. */
const messageUnits = 512 * 1024
/** A slice of work between two breaths of the window. */
const sliceMs = 8

/**
 * Asks where to save and writes the format's file there in pieces. The target changes only when everything
 * is on the disk: a failure or a cancel leaves what was there. Null when the person cancelled the dialog.
 */
export async function exportProject(
  bridge: Bridge,
  format: Format,
  data: ProjectData,
  context: WriteContext,
  options: ExportOptions
): Promise<Result<Exported | null>> {
  const writing = format.write?.(data, context)
  const file = writing?.files[0]
  if (writing === undefined || file === undefined)
    return fail('not-writable', `${format.name} cannot be written.`)
  const begun = await bridge.request('export:begin', { defaultName: file.name, formatName: format.name })
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { ticket } = begun.value
  const sent = await send(bridge, ticket, file.chunks, options)
  const committed = sent.ok ? await bridge.request('export:commit', ticket) : sent
  if (committed.ok) return ok({ ...committed.value, issues: [...writing.issues] })
  await bridge.request('export:abort', ticket)
  return committed
}

async function send(
  bridge: Bridge,
  ticket: string,
  chunks: Iterable<string>,
  { signal, onProgress }: ExportOptions
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
        onProgress({ written })
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

/** More than this of one line is not shown: a whole article can stand on one. */
const shownLineUnits = 2000

/** The first lines of what will be written, without making the rest. Long lines end in an ellipsis. */
export function previewOf(chunks: Iterable<string>, lines: number): string {
  let text = ''
  for (const chunk of chunks) {
    text += chunk
    if (text.split('\n').length > lines) break
  }
  return text
    .split('\n')
    .slice(0, lines)
    .map(line => (line.length > shownLineUnits ? `${line.slice(0, shownLineUnits)}…` : line))
    .join('\n')
}

/**
 * How many bytes of UTF-8 the chunks come to, counted between breaths of the window; null when it was
 * aborted or the project cannot be written.
 */
export async function measureBytes(chunks: Iterable<string>, signal: AbortSignal): Promise<number | null> {
  const encoder = new TextEncoder()
  let bytes = 0
  let sliceBegan = performance.now()
  try {
    for (const chunk of chunks) {
      bytes += encoder.encode(chunk).length
      if (performance.now() - sliceBegan > sliceMs) {
        await new Promise(resolve => setTimeout(resolve))
        if (signal.aborted) return null
        sliceBegan = performance.now()
      }
    }
  } catch {
    return null
  }
  return bytes
}
