import { join } from 'node:path'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { JournalChain } from './journal-chain'
import { indexJournal, isNewer, listJournalFiles, newerVersion, type IndexedFile } from './journal-index'
import {
  journalStart,
  type JournalDamage,
  type JournalEntry,
  type JournalHead,
  type JournalHeader,
  type JournalRepair
} from './journal-line'
import { scanLines, type ScannedLine } from './journal-scan'
import type { StorageFiles } from './storage-files'

export interface JournalRecord {
  sequence: number
  /** What a line after this one follows. */
  head: JournalHead
  file: string
  /** From 1. */
  line: number
  entry: JournalEntry
}

export type JournalItem =
  | { kind: 'record'; record: JournalRecord }
  | { kind: 'damage'; damage: JournalDamage }
  /** The last line of a file has no "\n" and cannot be read: a write that was cut short, never acknowledged. */
  | { kind: 'unfinished'; file: string; line: number }

/**
 * Everything the journal holds, headers and repairs too, in order; damage is reported and stepped over. `after`
 * leaves out what stands before it and the head itself, and whole files that end before it. Fails when a file
 * cannot be opened or was written by a newer version (`newer-version`); taking items throws what the disk
 * throws when it breaks off. After either nobody must write: what was not read may hold higher numbers.
 */
export async function readJournal(
  files: StorageFiles,
  folder: string,
  options: { after?: JournalHead } = {}
): Promise<Result<AsyncGenerator<JournalItem>>> {
  const index = await indexJournal(files, folder)
  return index.ok ? ok(readFiles(files, folder, index.value, options.after ?? journalStart)) : index
}

async function* readFiles(
  files: StorageFiles,
  folder: string,
  index: readonly IndexedFile[],
  after: JournalHead
): AsyncGenerator<JournalItem> {
  const chain = new JournalChain(after)
  for (const file of index) {
    if (file.limit <= after.sequence + 1) continue
    const bytes = await files.readFile(join(folder, file.name))
    yield* readLines(chain, file, await scanLines(bytes))
  }
}

function* readLines(
  chain: JournalChain,
  file: IndexedFile,
  lines: readonly ScannedLine[]
): Generator<JournalItem> {
  for (const item of chain.follow(file, lines)) {
    if (item.kind === 'superseded') continue
    if (item.kind === 'damage') yield item
    else if (item.kind === 'unfinished') yield { ...item, file: file.name }
    else {
      const { line, content } = item
      const entry = content.entry()
      const at = { file: file.name, line }
      if (entry === undefined) {
        const bytes = Buffer.from(content.bytes)
        yield { kind: 'damage', damage: { kind: 'line', reason: 'not-valid', bytes, ...at } }
      } else yield { kind: 'record', record: { sequence: content.sequence, head: chain.head, entry, ...at } }
    }
  }
}

export interface JournalVerification {
  /** Lines that count, headers and repairs too. */
  records: number
  bytes: number
  head: JournalHead
  /** Damage that no later `repair` line has written down. */
  damage: JournalDamage[]
  /** Damage that was written down. */
  known: JournalDamage[]
  /** Lines of refused writes, replaced by later ones. */
  superseded: number
  /** Files whose last line was cut short. */
  unfinished: number
}

/**
 * Checks checksums, numbers and the chain of every line without parsing what they hold. `onProgress` gets
 * bytes done and bytes in all after each file. Fails when a file cannot be read or is of a newer version.
 */
export async function verifyJournal(
  files: StorageFiles,
  folder: string,
  onProgress?: (doneBytes: number, allBytes: number) => void
): Promise<Result<JournalVerification>> {
  const index = await indexJournal(files, folder)
  if (!index.ok) return index
  const allBytes = await sumOfSizes(files, folder, index.value)
  const chain = new JournalChain(journalStart)
  const seen = { records: 0, bytes: 0, superseded: 0, unfinished: 0 }
  const found: JournalDamage[] = []
  const repairs: JournalRepair[] = []
  for (const file of index.value) {
    const scanned = await scanFile(files, folder, file.name)
    if (!scanned.ok) return scanned
    for (const item of chain.follow(file, scanned.value.lines)) {
      if (item.kind === 'damage') found.push(item.damage)
      else if (item.kind === 'superseded') seen.superseded += 1
      else if (item.kind === 'unfinished') seen.unfinished += 1
      else {
        seen.records += 1
        const entry = item.content.kind === 'repair' ? item.content.entry() : undefined
        if (entry?.kind === 'repair') repairs.push(entry.repair)
      }
    }
    seen.bytes += scanned.value.bytes
    onProgress?.(seen.bytes, Math.max(allBytes, seen.bytes))
  }
  const known = found.filter(damage => isKnownDamage(damage, repairs))
  return ok({ ...seen, head: chain.head, damage: found.filter(damage => !known.includes(damage)), known })
}

/** Whether a `repair` line has written this damage down. */
export function isKnownDamage(damage: JournalDamage, repairs: readonly JournalRepair[]): boolean {
  return repairs.some(repair =>
    damage.kind === 'missing'
      ? repair.missing.some(({ from, to }) => from <= damage.from && damage.to <= to)
      : repair.damage.some(({ file, line }) => file === damage.file && line === damage.line)
  )
}

/**
 * The head of the journal and the header of its last file, by reading no more than its last files; the header
 * is undefined when it is damaged or there is no journal yet. Fails as `verifyJournal` does.
 */
export async function readHead(
  files: StorageFiles,
  folder: string
): Promise<Result<{ head: JournalHead; header: JournalHeader | undefined }>> {
  try {
    for (const name of (await listJournalFiles(files, folder)).toReversed()) {
      const lines = await scanLines(await files.readFile(join(folder, name)))
      const last = lines.findLast(line => line.content.ok)?.content
      if (last?.ok !== true) continue
      const header = findHeader(lines)
      if (isNewer(header)) return newerVersion(name)
      return ok({ head: { sequence: last.sequence, hash: last.hash }, header })
    }
    return ok({ head: journalStart, header: undefined })
  } catch (error) {
    return fileProblem(error, folder)
  }
}

function findHeader(lines: readonly ScannedLine[]): JournalHeader | undefined {
  const first = lines.find(line => line.content.ok)?.content
  const entry = first?.ok === true ? first.entry() : undefined
  return entry?.kind === 'header' ? entry.header : undefined
}

async function scanFile(
  files: StorageFiles,
  folder: string,
  name: string
): Promise<Result<{ lines: ScannedLine[]; bytes: number }>> {
  try {
    const bytes = await files.readFile(join(folder, name))
    return ok({ lines: await scanLines(bytes), bytes: bytes.length })
  } catch (error) {
    return fileProblem(error, name)
  }
}

async function sumOfSizes(
  files: StorageFiles,
  folder: string,
  index: readonly IndexedFile[]
): Promise<number> {
  let sum = 0
  // A size that cannot be told spoils the progress shown, nothing else.
  for (const { name } of index) sum += (await files.size(join(folder, name)).catch(() => 0)) ?? 0
  return sum
}
