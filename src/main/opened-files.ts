import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
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
