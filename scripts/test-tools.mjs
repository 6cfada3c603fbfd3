import fs from 'node:fs'
import process from 'node:process'
import { CommandError } from './command-error.mjs'
import { installPackages, isOnPath } from './system-libraries.mjs'

/**
 * What tests use besides, by the package of Debian that has it. Where one is missing and cannot be installed, the
 * tests that need it say that they were skipped, and why.
 * @type {readonly { name: string, use: string, isThere(): boolean }[]}
 */
const tools = [
  { name: 'strace', use: 'lets system calls fail', isThere: () => isOnPath('strace') },
  {
    name: 'python3-nltk',
    use: 'reads the CoNLL files that we write',
    isThere: () => fs.existsSync('/usr/lib/python3/dist-packages/nltk')
  },
  { name: 'libxml2-utils', use: 'checks XML against its schema', isThere: () => isOnPath('xmllint') }
]

/** Installs what tests use besides, where that is possible without asking: as root on Debian and its relatives. */
export async function ensureTestTools() {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')
  const missing = tools.filter(tool => !tool.isThere())
  if (!canInstall || missing.length === 0) return
  console.log(`Installing ${missing.map(({ name, use }) => `${name} (${use})`).join(', ')} …`)
  try {
    await installPackages(missing.map(({ name }) => name))
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.log(`They could not be installed, so the tests that need them are skipped. ${error.message}`)
  }
}
