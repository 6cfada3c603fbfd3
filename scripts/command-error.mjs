import { realpathSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** An expected failure: its message is one sentence for a person and is printed without a stack. */
export class CommandError extends Error {}

/**
 * Whether the module with this `import.meta.url` was started by itself rather than imported.
 * @param {string} moduleUrl
 */
export function isStartedDirectly(moduleUrl) {
  const started = process.argv[1]
  if (started === undefined) return false
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(moduleUrl))
  } catch {
    return false
  }
}

/**
 * Runs a command's body and turns what it answers into the exit code: a number is used as it is, nothing
 * means 0, an expected failure prints its sentence and means 1.
 * @param {() => Promise<number | void>} body
 */
export async function runAsCommand(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}
