import { maximumMessageBytes } from '../../contract/ipc'
import type { JournalHead } from '../../contract/storage'
import { tableNames, type ChangeSet, type RowChange, type TableName } from '../../core/history/change-set'
import { isImportPiece, type ProjectState } from '../../core/history/project-state'
import { rewind } from '../../core/history/rewind'
import type { AnnotatorId, ChangeSetId, ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { keysUnder, type CounterpointDatabase } from './database'
import { guarded } from './guarded'
import type { Journal } from './journal'
import { loadProjectState } from './read-project'
import { sortByRowOrder } from '../../core/project/row-order'
import { limitFor } from './time-limit'
import { historyEntry } from './write-change-set'

export interface AdoptOptions {
  database: CounterpointDatabase
  journal: Journal
  projectId: ProjectId
  newId(): string
  /** ISO 8601 instant. */
  now(): string
  limitMs: number
}

/** About so many rows of an annotation's size go into one change set. */
const weightPerPiece = 500
/** A long text weighs as much as the rows that it is as long as. */
const charactersPerWeight = 400
/** UTF-16 units of JSON; what is longer could be refused for its size, and would be at every start. */
const longestChangeSet = maximumMessageBytes / 4

/**
 * Gives a project of a store from before there were journals its journal: what it was imported with, then
 * every change since, so that its history is kept. All of it or nothing.
 */
export async function adoptProject(options: AdoptOptions): Promise<Result<null>> {
  const { database, journal, projectId, limitMs } = options
  const loaded = await loadProjectState(database, projectId)
  if (!loaded.ok) return loaded
  const history = await guarded(() => historyOf(database, projectId), limitMs)
  if (!history.ok) return history
  const discarded = await journal.discard(projectId)
  if (!discarded.ok) return discarded
  const files = await keepFiles(options, loaded.value)
  if (!files.ok) return files
  const entries: { changeSet: ChangeSet; head: JournalHead }[] = []
  const orders = new Map<TableName, string[]>()
  let head: JournalHead | undefined
  for (const changeSet of changeSetsOf(options, loaded.value, history.value)) {
    const appended = await journal.append(changeSet)
    if (!appended.ok) return appended
    head = appended.value
    // As it would be read again: the rows' own pieces stand in no history, and give the order of import.
    if (!isImportPiece(changeSet)) entries.push({ changeSet, head })
    else for (const change of changeSet.changes) orderOf(orders, change.table).push(change.id)
  }
  const finished = await journal.finish(projectId)
  if (!finished.ok || head === undefined) return finished
  const last = head
  return guarded(
    () => rewriteLog(database, projectId, { entries, orders, last }),
    limitFor(entries.length, limitMs)
  ).then(written => (written.ok ? ok(null) : written))
}

function orderOf(orders: Map<TableName, string[]>, table: TableName): string[] {
  const ids = orders.get(table) ?? []
  orders.set(table, ids)
  return ids
}

/** What led to the project: its first rows in pieces, and the history. */
function changeSetsOf(
  options: AdoptOptions,
  state: ProjectState,
  history: readonly ChangeSet[]
): ChangeSet[] {
  const now = structuredClone(state)
  const isWhole = history.every(isShort) && rewind(state, history)
  const first = isWhole ? state : now
  const by = history[0]?.annotatorId ?? ([...now.rows.annotators.keys()][0] as AnnotatorId | undefined)
  const stamp = (changes: RowChange[]): ChangeSet => ({
    id: options.newId() as ChangeSetId,
    projectId: options.projectId,
    label: 'Import',
    at: history[0]?.at ?? options.now(),
    annotatorId: by ?? (options.newId() as AnnotatorId),
    operation: { kind: 'baseline' },
    changes
  })
  const project: RowChange[] = [...first.rows.projects.values()].map(row => insertion('projects', row))
  return [
    ...[...pieces(rowsOf(first))].map(stamp),
    ...(project.length > 0 ? [stamp(project)] : []),
    // A history that does not lead to what is there cannot be told again; the rows themselves count.
    ...(isWhole ? history : [])
  ]
}

function rowsOf(state: ProjectState): RowChange[] {
  return tableNames
    .filter(table => table !== 'projects')
    .flatMap(table => {
      const rows: { id: string; createdAt?: string }[] = [...state.rows[table].values()]
      return sortByRowOrder(rows, state.orders.get(table) ?? []).map(row => insertion(table, row))
    })
}

function insertion(table: RowChange['table'], row: { id: string }): RowChange {
  // The pair comes from one table of the state, which the union's type cannot follow.
  return { table, id: row.id, before: null, after: row } as RowChange
}

function* pieces(changes: readonly RowChange[]): Generator<RowChange[]> {
  let piece: RowChange[] = []
  let weight = 0
  for (const change of changes) {
    piece.push(change)
    weight += 1 + (change.table === 'revisions' ? (change.after?.text.length ?? 0) / charactersPerWeight : 0)
    if (weight < weightPerPiece) continue
    yield piece
    piece = []
    weight = 0
  }
  if (piece.length > 0) yield piece
}

function isShort(changeSet: ChangeSet): boolean {
  return JSON.stringify(changeSet).length < longestChangeSet
}

/** Change sets as they were committed, oldest first. */
async function historyOf(database: CounterpointDatabase, projectId: ProjectId): Promise<ChangeSet[]> {
  const entries = await database.changeLog
    .where(':id')
    .between(...keysUnder(projectId))
    .toArray()
  return entries.map(({ id, label, at, annotatorId, operation, changes }) => ({
    id,
    projectId,
    label,
    at,
    annotatorId,
    operation,
    changes
  }))
}

async function keepFiles(options: AdoptOptions, state: ProjectState): Promise<Result<null>> {
  for (const { original } of state.rows.articles.values()) {
    if (original === null) continue
    const file = await guarded(() => options.database.originals.get(original.sha256), options.limitMs)
    if (!file.ok) return file
    if (file.value === undefined) continue
    const kept = await options.journal.keepFile(options.projectId, file.value.bytes)
    // A file that no message can carry stays where it is; its project is more than that file.
    if (!kept.ok && kept.error.code !== 'message-too-large') return kept
  }
  return ok(null)
}

interface Told {
  entries: readonly { changeSet: ChangeSet; head: JournalHead }[]
  orders: ReadonlyMap<TableName, string[]>
  last: JournalHead
}

/** What a reading of the journal would put into the store beside the rows. */
async function rewriteLog(database: CounterpointDatabase, projectId: ProjectId, told: Told): Promise<void> {
  const { changeLog, heads, rowOrders } = database
  await database.transaction('rw', changeLog, heads, rowOrders, async () => {
    for (const table of [changeLog, rowOrders]) {
      await table
        .where(':id')
        .between(...keysUnder(projectId))
        .delete()
    }
    await changeLog.bulkAdd(told.entries.map(({ changeSet, head }) => historyEntry(changeSet, head.sequence)))
    await rowOrders.bulkAdd([...told.orders].map(([table, ids]) => ({ projectId, table, ids })))
    await heads.put({ projectId, ...told.last, isComplete: true })
  })
}
