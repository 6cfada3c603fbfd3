import type { Bridge } from '../../../contract/ipc'
import type { Format, WriteContext } from '../../../core/formats/format'
import { WriteFailure } from '../../../core/formats/write-failure'
import type { ProjectData } from '../../../core/project/entities'
import { fail, ok, type Result } from '../../../core/result'

export interface Exported {
  path: string
  bytes: number
}

export interface ExportProgress {
  /** UTF-16 units handed to the disk so far. */
  written: number
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
  options: { signal: AbortSignal; onProgress(progress: ExportProgress): void }
): Promise<Result<Exported | null>> {
  const file = format.write?.(data, context).files[0]
  if (file === undefined) return fail('not-writable', `${format.name} cannot be written.`)
  const begun = await bridge.request('export:begin', { defaultName: file.name, formatName: format.name })
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { ticket } = begun.value
  const sent = await send(bridge, ticket, file.chunks, options)
  if (sent.ok) return bridge.request('export:commit', ticket)
  await bridge.request('export:abort', ticket)
  return sent
}

async function send(
  bridge: Bridge,
  ticket: string,
  chunks: Iterable<string>,
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: ExportProgress): void }
): Promise<Result<null>> {
  let pending = ''
  let written = 0
  let sliceBegan = performance.now()
  const flush = async (): Promise<Result<unknown>> => {
    const text = pending
    pending = ''
    written += text.length
    onProgress({ written })
    return text === '' ? ok(null) : bridge.request('export:write', ticket, text)
  }
  try {
    for (const chunk of chunks) {
      if (signal.aborted) return fail('cancelled', 'The export was cancelled.')
      pending += chunk
      if (pending.length >= messageUnits) {
        const flushed = await flush()
        if (!flushed.ok) return flushed
      }
      if (performance.now() - sliceBegan > sliceMs) {
        await new Promise(resolve => setTimeout(resolve))
        sliceBegan = performance.now()
      }
    }
  } catch (error) {
    if (error instanceof WriteFailure) return fail('contradiction', error.message)
    throw error
  }
  const flushed = await flush()
  return flushed.ok ? ok(null) : flushed
}

/** The first lines of what will be written, without making the rest. */
export function previewOf(chunks: Iterable<string>, lines: number): string {
  let text = ''
  for (const chunk of chunks) {
    text += chunk
    if (text.split('\n').length > lines) break
  }
  return text.split('\n').slice(0, lines).join('\n')
}
