import { strToU8, zipSync, type Zippable } from 'fflate'
import type { SourceFile } from '../../../src/core/formats/format'

/** Bait: who asks for this address, or shows the secret of this file, has done what no import may do. */
export interface Bait {
  /** `http://127.0.0.1:<port>/`, where somebody listens and counts. */
  url: string
  /** Absolute path of a file on this disk. */
  secretPath: string
}

/** One file, or several that belong together, made to do harm or just badly broken. */
export interface HostileFile {
  /** What it is, for the name of the test. */
  what: string
  make(bait: Bait): SourceFile[]
  /**
   * What must come of it: articles, a project, the question what the columns are, or a refusal by one of these
   * codes. Always within the caps, nothing requested, nothing run.
   */
  comes: 'articles' | 'project' | 'table' | readonly string[]
  /** What may not be in any text that came in. */
  without?: RegExp
}

export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: typeof content === 'string' ? strToU8(content) : content }
}

/** An archive with these files, at its highest compression. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const packed: Zippable = {}
  for (const [name, content] of Object.entries(files))
    packed[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(packed, { level: 9 })
}
