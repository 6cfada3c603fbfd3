import type { Bridge } from '../../contract/ipc'
import type { ProjectPiece, ProjectReading, TableRow } from '../../contract/storage'
import type { Project } from '../../core/project/entities'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { keysUnder, type CounterpointDatabase } from './database'
import { guarded } from './guarded'
import { removeProjectRows } from './project-rows'
import { putUnobserved } from './put-unobserved'
import { readPieces } from './read-project'
import { toStoredRow } from './stored-row'
import { limitFor } from './time-limit'
import { groupByTable, historyEntry } from './write-change-set'

export interface PullOptions {
  projectId: ProjectId
  /** The article whose rows come before those of all others. */
  firstArticle: ArticleId | null
  limitMs: number
  /** The reading, when it was begun already. */
  begun?: Promise<Result<ProjectReading>> | undefined
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
  // Two at a time: while the disk is busy with one piece, the next is being copied.
  let underWay: Promise<Result<unknown>> = Promise.resolve(ok(null))
  const take = async (piece: ProjectPiece, reading: ProjectReading): Promise<Result<unknown>> => {
    const isMilestone = piece.done || (piece.hasFirstArticle && !isReady)
    const before = underWay
    if (isMilestone) {
      const written = await before
      if (!written.ok) return written
    }
    const count = piece.rows.length + piece.history.length
    underWay = guarded(() => writePiece(database, projectId, piece, reading), limitFor(count, limitMs))
    const written = await (isMilestone ? underWay : before)
    if (!written.ok) return written
    done += count
    options.onProgress?.(done, reading.total)
    if (piece.hasFirstArticle && !isReady) {
      isReady = true
      options.onFirstArticle?.()
    }
    return written
  }
  const begun = options.begun ?? beginReading(bridge, projectId, options.firstArticle)
  const read = await readPieces(bridge, begun, take)
  return read.ok ? ok(read.value.notes) : read
}

/** Begins to read what is to replace whatever the store holds of a project. */
export function beginReading(
  bridge: Bridge,
  projectId: ProjectId,
  firstArticle: ArticleId | null
): Promise<Result<ProjectReading>> {
  return bridge.request('project:read', { projectId, backup: null, isRestoring: true, firstArticle })
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
  const { projects, others } = split(piece.rows)
  const rows = new Map<string, object[]>()
  for (const [table, some] of groupByTable(others))
    rows.set(
      table,
      some.map(({ row }) => toStoredRow(table, row))
    )
  if (piece.orders.length > 0) {
    rows.set(
      'rowOrders',
      piece.orders.map(order => ({ projectId, ...order }))
    )
  }
  if (piece.history.length > 0) {
    rows.set(
      'changeLog',
      piece.history.map(({ sequence, changeSet }) => historyEntry(changeSet, sequence))
    )
  }
  await putUnobserved(database, rows)
  await database.transaction('rw', database.projects, database.heads, async () => {
    if (projects.length > 0) await database.projects.bulkPut(projects)
    // Whoever works on the project meanwhile moves its head further; that must not be taken back.
    const head = await database.heads.get(projectId)
    if (head !== undefined && !piece.done) return
    const { sequence, hash } = head ?? reading.head
    await database.heads.put({ projectId, sequence, hash, isComplete: piece.done })
  })
}

/** Projects' own rows are observed: with them a project appears. */
function split(rows: readonly TableRow[]): { projects: Project[]; others: TableRow[] } {
  const projects = rows.flatMap(item => (item.table === 'projects' ? [item.row] : []))
  return { projects, others: rows.filter(({ table }) => table !== 'projects') }
}
