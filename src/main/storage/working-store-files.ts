import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'

export const storeFileSchema = z.strictObject({
  /** Below the store's folder, with "/". */
  name: z.string(),
  size: z.number().int().nonnegative(),
  crc32: z.number().int().nonnegative()
})

/** One file of Chromium's IndexedDB. What is in it is never looked at: Chromium may change that any day. */
export type StoreFile = z.infer<typeof storeFileSchema>

/** Written at every opening, and of no weight. */
const ignored: ReadonlySet<string> = new Set(['LOG', 'LOG.old', 'LOCK'])
const setAsideKept = 2

/** Where Chromium keeps IndexedDB in a profile. */
export function workingStoreFolder(userData: string): string {
  return join(userData, 'IndexedDB')
}

/** Every file with size and CRC-32, ordered by name; empty when there is no folder. */
export async function fingerprintFiles(folder: string): Promise<Result<StoreFile[]>> {
  try {
    const files: StoreFile[] = []
    for (const name of (await filesIn(folder, '')).sort()) {
      files.push({ name, ...(await fingerprint(join(folder, name))) })
    }
    return ok(files)
  } catch (error) {
    return fileProblem(error, folder)
  }
}

/** Names of the files that are new, gone or altered; empty when nothing is. */
export function changedFiles(before: readonly StoreFile[], now: readonly StoreFile[]): string[] {
  const others = new Map(before.map(file => [file.name, file]))
  const changed: string[] = []
  for (const file of now) {
    const other = others.get(file.name)
    others.delete(file.name)
    if (other?.size !== file.size || other.crc32 !== file.crc32) changed.push(file.name)
  }
  return [...changed, ...others.keys()].sort()
}

/**
 * Moves a folder to `<asideParent>/<its name>-<now>` and removes all but the newest two that lie there.
 * Answers where it is now, or null when there was none. `now`: ISO 8601 in UTC.
 */
export async function moveAside(
  folder: string,
  asideParent: string,
  now: string
): Promise<Result<string | null>> {
  try {
    if (!(await exists(folder))) return ok(null)
    await mkdir(asideParent, { recursive: true })
    const stem = `${basename(folder)}-${now.replace(/\.\d+/, '').replace(/[-:]/g, '')}`
    let name = stem
    for (let copy = 2; await exists(join(asideParent, name)); copy += 1) name = `${stem}-${copy}`
    await rename(folder, join(asideParent, name))
    await keepNewest(asideParent, basename(folder), name)
    return ok(join(asideParent, name))
  } catch (error) {
    return fileProblem(error, folder)
  }
}

/** What was just moved stays even when the clock was set back. What cannot be removed is no harm. */
async function keepNewest(asideParent: string, stem: string, justMoved: string): Promise<void> {
  const names = (await readdir(asideParent)).filter(name => name.startsWith(`${stem}-`) && name !== justMoved)
  for (const name of names
    .sort()
    .reverse()
    .slice(setAsideKept - 1)) {
    await rm(join(asideParent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

async function filesIn(folder: string, below: string): Promise<string[]> {
  const names: string[] = []
  for (const entry of await entriesOf(join(folder, below))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) names.push(...(await filesIn(folder, name)))
    else if (!ignored.has(entry.name)) names.push(name)
  }
  return names
}

async function entriesOf(folder: string): Promise<{ name: string; isDirectory(): boolean }[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isAbsence(error)) return []
    throw error
  }
}

async function fingerprint(path: string): Promise<Omit<StoreFile, 'name'>> {
  let size = 0
  let sum = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    size += piece.length
    sum = crc32(piece, sum)
  }
  return { size, crc32: sum }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isAbsence(error)) return false
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
