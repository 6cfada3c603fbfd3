import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * What is the same from one start of the computer to the next, and never again: a process id means nothing
 * after a restart. Empty where the system has none; then only the process id counts.
 */
export async function bootId(platform: NodeJS.Platform = process.platform): Promise<string> {
  try {
    if (platform === 'linux') return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    if (platform !== 'darwin') return ''
    const { stdout } = await promisify(execFile)('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], {
      timeout: 2000
    })
    return stdout.trim()
  } catch {
    return ''
  }
}
