import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { JournalHead } from '../../contract/storage'
import { indexJournal } from './journal-index'
import { decodeLine } from './journal-line'
import type { StorageFiles } from './storage-files'

export interface JournalPart {
  name: string
  /** In bytes from the start of the file. */
  size: number
}

const bytesPerTurn = 1024 * 1024

/**
 * The journal's files up to and with the line `head`; what follows is just being written, or was refused.
 * Throws what the file system throws, and when a newer version wrote the journal.
 */
export async function journalUpTo(
  files: StorageFiles,
  folder: string,
  head: JournalHead
): Promise<JournalPart[]> {
  const index = await indexJournal(files, folder)
  if (!index.ok) throw new Error(index.error.message)
  const parts: JournalPart[] = []
  for (const { name, start, limit } of index.value) {
    if (start !== undefined && start > head.sequence) continue
    const bytes = await files.readFile(join(folder, name))
    // A later file that counts says by itself which lines of this one do.
    parts.push({ name, size: limit > head.sequence ? await endOfLine(bytes, head) : bytes.length })
  }
  return parts
}

/** Where the line ends, its "\n" included; the length of the file when it is not there. */
async function endOfLine(bytes: Buffer, head: JournalHead): Promise<number> {
  let turnEnd = bytesPerTurn
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start)
    const end = found === -1 ? bytes.length : found
    const line = decodeLine(bytes.subarray(start, end))
    start = Math.min(end + 1, bytes.length)
    if (line.ok && line.sequence === head.sequence && line.hash === head.hash) return start
    if (start <= turnEnd) continue
    turnEnd = start + bytesPerTurn
    await setImmediate()
  }
  return bytes.length
}
