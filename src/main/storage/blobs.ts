import { join } from 'node:path'
import { fail, ok, type Failure, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { makeFolderDurably, writeDurably } from './durable-write'
import { hashBytes } from './hash-bytes'
import type { StorageFiles } from './storage-files'

/** The only names in the folder: no name ever comes from a file or a person. */
const blobName = /^[0-9a-f]{64}$/

export interface BlobCheck {
  /** How many were looked at. */
  checked: number
  /** SHA-256 of those whose content is another. */
  damaged: string[]
  missing: string[]
}

/** Texts and imported files by the SHA-256 of their bytes: written once, never altered, verified at each reading. */
export class BlobStore {
  /** Whether every name in the folder is known to be on the disk, too. */
  private folderSynced = false
  /** So that nobody is told a blob is kept while another call is still about to sync it. */
  private readonly onTheirWay = new Map<string, Promise<Result<string>>>()

  constructor(
    private readonly files: StorageFiles,
    private readonly folder: string
  ) {}

  /**
   * Keeps the bytes and answers their SHA-256 in hex; when it answers ok they are on the disk and were read
   * back. What is there already and whole is not written again; what is damaged is replaced.
   */
  async put(bytes: Uint8Array): Promise<Result<string>> {
    const sha256 = await hashBytes(bytes)
    const underWay = this.onTheirWay.get(sha256)
    if (underWay !== undefined) return underWay
    const kept = this.keep(sha256, bytes)
    this.onTheirWay.set(sha256, kept)
    try {
      return await kept
    } finally {
      this.onTheirWay.delete(sha256)
    }
  }

  /** The bytes, verified. Failures: `blob-missing`, `blob-damaged`, or what the file system said. */
  async get(sha256: string): Promise<Result<Buffer>> {
    if (!blobName.test(sha256)) return missing(sha256)
    const path = join(this.folder, sha256)
    try {
      if ((await this.files.size(path)) === undefined) return missing(sha256)
      const bytes = await this.files.readFile(path)
      if ((await hashBytes(bytes)) === sha256) return ok(bytes)
      return fail('blob-damaged', `The stored file ${sha256.slice(0, 12)}… is damaged.`, path)
    } catch (error) {
      return fileProblem(error, path)
    }
  }

  /** Reads every blob that should be there. One that cannot be read counts as damaged. */
  async verifyAll(
    expected: Iterable<string>,
    onProgress?: (done: number, total: number) => void
  ): Promise<BlobCheck> {
    const names = [...new Set(expected)]
    const check: BlobCheck = { checked: 0, damaged: [], missing: [] }
    for (const sha256 of names) {
      const blob = await this.get(sha256)
      if (!blob.ok) (blob.error.code === 'blob-missing' ? check.missing : check.damaged).push(sha256)
      check.checked += 1
      onProgress?.(check.checked, names.length)
    }
    return check
  }

  /** SHA-256 of all that are there, unverified, in no order. Throws what the file system throws. */
  async list(): Promise<string[]> {
    return (await this.files.readFolder(this.folder)).filter(name => blobName.test(name))
  }

  private async isWhole(path: string, sha256: string): Promise<boolean> {
    try {
      return (await hashBytes(await this.files.readFile(path))) === sha256
    } catch {
      // A bad sector: it is written anew elsewhere.
      return false
    }
  }

  private async keep(sha256: string, bytes: Uint8Array): Promise<Result<string>> {
    const path = join(this.folder, sha256)
    try {
      const isThere = (await this.files.size(path)) === bytes.length && (await this.isWhole(path, sha256))
      if (!isThere) await this.write(path, sha256, bytes)
      else if (!this.folderSynced) await this.files.syncFolder(this.folder)
      this.folderSynced = true
      return ok(sha256)
    } catch (error) {
      this.folderSynced = false
      return fileProblem(error, path)
    }
  }

  private async write(path: string, sha256: string, bytes: Uint8Array): Promise<void> {
    if (!this.folderSynced) await makeFolderDurably(this.files, this.folder)
    await writeDurably(this.files, path, Buffer.from(bytes), async temporary => {
      if (await this.isWhole(temporary, sha256)) return
      throw Object.assign(new Error('The disk keeps something else than it was given.'), { code: 'EIO' })
    })
  }
}

function missing(sha256: string): { ok: false; error: Failure } {
  return fail('blob-missing', `The stored file ${sha256.slice(0, 12)}… is missing.`, sha256.slice(0, 64))
}
