import { dirname } from 'node:path'
import type { StorageFiles } from '../../../src/main/storage/storage-files'

/** A disk in memory, for tests that write and damage files thousands of times. */
export interface MemoryFiles extends StorageFiles {
  content: Map<string, Buffer>
}

export function memoryFiles(): MemoryFiles {
  const content = new Map<string, Buffer>()
  const read = (path: string): Buffer => content.get(path) ?? raise('ENOENT')
  return {
    content,
    open(path, flags) {
      if (flags === 'wx' && content.has(path)) raise('EEXIST')
      if (flags === 'wx') content.set(path, Buffer.alloc(0))
      else read(path)
      return Promise.resolve({
        write(bytes) {
          content.set(path, Buffer.concat([read(path), bytes]))
          return Promise.resolve()
        },
        async *pieces() {
          const bytes = await Promise.resolve(read(path))
          for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
        },
        sync: () => Promise.resolve(),
        close: () => Promise.resolve()
      })
    },
    readFile: async path => Promise.resolve(read(path)),
    readFolder: folder =>
      Promise.resolve(
        [...content.keys()]
          .filter(path => dirname(path) === folder)
          .map(path => path.slice(folder.length + 1))
      ),
    makeFolder: () => Promise.resolve(),
    rename(from, to) {
      content.set(to, read(from))
      content.delete(from)
      return Promise.resolve()
    },
    removeFile(path) {
      content.delete(path)
      return Promise.resolve()
    },
    removeFolder(folder) {
      for (const path of content.keys()) if (path.startsWith(`${folder}/`)) content.delete(path)
      return Promise.resolve()
    },
    size: path => Promise.resolve(content.get(path)?.length),
    syncFolder: () => Promise.resolve()
  }
}

export type Step = 'open' | 'write' | 'sync' | 'rename' | 'syncFolder' | 'read'

/** Lets the `nth` step of a kind (from 0), and every later one, fail with `code`. */
export function failingFiles(files: StorageFiles, step: Step, nth: number, code: string): StorageFiles {
  let seen = 0
  const pass = (what: Step): void => {
    if (what === step && seen++ >= nth) raise(code)
  }
  return {
    ...files,
    async open(path, flags) {
      if (flags === 'wx') pass('open')
      const file = await files.open(path, flags)
      return {
        ...file,
        async write(bytes) {
          pass('write')
          await file.write(bytes)
        },
        async sync() {
          pass('sync')
          await file.sync()
        },
        async *pieces() {
          pass('read')
          yield* file.pieces()
        }
      }
    },
    async rename(from, to) {
      pass('rename')
      await files.rename(from, to)
    },
    async syncFolder(path) {
      pass('syncFolder')
      await files.syncFolder(path)
    }
  }
}

function raise(code: string): never {
  throw Object.assign(new Error(code), { code })
}
