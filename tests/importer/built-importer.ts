import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const projectFolder = join(import.meta.dirname, '..', '..')

export interface BuiltImporter {
  /** The file to start. */
  entry: string
  remove(): void
}

/** Builds the importers' process as the application does, into a folder of its own that can find the packages. */
export async function buildImporter(): Promise<BuiltImporter> {
  const folder = join(projectFolder, 'node_modules', '.cache', `importer-${process.pid}-${Date.now()}`)
  mkdirSync(folder, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectFolder,
    build: {
      ssr: join(projectFolder, 'src', 'importer', 'index.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'importer.mjs' } }
    }
  })
  return {
    entry: join(folder, 'importer.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
