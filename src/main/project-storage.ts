import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { SettledProject } from '../contract/storage'
import { sendEvent } from './ipc'
import type { Log } from './log'
import type { StorageServices } from './storage-handlers'
import { BackupSchedule } from './storage/backup-schedule'
import { BackupSettings } from './storage/backup-settings'
import { diskFiles } from './storage/disk-files'
import { ProjectReadings } from './storage/project-readings'
import { Storage } from './storage/storage'
import { moveAside, workingStoreFolder } from './storage/working-store-files'

/** Journals, backups and the working store over the life of the application. */
export class ProjectStorage {
  readonly #userData = app.getPath('userData')
  readonly #generator = `${app.getName()} ${app.getVersion()}`
  readonly #now = () => new Date().toISOString()
  readonly #settings = new BackupSettings(diskFiles, this.#userData)
  readonly #storage: Storage
  readonly #readings: ProjectReadings
  readonly #backups: BackupSchedule
  #window: BrowserWindow | undefined
  #settled: SettledProject[] | null = null
  #closing: Promise<void> | undefined
  #isClosed = false

  /** Begins to look at the journals at once. Only for the one instance that holds the profile. */
  constructor(private readonly log: Log) {
    this.#storage = new Storage({
      files: diskFiles,
      userData: this.#userData,
      generator: this.#generator,
      now: this.#now,
      log: message => log.info(message)
    })
    this.#readings = new ProjectReadings(this.#storage)
    this.#backups = new BackupSchedule({
      storage: this.#storage,
      mirror: () => this.#settings.mirror(),
      onTrouble: message => this.#tell(message)
    })
    this.#backups.start()
  }

  /** What answers the window's requests. */
  servicesFor(window: BrowserWindow): StorageServices {
    this.#window = window
    // A page that is replaced or gone reads nothing more, and what it said of the store is no longer true.
    const forget = () => {
      this.#readings.endAll()
      this.#settled = null
    }
    window.webContents.on('did-navigate', forget)
    window.webContents.on('render-process-gone', forget)
    return {
      window,
      storage: this.#storage,
      readings: this.#readings,
      backups: this.#backups,
      settings: this.#settings,
      generator: this.#generator,
      now: this.#now,
      resetWorkingStore: reason => void this.#resetWorkingStore(window, reason),
      onSettled: settled => {
        this.#settled = settled
      }
    }
  }

  /** For `will-quit`: holds the end back until the last backups are taken and the mark is left. */
  onWillQuit(event: { preventDefault(): void }): void {
    if (this.#isClosed) return
    event.preventDefault()
    this.#closing ??= this.#close().finally(() => {
      this.#isClosed = true
      app.quit()
    })
  }

  /** Whether the app is about to end. */
  isClosing(): boolean {
    return this.#closing !== undefined
  }

  async #close(): Promise<void> {
    try {
      await this.#backups.finish()
      await this.#storage.close(this.#settled)
    } catch (error) {
      this.log.error('The journals were not closed in good order', error)
    }
  }

  async #resetWorkingStore(window: BrowserWindow, reason: string): Promise<void> {
    this.log.error(`The working store failed: ${reason}`)
    this.#storage.distrust()
    this.#readings.endAll()
    const aside = join(this.#userData, 'set-aside')
    const moved = await moveAside(workingStoreFolder(this.#userData), aside, this.#now())
    if (!moved.ok) this.log.error(`It could not be set aside: ${moved.error.message}`)
    // Makes the browser let go of the files that it still has open.
    await window.webContents.session.clearStorageData({ storages: ['indexdb'] })
    if (!window.isDestroyed()) window.webContents.reload()
  }

  #tell(message: string): void {
    this.log.error(message)
    if (this.#window !== undefined && !this.#window.isDestroyed())
      sendEvent(this.#window.webContents, 'storage:trouble', { message })
  }
}
