import type { Bridge } from '../../contract/ipc'
import type { ProjectPiece, ProjectReading, TableRow } from '../../contract/storage'
import type { TableName } from '../../core/history/change-set'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { keysUnder, type CounterpointDatabase } from './database'
import { guarded } from './guarded'
import { removeProjectRows } from './project-rows'
import { readPieces } from './read-project'
import { limitFor } from './time-limit'
import { groupByTable, historyEntry } from './write-change-set'

export interface PullOptions {
  projectId: ProjectId
  /** The article whose rows come before those of all others. */
  firstArticle: ArticleId | null
  limitMs: number
  /** The project can be opened, at its first article. */
  onFirstArticle?(): void
  onProgress?(done: number, total: number): void
}

/**
 * Fills the working store with a project from its journal, whatever the store held of it before. It may be
 * worked on from `onFirstArticle` on; its head says that it is complete when all is there. Answers what was
 * found damaged on the way.
 */
export async function pullProject(
  database: CounterpointDatabase,
  bridge: Bridge,
  options: PullOptions
): Promise<Result<readonly string[]>> {
  const { projectId, limitMs } = options
  const cleared = await guarded(() => clearProject(database, projectId), limitFor(100_000, limitMs))
  if (!cleared.ok) return cleared
  let done = 0
  let isReady = false
  const take = async (piece: ProjectPiece, reading: ProjectReading): Promise<Result<null>> => {
    const written = await guarded(
      () => writePiece(database, projectId, piece, reading),
      limitFor(piece.rows.length + piece.history.length, limitMs)
    )
    if (!written.ok) return written
    done += piece.rows.length + piece.history.length
    options.onProgress?.(done, reading.total)
    if (piece.hasFirstArticle && !isReady) {
      isReady = true
      options.onFirstArticle?.()
    }
    return ok(null)
  }
  const request = { projectId, backup: null, isRestoring: true, firstArticle: options.firstArticle }
  const read = await readPieces(bridge, request, take)
  return read.ok ? ok(read.value.notes) : read
}

async function clearProject(database: CounterpointDatabase, projectId: ProjectId): Promise<void> {
  await removeProjectRows(database, projectId)
  await database.changeLog
    .where(':id')
    .between(...keysUnder(projectId))
    .delete()
  await database.heads.delete(projectId)
}

async function writePiece(
  database: CounterpointDatabase,
  projectId: ProjectId,
  piece: ProjectPiece,
  reading: ProjectReading
): Promise<void> {
  const byTable = groupByTable(piece.rows)
  const tables = [...byTable.keys(), 'changeLog', 'heads', 'rowOrders']
  await database.transaction('rw', tables, async () => {
    const orders = piece.orders.map(order => ({ projectId, ...order }))
    if (orders.length > 0) await database.rowOrders.bulkPut(orders)
    for (const [table, rows] of byTable) await putRows(database, table, rows)
    if (piece.history.length > 0) {
      await database.changeLog.bulkPut(
        piece.history.map(({ sequence, changeSet }) => historyEntry(changeSet, sequence))
      )
    }
    // Whoever works on the project meanwhile moves its head further; that must not be taken back.
    const head = await database.heads.get(projectId)
    const { sequence, hash } = head ?? reading.head
    await database.heads.put({ projectId, sequence, hash, isComplete: piece.done })
  })
}

async function putRows(database: CounterpointDatabase, table: TableName, rows: readonly TableRow[]) {
  await database.table<TableRow['row']>(table).bulkPut(rows.map(({ row }) => row))
}
