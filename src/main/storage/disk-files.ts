import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import type { StorageFile, StorageFiles } from './storage-files'
import { syncFolder } from './sync-folder'

/** Who looks at a file often wants its first line only: the first piece is one page. */
const firstPieceBytes = 4096
const pieceBytes = 1024 * 1024

/** The real disk. Everything throws the errors of `node:fs`; `fileProblem` puts them into words. */
export const diskFiles: StorageFiles = {
  open: async (path, flags) => diskFile(await open(path, flags)),
  readFile: path => readFile(path),
  readFolder: path => unlessMissing(readdir(path), []),
  makeFolder: async path => {
    await mkdir(path, { recursive: true })
  },
  rename: (from, to) => rename(from, to),
  removeFile: path => rm(path, { force: true }),
  removeFolder: path => rm(path, { force: true, recursive: true }),
  size: async path => (await unlessMissing(stat(path), undefined))?.size,
  syncFolder
}

/** A file on the disk, by its handle: tests hand in one whose writes stop short. */
export function diskFile(handle: Pick<FileHandle, 'read' | 'write' | 'datasync' | 'close'>): StorageFile {
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, null)
        // A disk that takes nothing and says nothing would keep us here for ever.
        if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
        done += bytesWritten
      }
    },
    async *pieces() {
      for (let position = 0; ;) {
        const length = position === 0 ? firstPieceBytes : pieceBytes
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position)
        if (bytesRead === 0) return
        position += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
    },
    sync: () => handle.datasync(),
    close: () => handle.close()
  }
}

async function unlessMissing<T, U>(answer: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise
    throw error
  }
}
