import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { RequestArguments } from '../../contract/ipc'
import type { JournaledChangeSet, ProjectPiece, ProjectReading } from '../../contract/storage'
import { countRows, type ProjectState } from '../../core/history/project-state'
import { fail, ok, type Result } from '../../core/result'
import { projectPieces } from './project-pieces'
import type { ProjectStore } from './project-store'
import { damageInWords } from './quarantine'
import { readHistory } from './read-project'
import { readSnapshot } from './snapshot-file'
import { snapshotFolder } from './snapshots'
import type { Storage } from './storage'

/** What the window is reading, piece by piece. */
export class ProjectReadings {
  readonly #open = new Map<string, AsyncGenerator<ProjectPiece>>()

  constructor(private readonly storage: Storage) {}

  /** Begins to read a project as it is now, or one of its backups. */
  async begin(request: RequestArguments<'project:read'>[0]): Promise<Result<ProjectReading>> {
    const store = await this.storage.project(request.projectId)
    if (!store.ok) return store
    const begun =
      request.backup === null
        ? await present(store.value, request.isRestoring)
        : await past(store.value, request.backup)
    if (!begun.ok) return begun
    const { state, history, ...reading } = begun.value
    const ticket = randomBytes(16).toString('hex')
    this.#open.set(ticket, projectPieces(state, request.firstArticle, history))
    return ok({ ...reading, ticket, counts: countRows(state) })
  }

  async next(ticket: string): Promise<Result<ProjectPiece>> {
    const pieces = this.#open.get(ticket)
    if (pieces === undefined) return fail('no-such-reading', 'This reading has ended already.')
    const next = await pieces.next()
    if (next.done === true) return fail('no-such-reading', 'This reading has ended already.')
    if (next.value.done) this.#open.delete(ticket)
    return ok(next.value)
  }

  end(ticket: string): void {
    this.#open.delete(ticket)
  }

  /** The page that was reading is gone. */
  endAll(): void {
    this.#open.clear()
  }
}

type Begun = Omit<ProjectReading, 'ticket' | 'counts'> & {
  state: ProjectState
  history: AsyncIterable<JournaledChangeSet>
}

async function present(store: ProjectStore, isRestoring: boolean): Promise<Result<Begun>> {
  const first = await store.read()
  if (!first.ok) return first
  const { damage, damagedSnapshots, snapshot } = first.value
  const isNoting = isRestoring && damage.length > 0
  const noted = isNoting ? await store.noteDamage(damage) : ok(null)
  const instead = snapshot === null ? 'the whole journal' : snapshot
  const notes = [
    ...damage.map(damageInWords),
    ...damagedSnapshots.map(name => `The backup ${name} is damaged; ${instead} was used instead.`),
    ...(noted.ok ? [] : [noted.error.message])
  ]
  // The note is a line of the journal, too: rows and head have to be of one moment.
  const read = isNoting ? await store.read() : first
  if (!read.ok) return read
  const { state, head } = read.value
  const total = Object.values(countRows(state)).reduce((sum, count) => sum + count, head.sequence)
  return ok({ state, head, total, notes, history: readHistory(store.place, head) })
}

async function past(store: ProjectStore, backup: string): Promise<Result<Begun>> {
  const { files, folder, blobs } = store.place
  const read = await readSnapshot(files, join(snapshotFolder(folder), backup), blobs)
  if (!read.ok) return read
  const { state, header } = read.value
  const total = Object.values(countRows(state)).reduce((sum, count) => sum + count, 0)
  return ok({ state, head: header.head, total, notes: [], history: noHistory() })
}

async function* noHistory(): AsyncGenerator<JournaledChangeSet> {}
