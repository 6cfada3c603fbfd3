import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { StorageFile } from './storage-files'

/** How much a compressed file may unfold to: files come from other people, too. */
export interface InflationLimits {
  bytes: number
  /** Bytes out per byte in, asked once `ratioFrom` bytes have come out. */
  ratio: number
  ratioFrom: number
  lineBytes: number
}

const mebibyte = 1024 * 1024

/** Rows of one kind resemble one another; a hundred to one is usual in projects that a program made. */
export const defaultInflationLimits: InflationLimits = {
  bytes: 4096 * mebibyte,
  ratio: 500,
  ratioFrom: 64 * mebibyte,
  lineBytes: 128 * mebibyte
}

/** The file is not what a gzip of lines would be, or unfolds to more than is allowed. */
export class InflationDamage extends Error {}

/**
 * A gzip file's content in blocks of whole lines, each block ending with "\n". Throws `InflationDamage`, and
 * what the file system throws.
 */
export async function* inflateLines(
  file: StorageFile,
  limits: InflationLimits = defaultInflationLimits
): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let keptBytes = 0
  for await (const piece of inflate(file, limits)) {
    const end = piece.lastIndexOf(10) + 1
    if (end > 0) {
      yield Buffer.concat([...kept, piece.subarray(0, end)])
      kept = []
      keptBytes = 0
    }
    if (end === piece.length) continue
    kept.push(piece.subarray(end))
    keptBytes += piece.length - end
    if (keptBytes > limits.lineBytes) throw new InflationDamage('A line is longer than any should be.')
  }
  if (keptBytes > 0) throw new InflationDamage('The last line is not finished.')
}

async function* inflate(file: StorageFile, limits: InflationLimits): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 128 * 1024 })
  let bytesIn = 0
  let bytesOut = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of file.pieces()) {
      bytesIn += piece.length
      yield piece
    }
  }
  const feeding = pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), gunzip)
  // Its error comes out of the loop below, which listens to the same stream.
  const fed = feeding.catch(() => undefined)
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      bytesOut += piece.length
      if (bytesOut > limits.bytes || (bytesOut > limits.ratioFrom && bytesOut > limits.ratio * bytesIn)) {
        throw new InflationDamage('It unfolds to more than any project holds.')
      }
      yield piece
    }
  } catch (error) {
    if (isInflationError(error)) throw new InflationDamage('It cannot be unpacked.')
    throw error
  } finally {
    gunzip.destroy()
    // Nobody reads from the file any more when it is closed.
    await fed
  }
}

/** zlib's own errors; those of the file system pass through. */
function isInflationError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}
