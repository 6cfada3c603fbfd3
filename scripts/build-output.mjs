import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { CommandError } from './command-error.mjs'
import { inProject, projectFolder } from './project-folder.mjs'
import { runProgram } from './run-program.mjs'

const stampFile = inProject('out', '.built-from')
const mainFile = inProject('out', 'main', 'index.js')
const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json'
]

/**
 * A hash over names and contents of files, which changes with any edit, addition, removal or renaming.
 * @param {string} folder
 * @param {readonly string[]} places files or folders in it; absent ones count as empty
 */
export function hashOf(folder, places) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of listFiles(path.join(folder, place))) {
      hash.update(path.relative(folder, file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Builds the application into `out/` unless it was built from exactly these sources. */
export async function ensureBuild() {
  if (fs.existsSync(mainFile) && readStamp() === hashOf(projectFolder, sources)) return
  console.log('Building …')
  await build()
}

/** Builds the application into `out/`. Throws a CommandError with the builder's output when it fails. */
export async function build() {
  const builtFrom = hashOf(projectFolder, sources)
  forgetBuild()
  const args = [
    inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '--logLevel',
    'warn'
  ]
  const { code, output } = await runProgram(process.execPath, args)
  if (code !== 0) throw new CommandError(`The application could not be built.\n${output.trim()}`)
  fs.writeFileSync(stampFile, builtFrom)
}

/** Makes the next start build again; for whoever writes something else into `out/`. */
export function forgetBuild() {
  fs.rmSync(stampFile, { force: true })
}

function readStamp() {
  try {
    return fs.readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} place
 * @returns {string[]} files in a stable order
 */
function listFiles(place) {
  const stats = fs.statSync(place, { throwIfNoEntry: false })
  if (stats === undefined) return []
  if (!stats.isDirectory()) return [place]
  return fs
    .readdirSync(place)
    .sort()
    .flatMap(name => listFiles(path.join(place, name)))
}
