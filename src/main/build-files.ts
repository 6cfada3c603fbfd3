import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { appOrigin } from './app-origin'

/** Every file that may be served, by its exact path in a URL: `/assets/index.js` → absolute file. */
export type BuildFiles = ReadonlyMap<string, string>

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm'
}

/** Lists the regular files below `root`, once. Symbolic links are left out: they could lead anywhere. */
export function listBuildFiles(root: string): BuildFiles {
  const files = new Map<string, string>()
  const visit = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${prefix}/${entry.name}`
      if (entry.isDirectory()) visit(join(folder, entry.name), path)
      else if (entry.isFile()) files.set(path, join(folder, entry.name))
    }
  }
  visit(root, '')
  return files
}

/**
 * The file for a URL of ours, or undefined. What was asked for is only ever looked up, never decoded and
 * never joined to a folder, so there is no spelling of a path that leads outside the list.
 */
export function resolveBuildFile(files: BuildFiles, url: string): string | undefined {
  if (!url.startsWith(`${appOrigin}/`)) return undefined
  const path = url.slice(appOrigin.length).replace(/[?#].*$/s, '')
  return files.get(path === '/' ? '/index.html' : path)
}

/** The MIME type for a file's extension; unknown ones are offered as bytes, which nothing executes. */
export function mimeTypeOf(file: string): string {
  return mimeTypes[extname(file).toLowerCase()] ?? 'application/octet-stream'
}
