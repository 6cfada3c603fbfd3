import { isUtf8 } from 'node:buffer'
import { CommandFailure } from '../io'
import { bytesOfFile } from './byte-window'

export interface ScannedLine {
  text: string
  /** From 1. */
  number: number
  /** In bytes, from the beginning of the file. */
  start: number
  length: number
}

/** The lines of an open file that are not empty. */
export function* scanLines(fd: number): Generator<ScannedLine> {
  let number = 0
  let start = 0
  let rest = Buffer.alloc(0)
  const lineOf = (bytes: Buffer): ScannedLine => {
    number += 1
    if (!isUtf8(bytes))
      throw new CommandFailure({ code: 'not-utf8', message: 'This is not UTF-8.', place: `line ${number}` })
    const found = { text: bytes.toString('utf8'), number, start, length: bytes.length }
    start += bytes.length + 1
    return number === 1 ? { ...found, text: found.text.replace(/^\ufeff/, '') } : found
  }
  for (const piece of bytesOfFile(fd)) {
    let from = 0
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
      const bytes = piece.subarray(from, end)
      const line = lineOf(rest.length === 0 ? bytes : Buffer.concat([rest, bytes]))
      if (rest.length > 0) rest = Buffer.alloc(0)
      from = end + 1
      if (line.text.trim() !== '') yield line
    }
    if (from < piece.length) rest = Buffer.concat([rest, piece.subarray(from)])
  }
  if (rest.length > 0) {
    const line = lineOf(rest)
    if (line.text.trim() !== '') yield line
  }
}
