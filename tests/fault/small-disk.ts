import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fillerName = '.filler'
const pageBytes = 4096

/** A disk of a few megabytes in memory, mounted on a folder: one that can be filled, emptied and write-protected. */
export class SmallDisk {
  #isMounted = true

  /** Mounts it; the folder is made when there is none. `bytes`: its size. */
  constructor(
    readonly folder: string,
    bytes: number
  ) {
    mkdirSync(folder, { recursive: true })
    run('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0755`, 'tmpfs', folder])
  }

  /** Bytes that are free. */
  free(): number {
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize
  }

  /** Fills the disk until no more than `left` bytes are free. */
  fill(left: number): void {
    const file = openSync(join(this.folder, fillerName), 'a')
    try {
      while (this.free() > left) {
        writeSync(file, Buffer.alloc(Math.min(1024 * 1024, Math.max(pageBytes, this.free() - left)), 1))
      }
    } catch (error) {
      if (!String(error).includes('ENOSPC')) throw error
    } finally {
      closeSync(file)
    }
  }

  /** Takes away what `fill` wrote. */
  empty(): void {
    rmSync(join(this.folder, fillerName), { force: true })
  }

  remount(mode: 'ro' | 'rw'): void {
    run('mount', ['-o', `remount,${mode}`, this.folder])
  }

  /** Ok when it is not mounted any more. */
  unmount(): void {
    if (!this.#isMounted) return
    this.#isMounted = false
    try {
      run('umount', [this.folder])
    } catch {
      // A process that is just ending may still have a file open.
      run('umount', ['-l', this.folder])
    }
  }
}

/** Why no disk can be mounted here, or null. */
export function mountProblem(): string | null {
  if (process.platform !== 'linux') return 'needs Linux, for disks in memory'
  if (process.getuid?.() !== 0) return 'needs root, for mounting disks'
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-mount-'))
  try {
    new SmallDisk(folder, 65_536).unmount()
    return null
  } catch (error) {
    return `the system mounts no disks for us (${String(error).split('\n').at(-1)?.trim()})`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
