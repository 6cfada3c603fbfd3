import './check-node.mjs'
import path from 'node:path'
import process from 'node:process'
import { CommandError, isStartedDirectly, runAsCommand } from './command-error.mjs'
import { projectFolder } from './project-folder.mjs'

// As a command: `node scripts/run-ts.mjs <file.ts> [argument…]`. The file finds its arguments at
// `process.argv[2]` and after, as if Node had started it.

/**
 * Evaluates a TypeScript module and what it imports, which the oldest Node we support cannot do by itself.
 * Types are dropped, not checked.
 * @param {string} file
 * @returns {Promise<any>} what the module exports
 */
export async function importTypeScript(file) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(path.resolve(file), {
    configFile: false,
    root: projectFolder,
    logLevel: 'error'
  })
  return module
}

if (isStartedDirectly(import.meta.url)) {
  await runAsCommand(async () => {
    const [node, , file, ...args] = process.argv
    if (node === undefined || file === undefined) {
      throw new CommandError('Usage: node scripts/run-ts.mjs <file.ts> [argument…]')
    }
    process.argv = [node, path.resolve(file), ...args]
    await importTypeScript(file)
    // The module has the last word on the exit code.
    return typeof process.exitCode === 'number' ? process.exitCode : 0
  })
}
