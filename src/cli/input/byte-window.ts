import { readSync } from 'node:fs'

const windowBytes = 1024 * 1024

/** Reads stretches of an open file; those that follow each other cost few system calls. */
export class ByteWindow {
  private buffer = Buffer.alloc(0)
  private start = 0

  constructor(private readonly fd: number) {}

  /** The text in UTF-8 between these bytes. */
  text(start: number, length: number): string {
    if (start < this.start || start + length > this.start + this.buffer.length) this.fill(start, length)
    return this.buffer.toString('utf8', start - this.start, start - this.start + length)
  }

  private fill(start: number, length: number): void {
    const wanted = Buffer.allocUnsafe(Math.max(length, windowBytes))
    let filled = 0
    while (filled < wanted.length) {
      const read = readSync(this.fd, wanted, filled, wanted.length - filled, start + filled)
      if (read === 0) break
      filled += read
    }
    this.buffer = wanted.subarray(0, filled)
    this.start = start
  }
}

/** The file from its first byte, a piece at a time. The piece is overwritten by the next one. */
export function* bytesOfFile(fd: number): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(windowBytes)
  let at = 0
  for (;;) {
    const read = readSync(fd, buffer, 0, buffer.length, at)
    if (read === 0) return
    at += read
    yield buffer.subarray(0, read)
  }
}
