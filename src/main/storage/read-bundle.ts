import { dirname, join } from 'node:path'
import type { ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { BlobStore } from './blobs'
import { BundleProblem, contentKind, type BundleLimits, type BundleManifest } from './bundle-manifest'
import { checkBundleContent, type BundleContent } from './check-bundle-content'
import { makeFolderDurably } from './durable-write'
import { importState } from './import-state'
import { progressStages, type OnProgress } from './progress-stages'
import { readArchive, type TakeEntry } from './read-archive'
import { readProject, type ProjectPlace } from './read-project'
import type { Storage } from './storage'
import type { StorageFiles } from './storage-files'

export interface ReadBundleRequest {
  newId(): string
  /** ISO 8601 instant. */
  now(): string
  /** For tests; else `bundleLimits`. */
  limits?: BundleLimits
}

/**
 * Makes a project of a bundle that anybody may have made. It keeps its id and its whole history. When a project
 * with that id is here already, the bundle becomes another one with a new id and " (copy)" after its title,
 * made of the bundle's state: the history of the copy begins with the import, because the lines of a journal
 * name their project and are never written anew. Failures: `not-a-bundle`, `bundle-damaged`, `newer-version`,
 * `bundle-too-large`, or what the file system said. After any of them nothing is left behind, and projects
 * that are here are never touched.
 */
export async function readBundle(
  storage: Storage,
  path: string,
  request: ReadBundleRequest,
  onProgress: OnProgress
): Promise<Result<{ projectId: ProjectId }>> {
  // Under an id of its own, so that two imports of one bundle do not meet; leftovers go at the next start.
  const incomingId = request.newId() as ProjectId
  const folder = storage.incomingFolder(incomingId)
  const { files } = storage
  const place = { files, folder, blobs: new BlobStore(files, join(folder, 'blobs')) }
  try {
    const stages = progressStages(onProgress, { unpack: 4, check: 4, bringIn: 2 })
    const manifest = await unpackInto(place, path, request.limits, stages.unpack)
    const content = contentOf(manifest)
    const checked = await checkBundleContent(place, content, stages.check)
    if (!checked.ok) return checked
    const isTaken = await storage.isTaken(content.projectId)
    if (isTaken) return await copyIn(storage, place, content, request, stages.bringIn)
    const finished = await storage.finishFolder(incomingId, content.projectId)
    stages.bringIn(1, 1)
    return finished.ok ? ok({ projectId: content.projectId }) : finished
  } catch (error) {
    return error instanceof BundleProblem ? { ok: false, error: error.failure } : fileProblem(error, path)
  } finally {
    // Gone already when it has become the project.
    await files.removeFolder(folder).catch(() => undefined)
  }
}

/** What a manifest says of a bundle's content. */
export function contentOf({ projectId, head, entries }: BundleManifest): BundleContent {
  const snapshot = entries.find(({ name }) => contentKind(name) === 'snapshot')
  return { projectId, head, snapshot: snapshot?.name.split('/').at(-1) ?? null }
}

async function unpackInto(
  { files, folder }: ProjectPlace,
  path: string,
  limits: BundleLimits | undefined,
  onProgress: OnProgress
): Promise<BundleManifest> {
  const folders = ['blobs', 'snapshots'].map(name => join(folder, name))
  const begin = async (): Promise<TakeEntry> => {
    await makeFolderDurably(files, dirname(folder))
    await makeFolderDurably(files, folder)
    for (const name of folders) await files.makeFolder(name)
    return ({ name }, pieces) => writeEntry(files, join(folder, ...name.split('/')), pieces)
  }
  const manifest = await readArchive(path, begin, onProgress, limits)
  for (const name of [...folders, folder]) await files.syncFolder(name)
  return manifest
}

async function writeEntry(files: StorageFiles, path: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  const file = await files.open(path, 'wx')
  try {
    for await (const piece of pieces) await file.write(piece)
    await file.sync()
  } finally {
    // What was synced is there; Windows removes no file that is open.
    await file.close().catch(() => undefined)
  }
}

async function copyIn(
  storage: Storage,
  place: ProjectPlace,
  content: BundleContent,
  { newId, now }: ReadBundleRequest,
  onProgress: OnProgress
): Promise<Result<{ projectId: ProjectId }>> {
  const read = await readProject(place, content.head)
  if (!read.ok) return read
  const { state } = read.value
  const projectId = newId() as ProjectId
  const title = copyTitle([...state.rows.projects.values()][0]?.title ?? '')
  const { blobs } = place
  const options = { projectId, title, label: 'Import project file', blobs, newId, now }
  const imported = await importState(storage, state, options, onProgress)
  return imported.ok ? ok({ projectId }) : imported
}

const copyEnd = ' (copy)'
const longestTitle = 500

function copyTitle(title: string): string {
  // Half a surrogate pair at the cut would not be text any more.
  const start = title.slice(0, longestTitle - copyEnd.length).replace(/[\ud800-\udbff]$/, '')
  return `${start}${copyEnd}`
}
