import { readFileSync } from 'node:fs'
import type { Io } from './io'

/** The version of the application, of which this is a part. */
export function versionOf({ root }: Io): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  return version
}
