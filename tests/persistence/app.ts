import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoreCheck } from '../../src/contract/storage'
import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import { sourceOf } from '../../src/core/formats/project-source'
import type { ArticleId, ProjectId } from '../../src/core/project/ids'
import type { Failure } from '../../src/core/result'
import { diskFiles } from '../../src/main/storage/disk-files'
import { Storage } from '../../src/main/storage/storage'
import type { StorageFiles } from '../../src/main/storage/storage-files'
import { moveAside, workingStoreFolder } from '../../src/main/storage/working-store-files'
import { settledProjects } from '../../src/renderer/persistence/check-store'
import { databaseName, type CounterpointDatabase } from '../../src/renderer/persistence/database'
import { journalOver } from '../../src/renderer/persistence/journal'
import { loadProjectData } from '../../src/renderer/persistence/load-project-data'
import { openStore, type OpenedStore } from '../../src/renderer/persistence/open-store'
import type { Restoring } from '../../src/renderer/persistence/restoring'
import { Workspace } from '../../src/renderer/persistence/workspace'
import { textOf, writeContext } from '../core/formats/in-memory'
import { storageBridge, type StorageBridge, type StorageHandlers } from './storage-bridge'
import { value } from './test-workspace'

export interface AppOptions {
  /** What was open last. */
  last?: { projectId: ProjectId | null; articleId: ArticleId | null }
  files?: StorageFiles
  /** Answers some requests otherwise. */
  instead?(own: StorageHandlers): Partial<StorageHandlers>
  limitMs?: number
}

export interface App {
  workspace: Workspace
  database: CounterpointDatabase
  restoring: Restoring
  storage: Storage
  bridge: StorageBridge
  /** What the page was told by main, and before it what every page that was loaded anew in its place. */
  checks: StoreCheck[]
  /** Why the working store was thrown away in this session. */
  distrusted: string[]
  /** Ends the app in good order. */
  quit(): Promise<void>
  /** Ends it as a kill does: nothing is said, nothing is marked; only the lock of this process is given back. */
  kill(): Promise<void>
}

let ids = 0
const newId = () => `id-${(ids += 1)}`
const now = () => '2026-02-02T00:00:00.000Z'

/** Main, bridge and window over one profile, as the composition root joins them; answers when all is restored. */
export async function startApp(userData: string, options: AppOptions = {}): Promise<App> {
  const opened = await openApp(userData, options)
  if ('error' in opened) throw new Error(`${opened.error.code}: ${opened.error.message}`)
  await opened.restoring.run(() => undefined)
  return opened
}

/** The same, but nothing is read from the journals yet; or why the window shows no project. */
export async function openApp(userData: string, options: AppOptions = {}): Promise<App | { error: Failure }> {
  const files = options.files ?? diskFiles
  const storage = new Storage({ files, userData, generator: 'Counterpoint 0.1.0', now, log: () => undefined })
  const distrusted: string[] = []
  const checks: StoreCheck[] = []
  let reload: () => void = () => undefined
  const onDistrust = async (reason: string) => {
    distrusted.push(reason)
    storage.distrust()
    value(await moveAside(workingStoreFolder(userData), join(userData, 'set-aside'), now()))
    reload()
  }
  const bridge = storageBridge(storage, onDistrust, own => ({
    'store:check': async () => {
      const check = await own['store:check']()
      if (check.ok) checks.push(check.value)
      await followFolder(userData)
      return check
    },
    ...options.instead?.(own)
  }))
  const limitMs = options.limitMs ?? 2000
  const journal = journalOver(bridge, limitMs)
  const last = options.last ?? { projectId: null, articleId: null }
  for (;;) {
    const reloaded = new Promise<'reloaded'>(resolve => {
      reload = () => resolve('reloaded')
    })
    const store = await Promise.race([openStore({ bridge, journal, last, newId, now, limitMs }), reloaded])
    if (store === 'reloaded') continue
    if (!store.ok) {
      await storage.close(null)
      return { error: store.error }
    }
    return appOver(store.value, { storage, bridge, distrusted, checks, limitMs })
  }
}

type Rest = Pick<App, 'storage' | 'bridge' | 'distrusted' | 'checks'> & { limitMs: number }

function appOver({ database, restoring, hasJournal }: OpenedStore, { limitMs, ...rest }: Rest): App {
  const { storage, bridge } = rest
  const journal = journalOver(bridge, limitMs)
  const workspace = new Workspace({ database, journal, hasJournal, newId, now, writeTimeoutMs: limitMs })
  return {
    ...rest,
    database,
    restoring,
    workspace,
    async quit() {
      await workspace.whenIdle()
      if (restoring.snapshot().waiting.length === 0) {
        value(await bridge.request('store:settled', await settledProjects(database)))
      }
      database.close()
      await storage.close(bridge.settled())
    },
    async kill() {
      database.close()
      await storage.close(null)
    }
  }
}

/** The browser's own files: where there are none, there is no store, as after they were set aside. */
async function followFolder(userData: string): Promise<void> {
  const path = join(workingStoreFolder(userData), 'store')
  const isThere = await stat(path).then(
    () => true,
    () => false
  )
  if (isThere) return
  await Dexie.delete(databaseName)
  await mkdir(workingStoreFolder(userData), { recursive: true })
  await writeFile(path, 'as the browser left it')
}

/** Does to the browser's files what a crash or another program does. */
export async function alterStoreFiles(userData: string): Promise<void> {
  await writeFile(join(workingStoreFolder(userData), 'store'), 'altered')
}

/** Makes a profile's working store of a store that was there before, as the first start with journals finds it. */
export async function adoptStoreFiles(userData: string): Promise<void> {
  await mkdir(workingStoreFolder(userData), { recursive: true })
  await writeFile(join(workingStoreFolder(userData), 'store'), 'from before')
}

export async function projectFolders(userData: string): Promise<string[]> {
  const names = await readdir(join(userData, 'projects')).catch((): string[] => [])
  return names.filter(name => name !== 'complete').sort()
}

/** The dataset as "Export dataset" writes it. */
export async function exported({ database }: App, projectId: ProjectId): Promise<string> {
  const written = datasetFormat.write?.(
    sourceOf(value(await loadProjectData(database, projectId))),
    writeContext
  )
  return [...(written?.files ?? [])].map(textOf).join('\n')
}
