import type { Bridge } from '../../contract/ipc'
import type { ProjectReading } from '../../contract/storage'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { ok, type Failure, type Result } from '../../core/result'
import type { CounterpointDatabase } from './database'
import { Listeners } from './listeners'
import { pullProject, type PullOptions } from './pull-project'

export interface RestoringOptions {
  database: CounterpointDatabase
  bridge: Bridge
  limitMs: number
  last: { projectId: ProjectId | null; articleId: ArticleId | null }
  /** Projects whose rows have to be read from their journals. */
  wanted: readonly ProjectId[]
  /** The reading of the project that was open, when it was begun already. */
  begun?: Promise<Result<ProjectReading>> | undefined
}

export interface RestoringSnapshot {
  /** Projects that are not complete yet, the one that is being read first. */
  waiting: readonly ProjectId[]
  /** Of the project that is being read: rows and changes. */
  done: number
  total: number
  /** The projects that could not be read, and why. */
  failures: ReadonlyMap<ProjectId, Failure>
  /** What was found damaged on the way. */
  notes: readonly string[]
}

/** Reads projects from their journals into the working store, the one that was open last before the others. */
export class Restoring {
  readonly #options: RestoringOptions
  readonly #changed = new Listeners<void>()
  readonly #restored = new Listeners<ProjectId>()
  #snapshot: RestoringSnapshot

  constructor(options: RestoringOptions) {
    this.#options = options
    const { wanted, last } = options
    const waiting = [...wanted].sort((a, b) => Number(b === last.projectId) - Number(a === last.projectId))
    this.#snapshot = { waiting, done: 0, total: 0, failures: new Map(), notes: [] }
  }

  /** Whether there is anything to read. */
  isNeeded(): boolean {
    return this.#snapshot.waiting.length > 0
  }

  readonly snapshot = (): RestoringSnapshot => this.#snapshot
  readonly subscribe = (listener: () => void): (() => void) => this.#changed.add(listener)

  /** Called with each project when all of its rows and its history are there. */
  onRestored(listener: (projectId: ProjectId) => void): () => void {
    return this.#restored.add(listener)
  }

  /**
   * Reads everything. `onUsable` is called once, when the project that was open can be worked on at the
   * article that was open, or at once when no project was.
   */
  async run(onUsable: () => void): Promise<void> {
    const { last, begun } = this.#options
    if (!this.#snapshot.waiting.some(id => id === last.projectId)) onUsable()
    for (const projectId of this.#snapshot.waiting) {
      const isLast = projectId === last.projectId
      const pulled = await this.#pull(projectId, isLast ? { onFirstArticle: onUsable, begun } : {})
      if (pulled.ok) this.#restored.call(projectId)
      const failures = new Map(this.#snapshot.failures)
      if (!pulled.ok) failures.set(projectId, pulled.error)
      const waiting = this.#snapshot.waiting.filter(id => id !== projectId)
      const notes = [...this.#snapshot.notes, ...(pulled.ok ? pulled.value : [])]
      this.#set({ waiting, done: 0, total: 0, failures, notes })
    }
    onUsable()
  }

  /** Reads one more project, that was made by main: a restored backup, a bundle. */
  async pull(projectId: ProjectId): Promise<Result<null>> {
    const pulled = await this.#pull(projectId, {})
    return pulled.ok ? ok(null) : pulled
  }

  #pull(
    projectId: ProjectId,
    more: Pick<PullOptions, 'onFirstArticle' | 'begun'>
  ): Promise<Result<readonly string[]>> {
    const { database, bridge, limitMs, last } = this.#options
    return pullProject(database, bridge, {
      projectId,
      firstArticle: projectId === last.projectId ? last.articleId : null,
      limitMs,
      onProgress: (done, total) => this.#set({ ...this.#snapshot, done, total }),
      ...more
    })
  }

  #set(snapshot: RestoringSnapshot): void {
    this.#snapshot = snapshot
    this.#changed.call()
  }
}
