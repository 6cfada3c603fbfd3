import fs from 'node:fs'
import { CommandError } from './command-error.mjs'

/** What packages, runtime and the work in between need at most, in bytes. */
const neededBytes = 1.5 * 1024 ** 3

/**
 * Throws before a long download would fail half way.
 * @param {string} folder an existing folder on the disk in question
 */
export function requireDiskSpace(folder) {
  const { bavail, bsize } = fs.statfsSync(folder)
  const freeBytes = bavail * bsize
  if (freeBytes >= neededBytes) return
  const free = (freeBytes / 1024 ** 3).toFixed(1)
  throw new CommandError(`The disk is nearly full: 1.5 GB are needed to set up, and ${free} GB are free.`)
}
