import { hostileArchives } from './hostile/archives'
import { hostileOffice, hostilePages } from './hostile/documents'
import type { HostileFile } from './hostile/hostile-file'
import { hostileTexts } from './hostile/texts'

/** Everything hostile or broken that every reader was ever shown; each kind of file has a table of its own. */
export const hostileFiles: readonly (readonly [string, readonly HostileFile[]])[] = [
  ['texts', hostileTexts],
  ['archives', hostileArchives],
  ['pages', hostilePages],
  ['office documents', hostileOffice]
]
