import type { StorageFile, StorageFiles } from '../../../src/main/storage/storage-files'
import { DiskTree, type DiskFile, type DiskOperation } from './disk-tree'

/** What a test can let fail: by the name of the StorageFiles or StorageFile function and the path. */
export type Step = 'open' | 'read' | 'write' | 'sync' | 'rename' | 'remove' | 'make-folder' | 'sync-folder'

/** An errno such as `EIO`, or nothing; of a write also how many bytes get through before it fails. */
export type Failing = (step: Step, path: string) => string | { code: string; bytes: number } | undefined

export type Recorded = { kind: 'disk'; operation: DiskOperation } | { kind: 'mark'; mark: unknown }

/**
 * A disk in memory that keeps a record of all that is written, synced, renamed and removed, so that
 * `crashStates` can cut the power between any two steps. `failing` lets steps fail.
 */
export class RecordingFiles implements StorageFiles {
  readonly record: Recorded[] = []
  failing: Failing = () => undefined
  readonly #live: DiskTree
  readonly #start: DiskTree

  constructor(disk: DiskTree = new DiskTree()) {
    this.#start = disk
    this.#live = disk.copy()
  }

  /** The disk as it was when recording began. */
  get start(): DiskTree {
    return this.#start
  }

  /** Notes what was promised at this moment: a cut after it has to keep the promise. */
  mark(mark: unknown): void {
    this.record.push({ kind: 'mark', mark })
  }

  /** How often something was done: `count('sync')`. */
  count(kind: DiskOperation['kind']): number {
    return this.record.filter(item => item.kind === 'disk' && item.operation.kind === kind).length
  }

  /** Puts other bytes into a file, as damage does: nothing is recorded. */
  overwrite(path: string, bytes: Buffer): void {
    this.#live.file(path).bytes = Buffer.from(bytes)
  }

  /** Waits its turn like a real disk, then fails when it should. */
  async #begin(step: Step, path: string): Promise<void> {
    await new Promise(resolve => setImmediate(resolve))
    const failure = this.failing(step, path)
    if (failure !== undefined && step !== 'write') throw errno(failureCode(failure), path)
  }

  #do(operation: DiskOperation): void {
    this.#live.apply(operation)
    this.record.push({ kind: 'disk', operation })
  }

  async open(path: string, flags: 'r' | 'r+' | 'wx'): Promise<StorageFile> {
    await this.#begin('open', path)
    if (flags === 'wx') {
      if (this.#live.has(path)) throw errno('EEXIST', path)
      this.#do({ kind: 'create', path, id: this.#live.nextId() })
    }
    return this.#openFile(path, this.#live.file(path), flags)
  }

  #openFile(path: string, file: DiskFile, flags: 'r' | 'r+' | 'wx'): StorageFile {
    let isOpen = true
    const begin = async (step: Step) => {
      if (!isOpen) throw errno('EBADF', path)
      await this.#begin(step, path)
    }
    return {
      write: async bytes => {
        if (flags === 'r') throw errno('EBADF', path)
        await begin('write')
        const failure = this.failing('write', path)
        const taken = failure === undefined ? bytes.length : failureBytes(failure)
        if (taken > 0) this.#do({ kind: 'write', id: file.id, bytes: Buffer.from(bytes.subarray(0, taken)) })
        if (failure !== undefined) throw errno(failureCode(failure), path)
      },
      pieces: () => this.#pieces(path, file),
      sync: async () => {
        try {
          await begin('sync')
        } catch (error) {
          // The system forgets pages that it could not write: no later sync will write them.
          if (isOpen) this.#do({ kind: 'sync-failed', id: file.id })
          throw error
        }
        this.#do({ kind: 'sync', id: file.id })
      },
      close: async () => {
        await begin('read')
        isOpen = false
      }
    }
  }

  async *#pieces(path: string, file: DiskFile): AsyncGenerator<Buffer> {
    // Uneven pieces, so that nothing relies on where one ends.
    for (let start = 0, length = 7; start < file.bytes.length; start += length, length = 4099) {
      await this.#begin('read', path)
      yield Buffer.from(file.bytes.subarray(start, start + length))
    }
  }

  async readFile(path: string): Promise<Buffer> {
    await this.#begin('read', path)
    return Buffer.from(this.#live.file(path).bytes)
  }

  async readFolder(path: string): Promise<string[]> {
    await this.#begin('read', path)
    return this.#live.names(path)
  }

  async makeFolder(path: string): Promise<void> {
    await this.#begin('make-folder', path)
    for (const folder of this.#live.missingFolders(path)) {
      this.#do({ kind: 'make-folder', path: folder, id: this.#live.nextId() })
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#begin('rename', from)
    this.#do({ kind: 'rename', from, to })
  }

  async removeFile(path: string): Promise<void> {
    await this.#begin('remove', path)
    if (this.#live.has(path)) this.#do({ kind: 'remove', path })
  }

  async removeFolder(path: string): Promise<void> {
    await this.#begin('remove', path)
    if (!this.#live.has(path)) return
    // As a real one does it: what is inside first, so that a cut can come in between.
    if (this.#live.find(path)?.kind === 'folder') {
      for (const name of this.#live.names(path)) await this.removeFolder(`${path}/${name}`)
    }
    this.#do({ kind: 'remove', path })
  }

  async size(path: string): Promise<number | undefined> {
    await this.#begin('read', path)
    return this.#live.has(path) ? this.#live.file(path).bytes.length : undefined
  }

  async syncFolder(path: string): Promise<void> {
    await this.#begin('sync-folder', path)
    this.#do({ kind: 'sync-folder', path })
  }
}

export function errno(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}

function failureCode(failure: string | { code: string }): string {
  return typeof failure === 'string' ? failure : failure.code
}

function failureBytes(failure: string | { bytes: number }): number {
  return typeof failure === 'string' ? 0 : failure.bytes
}
