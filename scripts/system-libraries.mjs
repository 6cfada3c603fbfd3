import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { CommandError } from './command-error.mjs'
import { runProgram } from './run-program.mjs'

/** What Electron links against or opens on a Debian machine that never had a desktop. */
const libraryPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libxtst6'
]
const displayPackages = ['xvfb', 'xauth']

/**
 * Names the shared libraries an executable wants and the system lacks.
 * @param {string} lddOutput what `ldd <executable>` printed
 * @returns {string[]}
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] ?? '')
}

/**
 * Makes sure that Electron's libraries, and where wanted a virtual display, are there: installs them as
 * root on Debian and its relatives, and otherwise throws with the one line to run. Does nothing elsewhere.
 * @param {string} executable Electron's
 * @param {{ isDisplayNeeded: boolean }} options
 */
export async function ensureSystemLibraries(executable, { isDisplayNeeded }) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(executable, isDisplayNeeded)
  if (missing.length === 0) return
  const wanted = [...libraryPackages, ...(isDisplayNeeded ? displayPackages : [])]
  const isRoot = process.getuid?.() === 0
  if (!isOnPath('apt-get') || !isRoot) throw new CommandError(adviceFor(missing, wanted))

  console.log('Installing system libraries (once) …')
  await installPackages(wanted)
  const stillMissing = await findMissing(executable, isDisplayNeeded)
  if (stillMissing.length > 0)
    throw new CommandError(`Still missing after installing: ${stillMissing.join(', ')}.`)
}

/**
 * @param {string} executable
 * @param {boolean} isDisplayNeeded
 */
async function findMissing(executable, isDisplayNeeded) {
  // Without ldd (musl) the start itself will tell.
  const { code, stdout } = await runProgram('ldd', [executable])
  const missing = code === 0 ? missingLibraries(stdout) : []
  if (isDisplayNeeded && !isOnPath('Xvfb')) missing.push('Xvfb')
  return missing
}

/**
 * @param {readonly string[]} missing
 * @param {readonly string[]} wanted
 */
function adviceFor(missing, wanted) {
  const line = `sudo apt-get update && sudo apt-get install -y ${wanted.join(' ')}`
  return isOnPath('apt-get')
    ? `System libraries are missing (${missing.join(', ')}); run: ${line}`
    : `System libraries are missing (${missing.join(', ')}); install what your distribution calls: ${wanted.join(' ')}`
}

/**
 * Installs packages of Debian and its relatives, as root. Throws a CommandError with apt's reason.
 * @param {readonly string[]} names
 */
export async function installPackages(names) {
  await runApt(['update'])
  await runApt(['install', '-y', '--no-install-recommends', ...(await namesHere(names))])
}

/** @param {readonly string[]} args */
async function runApt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await runProgram('apt-get', ['-q', ...args], { env })
  if (code === 0) return
  const reason = output.split('\n').find(line => line.startsWith('E: ')) ?? output.trim().split('\n').at(-1)
  throw new CommandError(`System libraries could not be installed (apt-get ${args[0]}): ${reason}`)
}

/**
 * Newer Debian and Ubuntu renamed some libraries when time_t grew to 64 bits.
 * @param {readonly string[]} names
 */
async function namesHere(names) {
  const renamed = names.map(name => `${name}t64`)
  const { stdout } = await runProgram('apt-cache', ['--no-all-versions', 'show', ...renamed])
  const known = new Set([...stdout.matchAll(/^Package: (\S+)$/gm)].map(match => match[1]))
  return names.map(name => (known.has(`${name}t64`) ? `${name}t64` : name))
}

/** @param {string} program */
export function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some(folder => folder !== '' && fs.existsSync(path.join(folder, program)))
}
