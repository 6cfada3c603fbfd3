import type { Bridge } from '../../../contract/ipc'
import { ok, type Result } from '../../../core/result'

/** A file the window has: dropped on it. */
export interface DroppedFile {
  /** With its folders, when a folder was dropped. */
  name: string
  file: Blob
}

export interface SentFiles {
  ticket: string
  count: number
  /** Files that could not be read. */
  problems: { place: string; message: string }[]
}

/** One message carries so much: it is copied within a frame. */
const stretchBytes = 4 * 1024 * 1024

/** Begins an import and hands these files over, stretch by stretch, so that the window stays alive. */
export async function sendFiles(bridge: Bridge, files: readonly DroppedFile[]): Promise<Result<SentFiles>> {
  const begun = await bridge.request('import:begin')
  if (!begun.ok) return begun
  const { ticket } = begun.value
  const problems: SentFiles['problems'] = []
  let count = 0
  for (const { name, file } of files) {
    const problem = await sendFile(bridge, ticket, name, file)
    if (problem === null) count += 1
    else problems.push({ place: name, message: problem })
  }
  return ok({ ticket, count, problems })
}

/** Null when all of it was sent. */
async function sendFile(bridge: Bridge, ticket: string, name: string, file: Blob): Promise<string | null> {
  for (let from = 0; from === 0 || from < file.size; from += stretchBytes) {
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await file.slice(from, from + stretchBytes).arrayBuffer())
    } catch {
      return 'This file could not be read.'
    }
    const added = await bridge.request('import:add', ticket, { name, bytes, isFirst: from === 0 })
    if (!added.ok) return added.error.message
  }
  return null
}
