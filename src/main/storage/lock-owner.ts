import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { bootId } from './boot-id'

const lockOwnerSchema = z.object({
  pid: z.number().int().positive(),
  bootId: z.string(),
  /** ISO 8601; for people who look into the file. */
  startedAt: z.string(),
  /** In the kernel's ticks since the computer started; only where /proc tells. */
  processStart: z.string().optional(),
  /** Makes every lock another, so that one that was looked at is known again. */
  token: z.string()
})

/** Who holds a lock, as the lock file says it. */
export type LockOwner = z.infer<typeof lockOwnerSchema>

/** This process, with a fresh token: for one lock. `now`: ISO 8601. */
export async function thisOwner(now: string): Promise<LockOwner> {
  const owner = { pid: process.pid, bootId: await bootId(), startedAt: now, token: randomUUID() }
  const started = processStart(process.pid)
  return started === undefined ? owner : { ...owner, processStart: started }
}

/** undefined when the text is not a whole lock. */
export function parseLockOwner(text: string): LockOwner | undefined {
  try {
    return lockOwnerSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/**
 * Whether the process that wrote a lock still runs. In doubt it does: a person can close a program, but cannot
 * take back what two writers did. `self` is who asks, on the computer as it runs now.
 */
export function isAlive(owner: LockOwner, self: Pick<LockOwner, 'bootId'>): boolean {
  if (owner.bootId !== '' && self.bootId !== '' && owner.bootId !== self.bootId) return false
  if (!hasProcess(owner.pid)) return false
  if (owner.processStart === undefined) return true
  // The id may have gone to another program since.
  const started = processStart(owner.pid)
  return started === undefined || started === owner.processStart
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: there is one, of another person.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name, in brackets, may hold spaces and brackets; the 22nd field is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
