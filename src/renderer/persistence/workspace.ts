import type { ChangeSet, Edit, Operation, RowChange } from '../../core/history/change-set'
import { invert } from '../../core/history/invert'
import { squash } from '../../core/history/squash'
import { emptyUndoStack, pushHead, type Head, type UndoStack } from '../../core/history/undo-stack'
import { addAnnotator } from '../../core/project/edits'
import type { ProjectData } from '../../core/project/entities'
import type { AnnotatorId, ChangeSetId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { ChangeWriter } from './change-writer'
import type { CounterpointDatabase } from './database'
import { guarded } from './guarded'
import { baselineAnnotator, importRows, type ImportOptions } from './import-project'
import type { Journal } from './journal'
import { Listeners } from './listeners'
import { newProjectChanges, type NewProject } from './new-project'
import { openProjectState } from './open-project-state'
import { findUnfinishedProjects, removeProjectRows } from './project-rows'
import { initialSnapshot, isSameSnapshot, type SaveState, type WorkspaceSnapshot } from './workspace-snapshot'
import { WriteQueue } from './write-queue'

export type { SaveState, WorkspaceSnapshot }

export interface WorkspaceOptions {
  database: CounterpointDatabase
  newId(): string
  /** ISO 8601 instant. */
  now(): string
  /** How long a write may take before it counts as failed. */
  writeTimeoutMs?: number
  /** Name of the annotator whom a project without annotators gets with its first edit. */
  annotatorName?: string
  /** Whether a journal has this id whose project the store may not show: one that is still to be read. */
  hasJournal?(projectId: ProjectId): boolean
  /** Asked in order for every change set, before the store changes; a refusal refuses the change. */
  journal: Journal
}

/** After this a write counts as failed, and the person is told so; if it ends well later, that counts. */
export const writeLimitMs = 1500
/** A change to undo may be one of every annotation of a long article. */
const longestReadFactor = 20

interface ActiveProject {
  readonly projectId: ProjectId
  readonly annotatorId: AnnotatorId
}

/** The only way to write: every change becomes a change set and is stored in the order of the calls. */
export class Workspace {
  readonly database: CounterpointDatabase
  readonly #options: WorkspaceOptions
  readonly #limitMs: number
  readonly #writer: ChangeWriter
  readonly #queue = new WriteQueue()
  readonly #changed = new Listeners<void>()
  readonly #committed = new Listeners<ChangeSet>()
  readonly #importing = new Map<ProjectId, Promise<unknown>>()
  #active: ActiveProject | null = null
  #hasAnnotatorRow = true
  #stack: UndoStack = emptyUndoStack
  #openings = 0
  #writing = 0
  #snapshot = initialSnapshot

  constructor(options: WorkspaceOptions) {
    this.database = options.database
    this.#options = options
    this.#limitMs = options.writeTimeoutMs ?? writeLimitMs
    this.#writer = new ChangeWriter({
      database: options.database,
      limitMs: this.#limitMs,
      journal: options.journal,
      onStored: changeSet => this.#onStored(changeSet)
    })
  }

  /** The open project and who tags in it; null before one is open. The same object until that changes. */
  project(): ActiveProject | null {
    return this.#active
  }

  /** Opens a project with the undo history of its last 1,000 change sets. Refused: `no-such-project`. */
  openProject(id: ProjectId): Promise<Result<null>> {
    const opening = ++this.#openings
    return this.#queue.run(async () => {
      const read = await guarded(() => openProjectState(this.database, id), this.#limitMs)
      if (!read.ok) return read
      if (read.value === null) return fail('no-such-project', 'This project does not exist any more.')
      if (opening !== this.#openings) return fail('cancelled', 'Another project was opened meanwhile.')
      const { annotatorId, stack } = read.value
      this.#hasAnnotatorRow = annotatorId !== null
      this.#active = { projectId: id, annotatorId: annotatorId ?? (this.#options.newId() as AnnotatorId) }
      this.#stack = stack
      this.#refresh()
      return ok(null)
    })
  }

  closeProject(): void {
    this.#openings += 1
    this.#active = null
    this.#stack = emptyUndoStack
    this.#refresh()
  }

  /** Stores an edit as one undo step of the open project; null when it changes nothing. */
  perform(edit: Edit): Promise<Result<ChangeSet | null>> {
    const active = this.#active
    if (active === null) return Promise.resolve(noProject())
    const at = this.#options.now()
    return this.#write<ChangeSet | null>(async () => {
      const changes = squash(edit.changes)
      if (changes.length === 0) return ok(null)
      const all = [...this.#missingAnnotator(active, changes), ...changes]
      return this.#writer.write(this.#stamp(active, edit.label, { kind: 'edit' }, all, at), { keep: true })
    })
  }

  /**
   * Stores a change set: all of it or nothing. Refused, with the project as it was: `stale-change` when a
   * stored row is not the `before` given, `invalid-change` when a row breaks its schema, `not-saved` while
   * an earlier change waits for `retry`. When the store fails, the change set is kept for `retry`.
   */
  commit(changeSet: ChangeSet): Promise<Result<ChangeSet>> {
    return this.#write(() => this.#writer.write(changeSet, { keep: true }))
  }

  /** Takes the last edit back; null when there is none. */
  undo(): Promise<Result<ChangeSet | null>> {
    return this.#step('undo')
  }

  /** Does the edit again that was taken back last; null when there is none. */
  redo(): Promise<Result<ChangeSet | null>> {
    return this.#step('redo')
  }

  /** Stores the change that failed. Ok when nothing had failed. */
  retry(): Promise<Result<null>> {
    return this.#write(() => this.#writer.retry())
  }

  /** A new project with its codebook and one annotator. It is not opened. */
  createProject(wanted: NewProject): Promise<Result<ProjectId>> {
    const projectId = this.#options.newId() as ProjectId
    const annotatorId = this.#options.newId() as AnnotatorId
    const at = this.#options.now()
    const changes = newProjectChanges(wanted, { projectId, annotatorId }, at)
    const created = this.#stamp(
      { projectId, annotatorId },
      'Create project',
      { kind: 'baseline' },
      changes,
      at
    )
    return this.#write(async () => {
      const stored = await this.#writer.write(created, { keep: false })
      return stored.ok ? ok(projectId) : stored
    })
  }

  /**
   * Brings project data in under its own id, or under a new one when a project has that id already; all
   * other ids stay. Nothing is visible before all is stored, and nothing is left when it fails
   * (`cancelled`, `duplicate-id`, `invalid-change` or the store's failure).
   */
  async importProject(data: ProjectData, options: ImportOptions): Promise<Result<ProjectId>> {
    const refused = this.#writer.refusal()
    if (refused !== null) return refused
    const found = await guarded(() => this.database.projects.get(data.project.id), this.#limitMs)
    if (!found.ok) return found
    const isTaken =
      found.value !== undefined ||
      this.#importing.has(data.project.id) ||
      this.#options.hasJournal?.(data.project.id) === true
    const projectId = isTaken ? (this.#options.newId() as ProjectId) : data.project.id
    const annotatorId = baselineAnnotator(
      data,
      this.#active?.annotatorId ?? (this.#options.newId() as AnnotatorId)
    )
    const importing = importRows(data, projectId, options, {
      database: this.database,
      limitMs: this.#limitMs,
      stamp: (label, changes) =>
        this.#stamp({ projectId, annotatorId }, label, { kind: 'baseline' }, changes),
      inTurn: write => this.#queue.run(write),
      journal: this.#options.journal,
      commit: changeSet => this.#writer.write(changeSet, { keep: false }),
      isWaiting: changeSet => this.#writer.isWaiting(changeSet)
    })
    this.#importing.set(projectId, importing)
    try {
      return await importing
    } finally {
      this.#importing.delete(projectId)
      this.#refresh()
    }
  }

  /** Removes what imports left that broke off with the app. Answers how many there were. */
  removeUnfinishedImports(): Promise<number> {
    return this.#queue.run(async () => {
      const unfinished = await findUnfinishedProjects(this.database)
      const abandoned = unfinished.filter(id => !this.#importing.has(id))
      for (const id of abandoned) await removeProjectRows(this.database, id)
      return abandoned.length
    })
  }

  /** Keeps an imported file with the project, byte for byte. Answers its SHA-256. */
  keepOriginal(projectId: ProjectId, bytes: Uint8Array): Promise<Result<string>> {
    return this.#write(() => this.#options.journal.keepFile(projectId, bytes))
  }

  /** For `useSyncExternalStore`: called when the snapshot is another one. */
  readonly subscribe = (listener: () => void): (() => void) => this.#changed.add(listener)

  readonly snapshot = (): WorkspaceSnapshot => this.#snapshot

  /** Called with each change set when it is durable, before the snapshot says so. */
  onCommitted(listener: (changeSet: ChangeSet) => void): () => void {
    return this.#committed.add(listener)
  }

  /** Resolves when every write that was asked for has been answered. */
  async whenIdle(): Promise<void> {
    await this.#queue.whenIdle()
    while (this.#importing.size > 0) {
      await Promise.allSettled(this.#importing.values())
      await this.#queue.whenIdle()
    }
  }

  #step(kind: 'undo' | 'redo'): Promise<Result<ChangeSet | null>> {
    const active = this.#active
    if (active === null) return Promise.resolve(ok(null))
    return this.#write<ChangeSet | null>(async () => {
      const head = this.#active === active ? this.#stack[kind].at(-1) : undefined
      if (head === undefined) return ok(null)
      const refused = this.#writer.refusal()
      if (refused !== null) return refused
      const changes = await this.#changesOf(head)
      if (!changes.ok) return changes
      const turned = kind === 'undo' ? invert(changes.value) : changes.value
      const changeSet = this.#stamp(active, head.label, { kind, of: head.id }, turned)
      return this.#writer.write(changeSet, { keep: true })
    })
  }

  async #changesOf(head: Head): Promise<Result<RowChange[]>> {
    const read = await guarded(
      () => this.database.changeLog.where('id').equals(head.id).first(),
      longestReadFactor * this.#limitMs
    )
    if (!read.ok) return read
    if (read.value !== undefined) return ok(read.value.changes)
    return fail('no-history', `The history no longer holds “${head.label}”.`)
  }

  #missingAnnotator(active: ActiveProject, changes: readonly RowChange[]): RowChange[] {
    const { annotatorId: id, projectId } = active
    const isThere = this.#active !== active || this.#hasAnnotatorRow
    if (isThere || changes.some(change => change.table === 'annotators' && change.id === id)) return []
    return addAnnotator({
      id,
      projectId,
      name: this.#options.annotatorName ?? 'Annotator',
      role: 'annotator'
    }).changes
  }

  #stamp(
    by: ActiveProject,
    label: string,
    operation: Operation,
    changes: RowChange[],
    at: string = this.#options.now()
  ): ChangeSet {
    const id = this.#options.newId() as ChangeSetId
    return { id, projectId: by.projectId, label, at, annotatorId: by.annotatorId, operation, changes }
  }

  /** Runs a write in its turn; until it is answered the snapshot says `saving`. */
  async #write<T>(write: () => Promise<Result<T>>): Promise<Result<T>> {
    this.#writing += 1
    this.#refresh()
    try {
      return await this.#queue.run(write)
    } finally {
      this.#writing -= 1
      this.#refresh()
    }
  }

  #onStored(changeSet: ChangeSet): void {
    if (changeSet.projectId === this.#active?.projectId) {
      this.#stack = pushHead(this.#stack, changeSet)
      const own = this.#active.annotatorId
      for (const change of changeSet.changes)
        if (change.table === 'annotators' && change.id === own) this.#hasAnnotatorRow = change.after !== null
    }
    this.#committed.call(changeSet)
    this.#refresh()
  }

  #refresh(): void {
    const undoLabel = this.#stack.undo.at(-1)?.label ?? null
    const redoLabel = this.#stack.redo.at(-1)?.label ?? null
    const next = { save: this.#saveState(), undoLabel, redoLabel }
    if (isSameSnapshot(next, this.#snapshot)) return
    this.#snapshot = next
    this.#changed.call()
  }

  #saveState(): SaveState {
    const failure = this.#writer.failure()
    // While it is tried again it is still not saved.
    if (failure !== null)
      return { status: 'failed', reason: failure.message, canRebuild: failure.isJournaled }
    return this.#writing > 0 ? { status: 'saving' } : { status: 'saved' }
  }
}

function noProject(): Result<never> {
  return fail('no-project', 'No project is open.')
}
