import type { IndexedFile } from './journal-index'
import type { IntactLine, JournalDamage, JournalHead } from './journal-line'
import type { BadLine, ScannedLine } from './journal-scan'

export type ChainItem =
  | { kind: 'line'; line: number; content: IntactLine }
  | { kind: 'damage'; damage: JournalDamage }
  | { kind: 'unfinished'; line: number }
  | { kind: 'superseded'; line: number }

/** Follows sequence numbers and hashes from file to file. */
export class JournalChain {
  #head: JournalHead
  readonly #after: number

  /** Lines up to and with `after` are skipped without a word. */
  constructor(after: JournalHead) {
    this.#head = after
    this.#after = after.sequence
  }

  /** Of the last line that counts. */
  get head(): JournalHead {
    return this.#head
  }

  /** What the lines of the next file amount to, in order. */
  *follow(file: IndexedFile, lines: readonly ScannedLine[]): Generator<ChainItem> {
    let last = file.start === undefined ? this.#head.sequence : file.start - 1
    for (const scanned of lines) {
      const { line, content } = scanned
      // A line that cannot be read has had the next number, as far as can be told.
      const sequence = content.ok ? content.sequence : last + 1
      last = sequence
      if (content.ok) yield* this.#followIntact(file, content, scanned)
      else if (content.reason === 'unfinished') yield { kind: 'unfinished', line }
      else if (sequence >= file.limit) yield { kind: 'superseded', line }
      else if (sequence > this.#after) yield badLine(file.name, line, content.reason, content.bytes)
    }
  }

  *#followIntact(file: IndexedFile, content: IntactLine, scanned: ScannedLine): Generator<ChainItem> {
    const { line } = scanned
    const { sequence } = content
    if (sequence >= file.limit) {
      yield { kind: 'superseded', line }
      return
    }
    if (sequence <= this.#after) return
    if (sequence <= this.#head.sequence) {
      yield badLine(file.name, line, 'repeated', Buffer.from(content.bytes))
      return
    }
    const at = { file: file.name, line }
    const due = this.#head.sequence + 1
    if (scanned.isMisplaced) yield { kind: 'damage', damage: { kind: 'misplaced', sequence, ...at } }
    if (sequence > due) {
      yield { kind: 'damage', damage: { kind: 'missing', from: due, to: sequence - 1, ...at } }
    } else if (content.previous !== this.#head.hash) {
      yield { kind: 'damage', damage: { kind: 'chain', sequence, ...at } }
    }
    this.#head = { sequence, hash: content.hash }
    yield { kind: 'line', line, content }
  }
}

function badLine(
  file: string,
  line: number,
  reason: Exclude<BadLine['reason'], 'unfinished'> | 'repeated',
  bytes: Buffer
): ChainItem {
  return { kind: 'damage', damage: { kind: 'line', file, line, reason, bytes } }
}
