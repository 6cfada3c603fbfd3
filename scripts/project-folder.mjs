import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the checkout, whatever folder a command was started from. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Absolute path of something in the checkout.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(projectFolder, ...parts)
}
