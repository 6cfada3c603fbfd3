import fs from 'node:fs'
import process from 'node:process'
import { canReach, hostAndPort, isBehindProxy } from './can-reach.mjs'
import { CommandError } from './command-error.mjs'
import { requireDiskSpace } from './disk-space.mjs'
import { inProject, projectFolder } from './project-folder.mjs'
import { runNpm } from './run-program.mjs'

/**
 * What both lock files say about one package.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Whether what npm recorded in `node_modules` is what the lock file asks for. Optional packages may be
 * absent, because they are made for other platforms.
 * @param {LockedPackages} locked `packages` of package-lock.json
 * @param {LockedPackages} installed `packages` of node_modules/.package-lock.json
 */
export function areInstalled(locked, installed) {
  const isWanted = Object.entries(locked).every(([place, wanted]) => {
    if (place === '') return true
    const found = installed[place]
    if (found === undefined) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
  return isWanted && Object.keys(installed).every(place => place in locked)
}

/** Installs the packages exactly as locked, unless they are. Throws a CommandError when npm cannot. */
export async function ensurePackages() {
  const locked = readPackages('package-lock.json')
  if (locked === undefined)
    throw new CommandError('package-lock.json is missing or damaged; restore it from the repository.')
  const installed = readPackages('node_modules', '.package-lock.json')
  if (installed !== undefined && areInstalled(locked, installed) && areInPlace(installed)) return

  requireDiskSpace(projectFolder)
  console.log('Installing packages …')
  // No package needs its install script, and the second Electron (there for its types) has one that
  // would download a binary.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  // npm can take five minutes to admit that a registry is not there; its cache may still hold everything.
  if (!(await isRegistryThere())) args.push('--offline')
  const { code, output } = await runNpm(args, { env: { ...process.env, NODE_ENV: 'development' } })
  if (code !== 0) throw new CommandError(`The packages could not be installed: ${explain(output)}`)
}

async function isRegistryThere() {
  const { stdout } = await runNpm(['config', 'get', 'registry', 'https-proxy', '--loglevel=silent'])
  const settings = new Map([...stdout.matchAll(/^([\w-]+)=(.*)$/gm)].map(match => [match[1], match[2]]))
  if (settings.get('https-proxy') !== 'null' || isBehindProxy(process.env)) return true
  try {
    const { host, port } = hostAndPort(settings.get('registry') ?? '')
    return await canReach(host, port, 5000)
  } catch {
    // Not understood: let npm try.
    return true
  }
}

/**
 * Says in one sentence why npm failed.
 * @param {string} output what npm printed
 */
export function explain(output) {
  if (
    /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(
      output
    )
  ) {
    return 'the package registry cannot be reached; check the network, or name a mirror with `npm config set registry`.'
  }
  if (/ENOSPC/.test(output)) return 'the disk is full.'
  if (/EACCES|EROFS|EPERM/.test(output)) return 'this folder cannot be written to.'
  const reasons = [...output.matchAll(/^npm (?:error|ERR!) (?!code )(.+)$/gm)].map(match => match[1])
  return reasons[0] ?? 'npm gave no reason.'
}

/**
 * @param {...string} place
 * @returns {LockedPackages | undefined}
 */
function readPackages(...place) {
  try {
    return JSON.parse(fs.readFileSync(inProject(...place), 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * The record outlives packages that were deleted by hand.
 * @param {LockedPackages} installed
 */
function areInPlace(installed) {
  return Object.keys(installed).every(place => fs.existsSync(inProject(place)))
}
