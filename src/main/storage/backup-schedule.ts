import { basename, join } from 'node:path'
import type { Backup } from '../../contract/storage'
import type { ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { mirrorSnapshot } from './mirror'
import type { ProjectStore } from './project-store'
import { snapshotFolder } from './snapshots'
import type { Storage } from './storage'

export interface BackupScheduleOptions {
  storage: Storage
  /** The folder that gets a copy of each snapshot, or null. */
  mirror(): string | null
  /** Told when a backup that nobody asked for fails. */
  onTrouble(message: string): void
  everyMs?: number
  everyChanges?: number
}

/** Takes snapshots behind the scenes: after so many changes, after so much time with changes, and at the end. */
export class BackupSchedule {
  readonly #options: Required<BackupScheduleOptions>
  /** When a snapshot of a project was last taken or tried, in milliseconds of this process. */
  readonly #triedAt = new Map<ProjectId, number>()
  readonly #began = performance.now()
  #timer: NodeJS.Timeout | undefined

  constructor(options: BackupScheduleOptions) {
    this.#options = { everyMs: 600_000, everyChanges: 5000, ...options }
  }

  start(): void {
    this.#timer = setInterval(() => void this.takeDue(), Math.min(this.#options.everyMs, 30_000))
  }

  /** Snapshots of all projects for which it is time. */
  async takeDue(): Promise<void> {
    for (const store of this.#options.storage.projects()) {
      if (this.#isDue(store)) await this.#takeQuietly(store)
    }
  }

  /** The last snapshots before the app ends. */
  async finish(): Promise<void> {
    clearInterval(this.#timer)
    for (const store of this.#options.storage.projects()) {
      if (store.unsaved() > 0 && store.refusal() === null) await this.#takeQuietly(store)
    }
  }

  /** A snapshot now, with its copy on the other disk; null when nothing has changed since the last one. */
  async take(store: ProjectStore): Promise<Result<Backup | null>> {
    this.#triedAt.set(store.projectId, performance.now())
    const taken = await store.takeSnapshot()
    const mirror = this.#options.mirror()
    if (!taken.ok || taken.value === null || mirror === null) return taken
    const copied = await this.#copy(store, taken.value.name, mirror)
    return copied.ok ? taken : copied
  }

  #isDue(store: ProjectStore): boolean {
    const unsaved = store.unsaved()
    if (unsaved === 0 || store.refusal() !== null) return false
    const since = performance.now() - (this.#triedAt.get(store.projectId) ?? this.#began)
    // A failed attempt is not repeated at every look.
    return since >= this.#options.everyMs || (unsaved >= this.#options.everyChanges && since > 60_000)
  }

  async #takeQuietly(store: ProjectStore): Promise<void> {
    const taken = await this.take(store)
    if (!taken.ok) this.#options.onTrouble(`No backup could be taken. ${taken.error.message}`)
  }

  async #copy(store: ProjectStore, name: string, mirror: string): Promise<Result<null>> {
    const { files, folder, blobs } = store.place
    const copied = await mirrorSnapshot(
      files,
      {
        folderName: basename(folder),
        snapshotPath: join(snapshotFolder(folder), name),
        snapshotName: name,
        blobs
      },
      mirror
    )
    return copied.ok ? ok(null) : copied
  }
}
