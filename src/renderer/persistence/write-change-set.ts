import type { Table, Transaction } from 'dexie'
import type { JournalHead } from '../../contract/storage'
import { staleChange } from '../../core/history/apply'
import type { ChangeSet, RowChange, Rows, TableName } from '../../core/history/change-set'
import { rowsEqual } from '../../core/history/rows-equal'
import type { AnnotationId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Failure, type Result } from '../../core/result'
import { rowKey, type CounterpointDatabase, type HistoryEntry, type RowKey } from './database'
import { storageFailure } from './storage-failure'
import { toStoredRow } from './stored-row'
import { diskTimeout, withinLimit } from './time-limit'

type AnyTable = Table<Rows[TableName], RowKey, object>

/** Carries a refusal out of a transaction, which it undoes on the way. */
class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

export interface WriteOptions {
  /** The journal line that holds the change set. */
  head: JournalHead
  limitMs: number
  /** The change set may be stored already, by an attempt whose answer never came. */
  isRetry: boolean
  /** Called when the write succeeds although its time had run out. */
  onLateSuccess: () => void
}

/**
 * Stores rows, history entry and head in one transaction: all or nothing. Refused with `stale-change` when a
 * stored row is not the change's `before`.
 */
export async function writeChangeSet(
  database: CounterpointDatabase,
  changeSet: ChangeSet,
  options: WriteOptions
): Promise<Result<null>> {
  const byTable = groupByTable(changeSet.changes)
  let running: Transaction | undefined
  const writing = Promise.resolve(
    database.transaction('rw', [...byTable.keys(), 'changeLog', 'heads'], async transaction => {
      running = transaction
      if (options.isRetry && (await isStored(database, changeSet))) return
      // All requests at once: the store takes them in this order, without a way back and forth for each.
      await Promise.all([
        ...[...byTable].map(([name, changes]) => writeTable(database, name, changeSet.projectId, changes)),
        database.changeLog.add(historyEntry(changeSet, options.head.sequence)),
        putHead(database, changeSet.projectId, options.head)
      ])
    })
  )
  try {
    const written = await withinLimit(writing, options.limitMs)
    if (written.status === 'done') return ok(null)
    abandon(running)
    writing.then(options.onLateSuccess, () => undefined)
    return diskTimeout(options.limitMs)
  } catch (error) {
    return refusalOr(error)
  }
}

/** The check that `writeChangeSet` makes, alone: `stale-change` before anything is written anywhere. */
export async function checkIsFresh(
  database: CounterpointDatabase,
  changeSet: ChangeSet,
  limitMs: number
): Promise<Result<null>> {
  const byTable = groupByTable(changeSet.changes)
  if (byTable.size === 0) return ok(null)
  const reading = database.transaction('r', [...byTable.keys()], async () => {
    for (const [name, changes] of byTable) {
      await refuseStale(database.table(name), changeSet.projectId, changes)
    }
  })
  try {
    const read = await withinLimit(reading, limitMs)
    return read.status === 'done' ? ok(null) : diskTimeout(limitMs)
  } catch (error) {
    return refusalOr(error)
  }
}

/** A change set as the history keeps it, under the number of its journal line. */
export function historyEntry(changeSet: ChangeSet, sequence: number): HistoryEntry {
  const annotationIds = changeSet.changes
    .filter(change => change.table === 'annotations')
    .map(change => change.id as AnnotationId)
  return { ...changeSet, sequence, annotationIds: [...new Set(annotationIds)] }
}

/** Notes how far a project is stored. Whether all of its rows are there stays as it was. */
async function putHead(
  database: CounterpointDatabase,
  projectId: ProjectId,
  head: JournalHead
): Promise<void> {
  const updated = await database.heads.update(projectId, { ...head })
  if (updated === 0) await database.heads.put({ projectId, ...head, isComplete: true })
}

/** Changes or rows that can share one call to the store, in the order in which their tables first appear. */
export function groupByTable<T extends { table: TableName }>(items: readonly T[]): Map<TableName, T[]> {
  const byTable = new Map<TableName, T[]>()
  for (const item of items) {
    const group = byTable.get(item.table)
    if (group === undefined) byTable.set(item.table, [item])
    else group.push(item)
  }
  return byTable
}

async function writeTable(
  database: CounterpointDatabase,
  name: TableName,
  projectId: ProjectId,
  changes: readonly RowChange[]
): Promise<void> {
  const table: AnyTable = database.table(name)
  const kept = rowsAfter(name, changes)
  const gone = changes.filter(change => change.after === null)
  await Promise.all([
    refuseStale(table, projectId, changes),
    kept.length > 0 ? table.bulkPut(kept) : null,
    gone.length > 0 ? table.bulkDelete(gone.map(change => rowKey(projectId, change))) : null
  ])
}

/** The rows that changes leave, as the store holds them. */
export function rowsAfter(table: TableName, changes: readonly RowChange[]): object[] {
  return changes.flatMap(({ after }) => (after === null ? [] : [toStoredRow(table, after)]))
}

async function refuseStale(
  table: AnyTable,
  projectId: ProjectId,
  changes: readonly RowChange[]
): Promise<void> {
  const stored = await table.bulkGet(changes.map(change => rowKey(projectId, change)))
  changes.forEach((change, index) => {
    if (!rowsEqual(stored[index] ?? null, change.before)) throw new Refused(staleChange(change).error)
  })
}

async function isStored(database: CounterpointDatabase, changeSet: ChangeSet): Promise<boolean> {
  return (await database.changeLog.where('id').equals(changeSet.id).count()) > 0
}

/** Takes a transaction back that did not answer. If it is ending just now, it counts when it ends well. */
function abandon(transaction: Transaction | undefined): void {
  try {
    transaction?.abort()
  } catch {
    // InvalidStateError: it has ended or is being written out, and reports for itself.
  }
}

function refusalOr(error: unknown): { ok: false; error: Failure } {
  return error instanceof Refused
    ? fail(error.failure.code, error.failure.message, error.failure.place)
    : storageFailure(error)
}
