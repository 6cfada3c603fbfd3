import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { StorageFile, StorageFiles } from './storage-files'

/** What a half-written file is called until it is renamed: anything in our folders that ends so is a leftover. */
const temporaryEnd = '.tmp'

/**
 * Writes a whole file, or none: a temporary file beside it is written, synced, looked at by `verify` (which
 * throws when it does not like what it reads back), renamed over `path`, and the folder is synced. On failure
 * the temporary file is removed, what was at `path` stays, and the error of the step that failed is thrown.
 * When the last sync fails, the file is there and whole but might not survive a power cut.
 */
export async function writeDurably(
  files: StorageFiles,
  path: string,
  bytes: Buffer | AsyncIterable<Buffer>,
  verify?: (temporaryPath: string) => Promise<void>
): Promise<void> {
  const temporary = `${path}.${randomUUID()}${temporaryEnd}`
  try {
    await writeNew(files, temporary, bytes)
    await verify?.(temporary)
    await files.rename(temporary, path)
  } catch (error) {
    await files.removeFile(temporary).catch(() => undefined)
    throw error
  }
  await files.syncFolder(dirname(path))
}

/**
 * Makes a folder that survives a power cut: its name is synced in the folder that holds it, even when it is
 * there already, because an earlier attempt may have failed between the two.
 */
export async function makeFolderDurably(files: StorageFiles, folder: string): Promise<void> {
  await files.makeFolder(folder)
  await files.syncFolder(dirname(folder))
}

/**
 * Removes what interrupted writes left in a folder and answers the names. Only for moments when nothing is
 * being written there. What cannot be removed is left for the next time.
 */
export async function removeTemporaryFiles(files: StorageFiles, folder: string): Promise<string[]> {
  const names = (await files.readFolder(folder)).filter(name => name.endsWith(temporaryEnd))
  for (const name of names) await files.removeFile(join(folder, name)).catch(() => undefined)
  return names
}

async function writeNew(
  files: StorageFiles,
  path: string,
  bytes: Buffer | AsyncIterable<Buffer>
): Promise<void> {
  const file = await files.open(path, 'wx')
  try {
    if (Buffer.isBuffer(bytes)) await file.write(bytes)
    else for await (const piece of bytes) await file.write(piece)
    await file.sync()
  } catch (error) {
    // Windows removes no file that is open.
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
}

/** Opens a file for reading and closes it whatever happens. */
export async function withOpenFile<T>(
  files: StorageFiles,
  path: string,
  use: (file: StorageFile) => Promise<T>
): Promise<T> {
  const file = await files.open(path, 'r')
  try {
    return await use(file)
  } finally {
    await file.close().catch(() => undefined)
  }
}
