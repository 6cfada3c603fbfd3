import { deflateSync } from 'node:zlib'
import { hostileAnnotations } from './hostile/annotations'
import { hostileArchives } from './hostile/archives'
import { hostileOffice, hostilePages } from './hostile/documents'
import type { HostileFile } from './hostile/hostile-file'
import { hostilePrint } from './hostile/print'
import { hostileTables } from './hostile/tables'
import { hostileTexts } from './hostile/texts'

const spaces = () => deflateSync(Buffer.alloc(300_000_000, 0x20), { level: 1 })

/** Everything hostile or broken that every reader was ever shown; each kind of file has a table of its own. */
export const hostileFiles: readonly (readonly [string, readonly HostileFile[]])[] = [
  ['texts', hostileTexts],
  ['archives', hostileArchives],
  ['pages', hostilePages],
  ['office documents', hostileOffice],
  ['printed documents', hostilePrint(spaces)],
  ['tables of articles', hostileTables],
  ['annotations', hostileAnnotations]
]
