import { createHash } from 'node:crypto'
import { Pacer } from './pacer'

const pieceBytes = 1024 * 1024

/** SHA-256 in lower-case hex, taken in pieces so that a large file does not hold up the windows. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  const pacer = new Pacer()
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    hash.update(bytes.subarray(at, at + pieceBytes))
    if (pacer.isDue()) await pacer.pause()
  }
  return hash.digest('hex')
}
