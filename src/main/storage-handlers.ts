import { randomUUID } from 'node:crypto'
import { shell, type BrowserWindow } from 'electron'
import type { ProjectId } from '../core/project/ids'
import { ok } from '../core/result'
import type { Handlers } from './answer-request'
import { askForBundle, askForFolder, askWhereToSave } from './dialogs'
import { sendEvent } from './ipc'
import type { BackupSchedule } from './storage/backup-schedule'
import type { BackupSettings } from './storage/backup-settings'
import { checkProject } from './storage/check-project'
import type { ProjectReadings } from './storage/project-readings'
import { readBundle } from './storage/read-bundle'
import { restoreBackup } from './storage/restore-backup'
import type { Storage } from './storage/storage'
import { writeBundle } from './storage/write-bundle'

export interface StorageServices {
  window: BrowserWindow
  storage: Storage
  readings: ProjectReadings
  backups: BackupSchedule
  settings: BackupSettings
  generator: string
  /** ISO 8601 instant. */
  now(): string
  /** Sets the working store aside and loads the page anew. */
  resetWorkingStore(reason: string): void
  /** What the working store holds, for the mark of a clean exit. */
  onSettled(settled: Parameters<Handlers['store:settled']>[0]): void
}

type StorageRequest = Extract<
  keyof Handlers,
  `${'store' | 'journal' | 'blob' | 'project' | 'backups' | 'bundle' | 'mirror'}:${string}`
>

/** What answers requests about journals, backups and the working store. */
export function createStorageHandlers(services: StorageServices): Pick<Handlers, StorageRequest> {
  const { window, storage, readings, backups, settings, generator, now } = services
  const newId = () => randomUUID()
  const progressOf = (projectId: ProjectId | null, what: string) => (done: number, total: number) =>
    sendEvent(window.webContents, 'project:progress', { projectId, what, done, total })
  return {
    'store:check': async () => ok(await storage.check()),
    'store:complete': () => storage.complete(),
    'store:distrust': reason => {
      services.resetWorkingStore(reason)
      return ok(null)
    },
    'store:settled': settled => {
      services.onSettled(settled)
      return ok(null)
    },
    'journal:append': changeSet => storage.append(changeSet),
    'journal:finish': projectId => storage.finish(projectId),
    'journal:discard': projectId => storage.discard(projectId),
    'blob:keep': (projectId, bytes) => storage.keepFile(projectId, bytes),
    'project:read': request => readings.begin(request),
    'project:read-piece': ticket => readings.next(ticket),
    'project:read-end': ticket => {
      readings.end(ticket)
      return ok(null)
    },
    'project:check': async projectId => {
      const store = await storage.project(projectId)
      return store.ok ? checkProject(store.value, progressOf(projectId, 'check')) : store
    },
    'project:show-folder': async projectId => {
      const store = await storage.project(projectId)
      if (!store.ok) return store
      shell.showItemInFolder(store.value.place.folder)
      return ok(null)
    },
    'backups:list': async projectId => {
      const store = await storage.project(projectId)
      return store.ok ? ok(await store.value.backups()) : store
    },
    'backups:take': async projectId => {
      const store = await storage.project(projectId)
      return store.ok ? backups.take(store.value) : store
    },
    'backups:restore': async ({ projectId, backup, title }) => {
      const request = { projectId, backup, title, newProjectId: newId() as ProjectId, newId, now }
      return restoreBackup(storage, request, progressOf(projectId, 'restore'))
    },
    'bundle:export': async ({ projectId, title }) => {
      const store = await storage.project(projectId)
      if (!store.ok) return store
      const formatName = 'Counterpoint project'
      const path = await askWhereToSave(window, { defaultName: `${title}.counterpoint-project`, formatName })
      if (path === undefined) return ok(null)
      return writeBundle(store.value, path, { title, generator, now }, progressOf(projectId, 'bundle'))
    },
    'bundle:import': async () => {
      const path = await askForBundle(window)
      return path === undefined
        ? ok(null)
        : readBundle(storage, path, { newId, now }, progressOf(null, 'bundle'))
    },
    'mirror:get': () => ok(settings.mirror()),
    'mirror:choose': async () => {
      const folder = await askForFolder(window, 'Second backup folder')
      if (folder === undefined) return ok(settings.mirror())
      const set = await settings.setMirror(folder)
      return set.ok ? ok(folder) : set
    },
    'mirror:clear': () => settings.setMirror(null)
  }
}
