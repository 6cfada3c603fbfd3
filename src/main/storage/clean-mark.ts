import { dirname, join } from 'node:path'
import { z } from 'zod'
import { settledProjectSchema } from '../../contract/storage'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { writeDurably } from './durable-write'
import type { StorageFiles } from './storage-files'
import { storeFileSchema } from './working-store-files'

const cleanMarkSchema = z.strictObject({
  format: z.literal('counterpoint-clean'),
  version: z.literal(1),
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** The working store's files as they were left. */
  store: z.strictObject({ files: z.array(storeFileSchema) }),
  /** By project folder: what the working store held. */
  projects: z.record(z.string(), settledProjectSchema)
})

/** Says that the app was closed in good order, and what it left. */
export type CleanMark = z.infer<typeof cleanMarkSchema>

/** null when there is none, or none that this version understands in full: the store is then not believed. */
export async function readCleanMark(files: StorageFiles, userData: string): Promise<CleanMark | null> {
  try {
    const json: unknown = JSON.parse((await files.readFile(pathIn(userData))).toString('utf8'))
    return cleanMarkSchema.safeParse(json).data ?? null
  } catch {
    return null
  }
}

/** Ok when it is on the disk. */
export async function writeCleanMark(
  files: StorageFiles,
  userData: string,
  mark: Omit<CleanMark, 'format' | 'version'>
): Promise<Result<null>> {
  const content: CleanMark = { format: 'counterpoint-clean', version: 1, ...mark }
  try {
    await writeDurably(files, pathIn(userData), Buffer.from(`${JSON.stringify(content)}\n`))
    return ok(null)
  } catch (error) {
    return fileProblem(error, pathIn(userData))
  }
}

/** Ok when it is gone, from the disk, too: nothing may be written to the working store before. */
export async function removeCleanMark(files: StorageFiles, userData: string): Promise<Result<null>> {
  const path = pathIn(userData)
  try {
    await files.removeFile(path)
    await files.syncFolder(dirname(path))
    return ok(null)
  } catch (error) {
    return fileProblem(error, path)
  }
}

function pathIn(userData: string): string {
  return join(userData, 'clean.json')
}
