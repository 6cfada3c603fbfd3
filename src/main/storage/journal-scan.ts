import { setImmediate } from 'node:timers/promises'
import { decodeLine, lineBeginning, type IntactLine } from './journal-line'

export interface BadLine {
  ok: false
  /** `unfinished`: the last line, which has no "\n"; what was acknowledged always has one. */
  reason: 'checksum' | 'not-a-line' | 'unfinished'
  bytes: Buffer
}

/** A line of one journal file, numbered from 1. */
export interface ScannedLine {
  line: number
  content: IntactLine | BadLine
  /** It stood somewhere else than its sequence number says. */
  isMisplaced: boolean
}

const newline = 10
/** How much is scanned before others get their turn: a few milliseconds' worth. */
const bytesPerTurn = 1024 * 1024

/**
 * The lines of a journal file, put into the order of their sequence numbers should they have left it; damaged
 * ones keep their place. Reading goes on at the next "\n" after damage, or where a line visibly begins.
 */
export async function scanLines(bytes: Buffer): Promise<ScannedLine[]> {
  const lines: ScannedLine[] = []
  let turnEnd = bytesPerTurn
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found
    for (const content of readLine(bytes.subarray(start, end), found !== -1)) {
      lines.push({ line, content, isMisplaced: false })
    }
    start = end + 1
    if (start > turnEnd) {
      turnEnd = start + bytesPerTurn
      await setImmediate()
    }
  }
  return inSequence(lines)
}

function readLine(bytes: Buffer, isFinished: boolean): (IntactLine | BadLine)[] {
  const decoded = decodeLine(bytes)
  if (decoded.ok) return [decoded]
  const salvaged = salvage(bytes)
  const reason = isFinished || salvaged.length > 0 ? decoded.reason : 'unfinished'
  // A copy: the damage is kept for longer than the file's other bytes.
  return [{ ok: false, reason, bytes: Buffer.from(bytes) }, ...salvaged]
}

/** Intact lines that a damaged "\n" or a page of zeros has joined to their neighbours. */
function salvage(bytes: Buffer): IntactLine[] {
  const salvaged: IntactLine[] = []
  let start = bytes.indexOf(lineBeginning)
  while (start !== -1) {
    const next = bytes.indexOf(lineBeginning, start + 1)
    const end = next === -1 ? bytes.length : next
    // The byte before the next line was the "\n".
    const candidates = [bytes.subarray(start, end), bytes.subarray(start, end - 1)].map(decodeLine)
    const intact = candidates.find(candidate => candidate.ok)
    if (intact?.ok === true) salvaged.push(intact)
    start = next
  }
  return salvaged
}

function inSequence(lines: ScannedLine[]): ScannedLine[] {
  if (isInSequence(lines)) return lines
  const sorted = lines.filter(line => line.content.ok).sort((a, b) => sequenceOf(a) - sequenceOf(b))
  let taken = 0
  return lines.map(line => {
    if (!line.content.ok) return line
    const due = sorted[taken++] ?? line
    return due === line ? line : { ...due, isMisplaced: true }
  })
}

function isInSequence(lines: readonly ScannedLine[]): boolean {
  let last = 0
  for (const line of lines) {
    if (!line.content.ok) continue
    if (line.content.sequence < last) return false
    last = line.content.sequence
  }
  return true
}

function sequenceOf(line: ScannedLine): number {
  return line.content.ok ? line.content.sequence : 0
}
