import type {
  Format,
  OutgoingFile,
  ReadContext,
  SourceFile,
  WriteContext
} from '../../../src/core/formats/format'
import { sourceOf } from '../../../src/core/formats/project-source'
import type { ProjectData } from '../../../src/core/project/entities'

export const writeContext: WriteContext = {
  generator: { name: 'Counterpoint', version: '0.1.0' },
  exportedAt: '2026-01-02T03:04:05.000Z'
}

/** Ids that count up, so that a test can say which row was named by the reader. */
export function readContext(): ReadContext {
  let last = 0
  return { newId: () => `new-${(last += 1)}`, now: '2026-02-03T00:00:00.000Z' }
}

export function textOf(file: OutgoingFile): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(file))
}

export function bytesOf(file: OutgoingFile): Uint8Array {
  // Joined before it is encoded: a chunk may end between the two halves of a character.
  const parts: Uint8Array[] = []
  let text = ''
  const encoder = new TextEncoder()
  for (const chunk of file.chunks) {
    if (typeof chunk === 'string') text += chunk
    else {
      parts.push(encoder.encode(text), chunk)
      text = ''
    }
  }
  return Buffer.concat([...parts, encoder.encode(text)])
}

export function toSource(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** What a format writes, as files ready to be read, and what it said it could not carry. */
export function writeAll(format: Format, data: ProjectData, context = writeContext) {
  const written = format.write?.(sourceOf(data), context)
  if (written === undefined) throw new Error(`${format.id} does not write`)
  const files = [...written.files].map((file): SourceFile => ({ name: file.name, bytes: bytesOf(file) }))
  return { files, issues: written.issues }
}
