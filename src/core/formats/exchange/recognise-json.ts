import { decodeUtf8 } from '../../project/utf8'
import type { SourceFile } from '../format'

/** The first line of a file of JSON Lines as an object; null when it is none. Never fails. */
export function firstRecord(file: SourceFile | undefined): Readonly<Record<string, unknown>> | null {
  if (file === undefined) return null
  const end = file.bytes.indexOf(0x0a)
  const text = decodeUtf8(end === -1 ? file.bytes : file.bytes.subarray(0, end))
  if (!text.ok || !text.text.trimStart().startsWith('{')) return null
  return parsed(text.text)
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}
