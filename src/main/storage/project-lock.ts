import { createHash } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fail, ok, type Failure, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { isAlive, parseLockOwner, type LockOwner } from './lock-owner'

export const lockName = 'LOCK'

/** One writer per project folder. */
export interface ProjectLock {
  readonly owner: LockOwner
  /** Gives the folder free; does nothing when the lock is another's by now. Never throws. */
  release(): Promise<void>
}

/** How long a lock that says nothing is believed to be one that is just being written, in milliseconds. */
const unreadableForMs = 1000
const attempts = 40
const waitMs = 50
/** Of a lock, of the claim to it, of the claim to that claim: each of these stands for one more crash. */
const deepestClaim = 3

/**
 * Takes a folder for `self`, who must be fresh for every lock (`thisOwner`). Failures: `locked` with the
 * process that holds it, or what the file system said.
 *
 * A lock whose owner is dead, or that stays unreadable for a second (a power cut leaves empty files), is
 * taken over. To replace one file by another is not enough: two who saw the same dead lock could do it one
 * after the other, and both believe to hold it. So who takes over first claims that very lock, by a file named
 * after its content, looks whether the lock is still the same, and only then replaces it.
 */
export async function acquireLock(folder: string, self: LockOwner): Promise<Result<ProjectLock>> {
  const path = join(folder, lockName)
  try {
    const taken = await take(path, self, 0)
    if (!taken.ok) return taken
    return ok({ owner: self, release: () => release(path, self) })
  } catch (error) {
    return fileProblem(error, path)
  }
}

async function take(path: string, self: LockOwner, depth: number): Promise<Result<null>> {
  let unreadableSince: number | undefined
  let found: Result<null> = held(path, undefined)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await setTimeout(waitMs)
    const content = await read(path)
    if (content === undefined) {
      if (await create(path, self)) return ok(null)
      continue
    }
    const owner = parseLockOwner(content)
    if (owner === undefined) {
      unreadableSince ??= performance.now()
      if (performance.now() - unreadableSince < unreadableForMs) continue
    } else if (isAlive(owner, self)) {
      found = held(path, owner)
      // Who holds the lock itself keeps it; a claim is over within moments.
      if (depth === 0) return found
      continue
    }
    if (depth >= deepestClaim) return held(path, owner)
    if (await takeOver(path, content, self, depth)) return ok(null)
  }
  return found
}

/** Replaces a dead lock, unless somebody else did or does. */
async function takeOver(path: string, content: string, self: LockOwner, depth: number): Promise<boolean> {
  const claim = `${path}.${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
  if (!(await take(claim, self, depth + 1)).ok) return false
  try {
    // Only who holds the claim may replace this content, so nobody does between the look and the renaming.
    if ((await read(path)) !== content) return false
    return await replace(path, self)
  } finally {
    await release(claim, self)
  }
}

async function replace(path: string, self: LockOwner): Promise<boolean> {
  const temporary = await writeTemporary(path, self)
  try {
    await rename(temporary, path)
    return (await read(path)) === contentOf(self)
  } catch (error) {
    // Windows replaces no file that somebody is just reading: tried again.
    if (hasCode(error, ['EPERM', 'EACCES', 'EBUSY'])) return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Makes the file with its content at once, if there is none. */
async function create(path: string, self: LockOwner): Promise<boolean> {
  const temporary = await writeTemporary(path, self)
  try {
    await link(temporary, path)
    return true
  } catch (error) {
    if (hasCode(error, ['EEXIST'])) return false
    if (!hasCode(error, ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL', 'UNKNOWN']))
      throw error
    return await createWithoutLink(path, self)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** For disks that know no hard links (FAT). There a lock is empty for a moment, hence `unreadableForMs`. */
async function createWithoutLink(path: string, self: LockOwner): Promise<boolean> {
  try {
    await write(path, self)
  } catch (error) {
    if (hasCode(error, ['EEXIST'])) return false
    throw error
  }
  return (await read(path)) === contentOf(self)
}

async function writeTemporary(path: string, self: LockOwner): Promise<string> {
  const temporary = `${path}.${self.token}.tmp`
  await rm(temporary, { force: true })
  try {
    await write(temporary, self)
  } catch (error) {
    // On a full disk it is tried again and again: each attempt would leave a file behind.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  return temporary
}

async function write(path: string, self: LockOwner): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(contentOf(self))
    await file.sync()
  } finally {
    await file.close()
  }
}

async function release(path: string, self: LockOwner): Promise<void> {
  try {
    if ((await read(path)) === contentOf(self)) await rm(path, { force: true })
  } catch {
    // It is stale as soon as this process ends.
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return undefined
    throw error
  }
}

function contentOf(owner: LockOwner): string {
  return `${JSON.stringify(owner)}\n`
}

function held(path: string, owner: LockOwner | undefined): { ok: false; error: Failure } {
  const who = owner === undefined ? '' : ` (process ${owner.pid})`
  return fail('locked', `This project is open in another Counterpoint${who}.`, path)
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
