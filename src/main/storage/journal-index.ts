import { join } from 'node:path'
import { fail, ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { decodeLine, journalVersion, type JournalHeader } from './journal-line'
import { scanLines } from './journal-scan'
import type { StorageFiles } from './storage-files'

/** A journal file and the sequence numbers that count in it. */
export interface IndexedFile {
  name: string
  /** Of its first line; undefined when no line of it can be read. */
  start: number | undefined
  /**
   * A later file begins with this number, so what stands here with it or a higher one was refused and then
   * written anew: it is superseded. Infinity when no later file says so.
   */
  limit: number
}

const namePattern = /^journal-(\d{4,9})\.jsonl$/

/** Names of the journal's files, oldest first; empty when there is no such folder. Throws what `files` throws. */
export async function listJournalFiles(files: StorageFiles, folder: string): Promise<string[]> {
  const names = (await files.readFolder(folder)).filter(name => namePattern.test(name))
  return names.sort((a, b) => numberOf(a) - numberOf(b))
}

/** The name of the file after those; numbers are never used twice while a later file is there. */
export function nextJournalFile(names: readonly string[]): string {
  const last = names.at(-1)
  const number = last === undefined ? 1 : numberOf(last) + 1
  return `journal-${String(number).padStart(4, '0')}.jsonl`
}

/** Looks at the first line of each file. Fails when one cannot be read or was written by a newer version. */
export async function indexJournal(files: StorageFiles, folder: string): Promise<Result<IndexedFile[]>> {
  const indexed: IndexedFile[] = []
  try {
    for (const name of await listJournalFiles(files, folder)) {
      const first = await readStart(files, join(folder, name))
      if (isNewer(first?.header)) return newerVersion(name)
      indexed.push({ name, start: first?.sequence, limit: Infinity })
    }
  } catch (error) {
    return fileProblem(error, folder)
  }
  let limit = Infinity
  for (const file of indexed.toReversed()) {
    file.limit = limit
    limit = Math.min(limit, file.start ?? Infinity)
  }
  return ok(indexed)
}

export function isNewer(header: JournalHeader | undefined): boolean {
  return header !== undefined && header.version > journalVersion
}

export function newerVersion(place: string) {
  return fail(
    'newer-version',
    'This project was written by a newer version of Counterpoint. Nothing was changed; open it with that version.',
    place
  )
}

export interface JournalFileStart {
  /** Of the file's first line, as far as it can be told. */
  sequence: number
  /** Undefined when the header is damaged. */
  header: JournalHeader | undefined
}

/** Where a file begins: its header, read from its first bytes. Undefined when no line of it can be read. */
export async function readStart(files: StorageFiles, path: string): Promise<JournalFileStart | undefined> {
  const first = decodeLine(await readFirstLine(files, path))
  const entry = first.ok ? first.entry() : undefined
  if (first.ok && entry?.kind === 'header') return { sequence: first.sequence, header: entry.header }
  for (const { content } of await scanLines(await files.readFile(path))) {
    if (!content.ok) continue
    const moved = content.entry()
    if (moved?.kind === 'header') return { sequence: content.sequence, header: moved.header }
    // The header that is gone had a number before this one. Guessing too high hides nothing acknowledged.
    return { sequence: content.sequence - 1, header: undefined }
  }
  return undefined
}

async function readFirstLine(files: StorageFiles, path: string): Promise<Buffer> {
  const file = await files.open(path, 'r')
  try {
    for await (const piece of file.pieces()) {
      const end = piece.indexOf(10)
      return piece.subarray(0, end === -1 ? piece.length : end)
    }
    return Buffer.alloc(0)
  } finally {
    await file.close()
  }
}

function numberOf(name: string): number {
  return Number(namePattern.exec(name)?.[1])
}
