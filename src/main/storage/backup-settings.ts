import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { writeDurably } from './durable-write'
import type { StorageFiles } from './storage-files'

const settingsSchema = z.strictObject({ mirror: z.string().nullable() })

/** Which folder gets a copy of each backup. Remembered between starts; a damaged file means none. */
export class BackupSettings {
  readonly #path: string
  #mirror: string | null

  constructor(
    private readonly files: StorageFiles,
    userData: string
  ) {
    this.#path = join(userData, 'backup-settings.json')
    this.#mirror = readMirror(this.#path)
  }

  mirror(): string | null {
    return this.#mirror
  }

  async setMirror(folder: string | null): Promise<Result<null>> {
    try {
      await writeDurably(this.files, this.#path, Buffer.from(JSON.stringify({ mirror: folder })))
      this.#mirror = folder
      return ok(null)
    } catch (error) {
      return fileProblem(error, this.#path)
    }
  }
}

function readMirror(path: string): string | null {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).mirror
  } catch {
    return null
  }
}
