// Packed as `resources/default_app.asar` of the fallback runtime, whose own was replaced by its publisher.
// It starts a folder as Electron's does: `electron [-r module]… [--version] <folder>`. The module waits for
// the application's code at its top level, because Electron holds back `ready` until this file is done.
import { app } from 'electron'
import fs from 'node:fs'
import { createRequire, Module } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

function readArguments() {
  const options = { folder: undefined, preloads: [], isVersionAsked: false }
  const args = process.argv.slice(1)
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]
    if (arg === '-v' || arg === '--version') options.isVersionAsked = true
    else if (arg === '-r' || arg === '--require') options.preloads.push(args[++index])
    else if (!arg.startsWith('-')) {
      // What follows the folder belongs to the application.
      options.folder = path.resolve(arg)
      break
    }
  }
  return options
}

async function startFolder(folder) {
  const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  if (description.version) app.setVersion(description.version)
  app.name = description.productName ?? description.name ?? app.name
  app.setDesktopName(description.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
  const main = require.resolve(path.join(folder, description.main ?? 'index.js'))
  await import(pathToFileURL(main).href)
}

const { folder, preloads, isVersionAsked } = readArguments()

if (isVersionAsked) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (preloads.length > 0) Module._preloadModules(preloads)
if (folder === undefined) {
  console.error('Name the folder of an application: electron <folder>')
  process.exit(1)
}
try {
  await startFolder(folder)
} catch (error) {
  console.error(error)
  process.exit(1)
}
