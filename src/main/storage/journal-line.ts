import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { ChangeSet } from '../../core/history/change-set'
import type { ProjectId } from '../../core/project/ids'

/** What the next line has to follow: the sequence number and the SHA-256 (hex) of the last line. */
export interface JournalHead {
  sequence: number
  hash: string
}

/** Before the first line of a journal. */
export const journalStart: JournalHead = { sequence: 0, hash: '0'.repeat(64) }

/** The version this program writes, and the newest it reads. Every version keeps the layout of the header's line. */
export const journalVersion = 1

/** The first line of every file. */
export interface JournalHeader {
  format: 'counterpoint-journal'
  version: number
  projectId: ProjectId
  generator: string
}

/** Damage that is known: it was reported once and what could be saved was saved. */
export interface JournalRepair {
  damage: { file: string; line: number }[]
  missing: { from: number; to: number }[]
}

export type JournalDamage =
  /** A line that cannot be read, or that repeats a number. It is not delivered. */
  | {
      kind: 'line'
      file: string
      line: number
      reason: 'checksum' | 'not-a-line' | 'not-valid' | 'repeated'
      /** Of the whole line, for the quarantine. */
      bytes: Buffer
    }
  /** Sequence numbers that no line has; found at this line. */
  | { kind: 'missing'; from: number; to: number; file: string; line: number }
  /** The line does not follow the one before it. It is delivered. */
  | { kind: 'chain'; sequence: number; file: string; line: number }
  /** The line stood at another place than its number says. It is delivered where it belongs. */
  | { kind: 'misplaced'; sequence: number; file: string; line: number }

export type JournalEntry =
  | { kind: 'header'; header: JournalHeader }
  | { kind: 'change-set'; changeSet: ChangeSet }
  | { kind: 'repair'; repair: JournalRepair }

/** A line whose checksum fits: it is what was written. */
export interface IntactLine {
  ok: true
  sequence: number
  previous: string
  hash: string
  kind: string
  /** Of the line without its "\n"; they lie in the file's own buffer. */
  bytes: Buffer
  /** Parses the body each time it is asked; undefined when it is of no kind and shape that we know. */
  entry(): JournalEntry | undefined
}

export type DecodedLine = IntactLine | { ok: false; reason: 'checksum' | 'not-a-line' }

/** Every line begins with this; inside JSON text its quotation marks would be escaped. */
export const lineBeginning = '{"crc":"'
/** The checksum covers what stands after `{"crc":"xxxxxxxx",`. */
const crcEnd = 18
/** As far as a line's fixed part can reach. */
const fixedPartBytes = 160
const fixedPart =
  /^\{"crc":"([0-9a-f]{8})","sequence":([1-9]\d{0,14}),"previous":"([0-9a-f]{64})","([A-Za-z]+)":/

/** A line with its "\n", and the head it makes. Throws `RangeError` when the text is too long for a string. */
export function encodeLine(entry: JournalEntry, after: JournalHead): { bytes: Buffer; head: JournalHead } {
  const sequence = after.sequence + 1
  const [name, body] = nameAndBody(entry)
  const bytes = Buffer.from(
    `{"crc":"00000000","sequence":${sequence},"previous":"${after.hash}","${name}":${JSON.stringify(body)}}\n`
  )
  const line = bytes.subarray(0, -1)
  bytes.write(checksum(line), lineBeginning.length, 'latin1')
  return { bytes, head: { sequence, hash: hash('sha256', line, 'hex') } }
}

/** Reads a line, given without its "\n". The body is not parsed before it is asked for. Never throws. */
export function decodeLine(bytes: Buffer): DecodedLine {
  const parts = fixedPart.exec(bytes.toString('latin1', 0, fixedPartBytes))
  if (parts === null) return { ok: false, reason: 'not-a-line' }
  const [beginning, crc, sequence, previous = '', kind = ''] = parts
  if (crc !== checksum(bytes)) return { ok: false, reason: 'checksum' }
  return {
    ok: true,
    sequence: Number(sequence),
    previous,
    hash: hash('sha256', bytes, 'hex'),
    kind,
    bytes,
    entry: () => parseEntry(kind, bytes.toString('utf8', beginning.length, bytes.length - 1))
  }
}

function checksum(line: Buffer): string {
  return crc32(line.subarray(crcEnd)).toString(16).padStart(8, '0')
}

function nameAndBody(entry: JournalEntry): [string, unknown] {
  switch (entry.kind) {
    case 'header':
      return ['header', entry.header]
    case 'change-set':
      return ['changeSet', entry.changeSet]
    case 'repair':
      return ['repair', entry.repair]
  }
}

/** Only the shape is checked: the checksum vouches that the content is what was validated and written. */
function parseEntry(kind: string, text: string): JournalEntry | undefined {
  const body = parseObject(text)
  if (body === undefined) return undefined
  if (kind === 'header' && isHeader(body)) return { kind, header: body }
  if (kind === 'changeSet' && isChangeSet(body)) return { kind: 'change-set', changeSet: body }
  if (kind === 'repair' && isRepair(body)) return { kind, repair: body }
  return undefined
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function isHeader(body: Partial<JournalHeader>): body is JournalHeader {
  const isVersion = Number.isInteger(body.version) && (body.version ?? 0) >= 1
  return body.format === 'counterpoint-journal' && isVersion && typeof body.projectId === 'string'
}

function isChangeSet(body: Partial<ChangeSet>): body is ChangeSet {
  const hasOperation = typeof body.operation?.kind === 'string'
  return typeof body.projectId === 'string' && hasOperation && Array.isArray(body.changes)
}

function isRepair(body: Partial<JournalRepair>): body is JournalRepair {
  return Array.isArray(body.damage) && Array.isArray(body.missing)
}
