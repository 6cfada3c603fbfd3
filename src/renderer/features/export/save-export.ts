import type { Bridge } from '../../../contract/ipc'
import type { PreparedExport } from '../../../core/export/prepare-export'
import type { Steps } from '../../../core/steps'
import type { FormatIssue } from '../../../core/formats/format'
import { encodeUtf8 } from '../../../core/project/utf8'
import { ok, type Result } from '../../../core/result'
import { saveText, type SavedFile, type SaveOptions } from '../../persistence/save-file'

export interface Exported extends SavedFile {
  /** What the file does not carry although the project holds it. */
  issues: readonly FormatIssue[]
}

/**
 * Asks where to save and writes the export there in pieces, as one file. The target changes only when everything
 * is on the disk: a failure or a cancel leaves what was there. Null when the person cancelled the dialog.
 */
export async function saveExport(
  bridge: Bridge,
  prepared: PreparedExport,
  formatName: string,
  options: SaveOptions
): Promise<Result<Exported | null>> {
  const saved = await saveText(bridge, { ...prepared.asOneFile(), formatName }, options)
  if (!saved.ok) return saved
  return ok(saved.value === null ? null : { ...saved.value, issues: [...prepared.issues] })
}

/** More than this of one line is not shown: a whole article can stand on one. */
const shownLineUnits = 2000

/** The first lines of what will be written, without making the rest, chunk by chunk. Long lines end in an ellipsis. */
export function* previewOf(chunks: Iterable<string | Uint8Array>, lines: number): Steps<string> {
  const shown = ['']
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') return 'This file is not readable as text.'
    const [rest = '', ...more] = chunk.split('\n')
    shown.push(clipped(`${shown.pop() ?? ''}${rest}`), ...more.map(clipped))
    if (shown.length > lines) break
    yield
  }
  return shown.slice(0, lines).join('\n')
}

/** A clipped line with more behind it is clipped to the same. */
function clipped(line: string): string {
  return line.length > shownLineUnits ? `${line.slice(0, shownLineUnits)}…` : line
}

/** How many bytes the chunks come to, text as UTF-8, chunk by chunk; null when they cannot be made. */
export function* countBytes(chunks: Iterable<string | Uint8Array>): Steps<number | null> {
  let bytes = 0
  try {
    for (const chunk of chunks) {
      bytes += typeof chunk === 'string' ? encodeUtf8(chunk).length : chunk.length
      yield
    }
  } catch {
    return null
  }
  return bytes
}
