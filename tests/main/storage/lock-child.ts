import { acquireLock } from '../../../src/main/storage/project-lock'
import { thisOwner } from '../../../src/main/storage/lock-owner'

/**
 * A program of its own that tries for the lock of each folder it is told, and holds what it gets until it is
 * told to let go: what one process cannot show about two.
 */
process.on('message', (message: { folder: string } | 'release') => void answer(message))
const held: { release(): Promise<void> }[] = []

async function answer(message: { folder: string } | 'release'): Promise<void> {
  if (message === 'release') {
    for (const lock of held.splice(0)) await lock.release()
    process.send?.('released')
    return
  }
  const lock = await acquireLock(message.folder, await thisOwner('2026-01-01T12:00:00.000Z'))
  if (lock.ok) held.push(lock.value)
  process.send?.(lock.ok ? 'mine' : lock.error.code)
}
