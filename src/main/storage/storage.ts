import { dirname, join } from 'node:path'
import type {
  JournaledProject,
  JournalHead,
  RebuildReason,
  SettledProject,
  StoreCheck,
  UnavailableProject
} from '../../contract/storage'
import type { ChangeSet } from '../../core/history/change-set'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import { leaveMark, reasonToRebuild } from './clean-exit'
import { readCleanMark, removeCleanMark } from './clean-mark'
import { makeFolderDurably, writeDurably } from './durable-write'
import { readProjectId } from './journal-owner'
import { acquireLock } from './project-lock'
import { thisOwner } from './lock-owner'
import { incomingName, isIncomingName, isProjectFolderName, projectFolderName } from './project-folder-name'
import { ProjectStore } from './project-store'
import type { StorageFiles } from './storage-files'
import { moveAside, workingStoreFolder } from './working-store-files'

export interface StorageOptions {
  files: StorageFiles
  /** The profile's folder. */
  userData: string
  /** Program and version. */
  generator: string
  /** ISO 8601 instant. */
  now(): string
  log(message: string): void
}

/** Says that every project of the working store has its journal: without it, a store that is there is kept. */
const completeName = 'complete'

/** All projects of a profile: their journals are the truth, and the working store is made to fit them. */
export class Storage {
  readonly #options: StorageOptions
  readonly #projects = new Map<ProjectId, ProjectStore>()
  readonly #incoming = new Map<ProjectId, Promise<Result<ProjectStore>>>()
  readonly #unavailable: UnavailableProject[] = []
  readonly #started: Promise<RebuildReason | null>
  /** Row counts at the last clean exit, while nothing was changed since. */
  readonly #counts = new Map<ProjectId, SettledProject>()
  #rebuild: RebuildReason | null = null
  #isComplete = false

  constructor(options: StorageOptions) {
    this.#options = options
    this.#started = this.#start()
  }

  /** The disk that the projects are on. */
  get files(): StorageFiles {
    return this.#options.files
  }

  /** Where the project folders are. */
  get folder(): string {
    return join(this.#options.userData, 'projects')
  }

  /** Whether the window may use the working store as it is. */
  async check(): Promise<StoreCheck> {
    await this.#started
    const projects = [...this.#projects.values()].map((store): JournaledProject => {
      const head = store.head()
      const settled = this.#counts.get(store.projectId)
      const isSettled = settled !== undefined && settled.head.hash === head.hash
      return { projectId: store.projectId, head, counts: isSettled ? settled.counts : null }
    })
    const rebuild = this.#rebuild
    // Only the page that is told to build the store anew does so; one that is loaded later finds it built.
    this.#rebuild = null
    return { rebuild, isComplete: this.#isComplete, projects, unavailable: [...this.#unavailable] }
  }

  /** From now on a working store that was not closed in good order is thrown away. */
  async complete(): Promise<Result<null>> {
    const { files, userData } = this.#options
    // A profile that was made a moment ago must not be lost as a whole. Its parent may be closed to us.
    await files.syncFolder(dirname(userData)).catch(() => undefined)
    try {
      await makeFolderDurably(files, this.folder)
      await writeDurably(files, join(this.folder, completeName), Buffer.from('1\n'))
      this.#isComplete = true
      return ok(null)
    } catch (error) {
      return fileProblem(error, this.folder)
    }
  }

  /** The next page builds the working store anew. */
  distrust(): void {
    this.#rebuild = 'store-failed'
  }

  /** The store of a project that exists. */
  async project(projectId: ProjectId): Promise<Result<ProjectStore>> {
    await this.#started
    const store = this.#projects.get(projectId)
    if (store !== undefined) return ok(store)
    const unavailable = this.#unavailable.find(one => one.projectId === projectId)
    if (unavailable !== undefined) return fail('newer-version', unavailable.message)
    return fail('no-such-project', 'This project does not exist any more.')
  }

  /** All projects that can be opened. */
  projects(): readonly ProjectStore[] {
    return [...this.#projects.values()]
  }

  /** Appends to a project; under an id that no project has, to what will become one with `finish`. */
  async append(changeSet: ChangeSet): Promise<Result<JournalHead>> {
    const { projectId, operation } = changeSet
    await this.#started
    // A project begins with what it is made of; an edit of one that is not there would be saved nowhere.
    if (operation.kind !== 'baseline' && !this.#projects.has(projectId) && !this.#incoming.has(projectId)) {
      const project = await this.project(projectId)
      if (!project.ok) return project
    }
    const store = await this.#projectOrIncoming(projectId)
    return store.ok ? store.value.append(changeSet) : store
  }

  /** Keeps a file with a project, or with what will become one. */
  async keepFile(projectId: ProjectId, bytes: Uint8Array): Promise<Result<string>> {
    const store = await this.#projectOrIncoming(projectId)
    if (!store.ok) return store
    return store.value.refusal() === null ? store.value.place.blobs.put(bytes) : refusalOf(store.value)
  }

  /** Makes a project of what came in, by one renaming. Ok when it is one already. */
  async finish(projectId: ProjectId): Promise<Result<null>> {
    const incoming = await this.#incoming.get(projectId)
    if (incoming === undefined) {
      return this.#projects.has(projectId)
        ? ok(null)
        : fail('no-such-project', 'Nothing came in under this id.')
    }
    if (!incoming.ok) return incoming
    // Windows does not rename a folder with open files.
    await incoming.value.close()
    const finished = await this.#makeProject(incoming.value.place.folder, projectId)
    if (finished.ok) this.#incoming.delete(projectId)
    return finished
  }

  /** Whether an id is that of a project, of one that cannot be opened, or of what is coming in. */
  async isTaken(projectId: ProjectId): Promise<boolean> {
    const project = await this.project(projectId)
    if (project.ok || project.error.code !== 'no-such-project' || this.#incoming.has(projectId)) return true
    const size = await this.#options.files.size(join(this.folder, projectFolderName(projectId)))
    return size !== undefined
  }

  /**
   * Makes a project of a folder of another incoming id, which holds all of it, verified, synced and closed.
   * On failure the folder is where it was or gone, and there is no project.
   */
  async finishFolder(incomingId: ProjectId, projectId: ProjectId): Promise<Result<null>> {
    if (await this.isTaken(projectId)) {
      return fail('project-exists', 'There is a project with this id already.')
    }
    return this.#makeProject(this.incomingFolder(incomingId), projectId)
  }

  /** Forgets what came in under an id and has not become a project. */
  async discard(projectId: ProjectId): Promise<Result<null>> {
    const incoming = await this.#incoming.get(projectId)
    this.#incoming.delete(projectId)
    if (incoming?.ok === true) await incoming.value.close()
    try {
      await this.#options.files.removeFolder(this.incomingFolder(projectId))
      return ok(null)
    } catch (error) {
      return fileProblem(error, this.folder)
    }
  }

  incomingFolder(projectId: ProjectId): string {
    return join(this.folder, incomingName(projectFolderName(projectId)))
  }

  /**
   * Frees all folders. When the window has said what the working store holds, and that is what the journals
   * say, the next start believes it.
   */
  async close(settled: readonly SettledProject[] | null): Promise<void> {
    await this.#started
    for (const store of this.#projects.values()) await store.close()
    for (const incoming of this.#incoming.values()) {
      const store = await incoming
      if (store.ok) await store.value.close()
    }
    if (settled !== null) await leaveMark(this.#options, settled, this.projects())
  }

  async #start(): Promise<RebuildReason | null> {
    const { files, userData, log } = this.#options
    await files.makeFolder(this.folder).catch((error: unknown) => log(`No project folder: ${String(error)}`))
    const names = await files.readFolder(this.folder).catch((): string[] => [])
    this.#isComplete = names.includes(completeName)
    const mark = await readCleanMark(files, userData)
    const removed = await removeCleanMark(files, userData)
    if (!removed.ok) log(`The mark of a clean exit stays: ${removed.error.message}`)
    for (const name of names.filter(isIncomingName)) {
      await files.removeFolder(join(this.folder, name)).catch(() => log(`${name} could not be removed`))
    }
    for (const name of names.filter(isProjectFolderName).sort()) await this.#openFolder(name)
    // A store from before there were journals holds what no journal has yet.
    if (this.#isComplete) this.#rebuild = await reasonToRebuild(this.#options, mark, this.projects())
    for (const project of Object.values(mark?.projects ?? {})) this.#counts.set(project.projectId, project)
    if (this.#rebuild !== null) await this.#setAside(this.#rebuild)
    return this.#rebuild
  }

  async #openFolder(name: string): Promise<void> {
    const { files, log } = this.#options
    const folder = join(this.folder, name)
    const projectId = await readProjectId(files, folder)
    const store = projectId.ok ? await this.#open(folder, projectId.value) : projectId
    if (store.ok) {
      this.#projects.set(store.value.projectId, store.value)
      const refusal = store.value.refusal()
      if (refusal !== null) log(`${name} can only be read: ${refusal.message}`)
      return
    }
    log(`${name} cannot be opened: ${store.error.message}`)
    this.#unavailable.push({
      projectId: projectId.ok ? projectId.value : null,
      folder: name,
      message: store.error.message
    })
  }

  #open(folder: string, projectId: ProjectId): Promise<Result<ProjectStore>> {
    const { files, generator, now } = this.#options
    const lock = async (path: string) => acquireLock(path, await thisOwner(now()))
    return ProjectStore.open({ files, folder, projectId, generator, now, lock })
  }

  async #setAside(reason: RebuildReason): Promise<void> {
    const { userData, now, log } = this.#options
    const moved = await moveAside(workingStoreFolder(userData), join(userData, 'set-aside'), now())
    log(
      `The working store is built anew (${reason}). ${moved.ok ? (moved.value ?? '') : moved.error.message}`
    )
  }

  async #makeProject(incoming: string, projectId: ProjectId): Promise<Result<null>> {
    const { files } = this.#options
    const folder = join(this.folder, projectFolderName(projectId))
    let isRenamed = false
    let store: Result<ProjectStore>
    try {
      await files.rename(incoming, folder)
      isRenamed = true
      await files.syncFolder(this.folder)
      store = await this.#open(folder, projectId)
    } catch (error) {
      store = fileProblem(error, incoming)
    }
    if (store.ok) this.#projects.set(projectId, store.value)
    // What was refused must not be there at the next start.
    else if (isRenamed) await files.rename(folder, incoming).catch(() => undefined)
    return store.ok ? ok(null) : store
  }

  async #projectOrIncoming(projectId: ProjectId): Promise<Result<ProjectStore>> {
    const project = await this.project(projectId)
    if (project.ok || project.error.code !== 'no-such-project') return project
    const known = this.#incoming.get(projectId)
    if (known !== undefined) return known
    const opening = this.#openIncoming(projectId)
    this.#incoming.set(projectId, opening)
    const opened = await opening
    if (!opened.ok) this.#incoming.delete(projectId)
    return opened
  }

  async #openIncoming(projectId: ProjectId): Promise<Result<ProjectStore>> {
    const folder = this.incomingFolder(projectId)
    try {
      await makeFolderDurably(this.#options.files, dirname(folder))
      await makeFolderDurably(this.#options.files, folder)
    } catch (error) {
      return fileProblem(error, folder)
    }
    return this.#open(folder, projectId)
  }
}

function refusalOf(store: ProjectStore): { ok: false; error: { code: string; message: string } } {
  const refusal = store.refusal()
  return fail(refusal?.code ?? 'locked', refusal?.message ?? 'This project cannot be written to.')
}
