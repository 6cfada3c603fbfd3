import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { maximumOpenedFileBytes, type OpenedFile, type OpenFailure } from '../contract/ipc'
import { fileProblem } from './file-problem'

/**
 * Reads the files a person chose. One that cannot be read, is not a regular file or is too large is
 * reported beside the others. `limitBytes` holds for each file and for all of them together.
 */
export async function readChosenFiles(
  paths: readonly string[],
  limitBytes: number = maximumOpenedFileBytes
): Promise<{ files: OpenedFile[]; failures: OpenFailure[] }> {
  const files: OpenedFile[] = []
  const failures: OpenFailure[] = []
  let left = limitBytes
  for (const path of paths) {
    const name = basename(path)
    const read = await readWithin(path, left, limitBytes)
    if (typeof read === 'string') failures.push({ name, message: read })
    else {
      files.push({ name, bytes: read })
      left -= read.byteLength
    }
  }
  return { files, failures }
}

/** A folder of more files than this is not a folder of articles. */
const maximumFiles = 10_000
const maximumFolderDepth = 20

/**
 * Reads a folder a person chose, with the folders in it, in the order of names: files are called by their way
 * from it (`press/2024/a.txt`). What is hidden is passed over, and links are not followed.
 */
export async function readChosenFolder(
  path: string,
  limitBytes: number = maximumOpenedFileBytes
): Promise<{ files: OpenedFile[]; failures: OpenFailure[] }> {
  const files: OpenedFile[] = []
  const failures: OpenFailure[] = []
  let left = limitBytes
  const waiting: { path: string; name: string; depth: number }[] = [{ path, name: basename(path), depth: 0 }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path: folder, name: folderName, depth } = next
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      failures.push({ name: folderName, message: fileProblem(error, folder).error.message })
      return []
    })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const name = `${folderName}/${entry.name}`
      if (entry.isDirectory() && depth < maximumFolderDepth)
        waiting.push({ path: join(folder, entry.name), name, depth: depth + 1 })
      if (!entry.isFile()) continue
      if (files.length + failures.length >= maximumFiles) {
        failures.push({
          name,
          message: `This folder has more than ${maximumFiles} files; the rest was left out.`
        })
        return { files, failures }
      }
      const read = await readWithin(join(folder, entry.name), left, limitBytes)
      if (typeof read === 'string') failures.push({ name, message: read })
      else {
        files.push({ name, bytes: read })
        left -= read.byteLength
      }
    }
  }
  return { files, failures }
}

/** The bytes of a file of at most `left` bytes, or why there are none. */
async function readWithin(path: string, left: number, limit: number): Promise<Uint8Array | string> {
  try {
    // Before opening: opening a pipe would wait for a writer that may never come.
    if (!(await stat(path)).isFile()) return 'This is not a file that can be read.'
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > limit)
        return `This file has ${inMegabytes(size)}; at most ${inMegabytes(limit)} can be opened.`
      if (size > left)
        return `The files chosen have more than ${inMegabytes(limit)} together. Open this one by itself.`
      return new Uint8Array(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    return fileProblem(error, path).error.message
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}
