import { isUtf8 } from 'node:buffer'
import { CommandFailure } from '../io'
import { bytesOfFile } from './byte-window'

/** A value directly inside the dataset (`index` null), or a row of one of its lists. */
export interface ScannedValue {
  key: string
  index: number | null
  text: string
  /** In bytes, from the beginning of the file. */
  start: number
  length: number
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const opens = new Set([0x7b, 0x5b])
const closes = new Set([0x7d, 0x5d])
const spaces = new Set([0x20, 0x0a, 0x0d, 0x09])

/**
 * Goes through a dataset of any size, row by row. `lists` are the keys whose rows are handed out one by one.
 * What parts the rows is checked; each row's own JSON is the caller's to check.
 */
export function* scanDataset(fd: number, lists: ReadonlySet<string>): Generator<ScannedValue> {
  const scanner = new Scanner(lists)
  for (const piece of bytesOfFile(fd)) yield* scanner.take(piece)
  scanner.end()
}

class Scanner {
  private at = 0
  private depth = 0
  private isInString = false
  private isEscaped = false
  private key = ''
  /** The row number inside the list that is open; null outside of lists. */
  private index: number | null = null
  private expects: 'start' | 'key' | 'colon' | 'value' | 'separator' | 'nothing' = 'start'
  /** Pieces of the value that is being taken, and where it began. */
  private taken: Buffer[] = []
  private startedAt = -1
  private isTakingScalar = false

  constructor(private readonly lists: ReadonlySet<string>) {}

  *take(piece: Buffer): Generator<ScannedValue> {
    let from = 0
    const base = this.at
    for (let i = 0; i < piece.length; i += 1) {
      const byte = piece[i] ?? 0
      if (this.isInString) {
        if (this.isEscaped) this.isEscaped = false
        else if (byte === backslash) this.isEscaped = true
        else if (byte === quote) {
          this.isInString = false
          if (this.isAtOwnDepth()) yield* this.finish(piece.subarray(from, i + 1))
        }
        continue
      }
      if (this.isTakingScalar && (byte === comma || closes.has(byte) || spaces.has(byte)))
        yield* this.finish(piece.subarray(from, i))
      if (spaces.has(byte)) continue
      if (this.startedAt === -1) {
        this.at = base + i
        if (this.structure(byte)) continue
        this.startedAt = base + i
        from = i
        this.isTakingScalar = byte !== quote && !opens.has(byte)
      }
      if (byte === quote) this.isInString = true
      else if (opens.has(byte)) this.depth += 1
      else if (closes.has(byte)) {
        this.depth -= 1
        if (this.isAtOwnDepth()) yield* this.finish(piece.subarray(from, i + 1))
      }
    }
    if (this.startedAt !== -1) this.taken.push(Buffer.from(piece.subarray(from)))
    this.at = base + piece.length
  }

  end(): void {
    if (this.expects !== 'nothing') this.refuse('The file ends too early; perhaps it was not copied whole.')
  }

  private isAtOwnDepth(): boolean {
    return this.depth === (this.index === null ? 1 : 2)
  }

  /** Whether the byte is part of the dataset's own object or of a list of it, not the beginning of a value. */
  private structure(byte: number): boolean {
    if (this.expects === 'start' && byte === 0x7b) {
      this.depth = 1
      this.expects = 'key'
    } else if (this.expects === 'colon' && byte === colon) this.expects = 'value'
    else if (this.expects === 'separator' && byte === comma)
      this.expects = this.index === null ? 'key' : 'value'
    else if (this.expects === 'value' && this.index === null && byte === 0x5b && this.lists.has(this.key)) {
      this.depth = 2
      this.index = 0
    } else if (this.index !== null && byte === 0x5d && (this.expects === 'separator' || this.index === 0)) {
      this.depth = 1
      this.index = null
      this.expects = 'separator'
    } else if (this.index === null && this.expects === 'separator' && byte === 0x7d) {
      this.depth = 0
      this.expects = 'nothing'
    } else if (this.expects === 'value' || (this.expects === 'key' && byte === quote)) return false
    else if (!(byte === 0xef || byte === 0xbb || byte === 0xbf) || this.at > 2)
      this.refuse(
        `This is not valid JSON: ${this.expects === 'nothing' ? 'the file goes on after its end' : `a ${this.expects} is expected here`}.`
      )
    return true
  }

  private *finish(last: Buffer): Generator<ScannedValue> {
    const bytes = this.taken.length === 0 ? last : Buffer.concat([...this.taken, last])
    if (!isUtf8(bytes)) this.refuse('This is not UTF-8.', 'not-utf8')
    const text = bytes.toString('utf8')
    const start = this.startedAt
    this.taken = []
    this.startedAt = -1
    this.isTakingScalar = false
    if (this.expects === 'key') {
      this.key = keyOf(text)
      this.expects = 'colon'
      return
    }
    this.expects = 'separator'
    yield { key: this.key, index: this.index, text, start, length: bytes.length }
    if (this.index !== null) this.index += 1
  }

  private refuse(message: string, code = 'not-json'): never {
    throw new CommandFailure({ code, message, place: `byte ${this.at}` })
  }
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
