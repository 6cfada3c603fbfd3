import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Io } from '../io'

/** Standard input as a file, so that it can be gone through more than once. */
export async function keepStdin(io: Io): Promise<{ path: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-'))
  const file = path.join(folder, 'stdin')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await pipeline(io.stdin, createWriteStream(file))
    return { path: file, remove }
  } catch (error) {
    remove()
    throw error
  }
}
