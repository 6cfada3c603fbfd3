import process from 'node:process'
import { CommandError } from './command-error.mjs'
import { installPackages, isOnPath } from './system-libraries.mjs'

/**
 * Installs what the tests of faults use besides, where that is possible without asking: strace, which lets
 * system calls fail. Without it these tests say that they were skipped, and why.
 */
export async function ensureFaultTools() {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')
  if (!canInstall || isOnPath('strace')) return
  console.log('Installing strace, for the tests of faults (once) …')
  try {
    await installPackages(['strace'])
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.log(`strace could not be installed, so the faults that need it are skipped. ${error.message}`)
  }
}
