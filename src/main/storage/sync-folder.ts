import { open } from 'node:fs/promises'

/** What systems answer that cannot sync a folder: Windows, and some network disks. */
const cannotSyncFolders = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF']

/**
 * Makes files that were made, renamed or removed in a folder survive a power cut, where the system lets a
 * folder be synced; elsewhere it does nothing. Throws when the disk reports an error.
 */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!cannotSyncFolders.includes(code)) throw error
  }
}
