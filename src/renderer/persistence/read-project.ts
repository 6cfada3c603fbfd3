import type { Bridge } from '../../contract/ipc'
import type { ProjectPiece, ProjectReading, TableRow } from '../../contract/storage'
import { tableNames, type Rows, type TableName } from '../../core/history/change-set'
import { emptyProjectState, type ProjectState } from '../../core/history/project-state'
import type { ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { keysUnder, type CounterpointDatabase } from './database'
import { storageFailure } from './storage-failure'

/**
 * Takes a reading (`project:read`) piece by piece; `take` is done with one piece before it gets the next. Ends
 * early with what `take` refuses, or with `cancelled`.
 */
export async function readPieces(
  bridge: Bridge,
  begun: Promise<Result<ProjectReading>>,
  take: (piece: ProjectPiece, reading: ProjectReading) => Promise<Result<unknown>>,
  signal?: AbortSignal
): Promise<Result<ProjectReading>> {
  const reading = await begun
  if (!reading.ok) return reading
  const ended = await takeAll(bridge, reading.value, take, signal)
  if (ended.ok) return reading
  await bridge.request('project:read-end', reading.value.ticket)
  return ended
}

async function takeAll(
  bridge: Bridge,
  reading: ProjectReading,
  take: (piece: ProjectPiece, reading: ProjectReading) => Promise<Result<unknown>>,
  signal: AbortSignal | undefined
): Promise<Result<null>> {
  let next = bridge.request('project:read-piece', reading.ticket)
  for (;;) {
    const piece = await next
    if (!piece.ok) return piece
    if (signal?.aborted === true) return fail('cancelled', 'Reading was cancelled.')
    // The next one is on its way while this one is taken.
    if (!piece.value.done) next = bridge.request('project:read-piece', reading.ticket)
    const taken = await take(piece.value, reading)
    if (!taken.ok) return taken
    if (piece.value.done) return ok(null)
  }
}

/** All rows of a project as its journal, or one of its backups, tells them. */
export async function readProjectState(
  bridge: Bridge,
  request: { projectId: ProjectId; backup: string | null },
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void
): Promise<Result<ProjectState>> {
  const state = emptyProjectState()
  let done = 0
  const take = (piece: ProjectPiece, { total }: ProjectReading) => {
    for (const { table, ids } of piece.orders) state.orders.set(table, ids)
    for (const row of piece.rows) addRow(state, row)
    done += piece.rows.length + piece.history.length
    onProgress?.(done, total)
    return Promise.resolve(ok(null))
  }
  const begun = bridge.request('project:read', { ...request, isRestoring: false, firstArticle: null })
  const read = await readPieces(bridge, begun, take, signal)
  return read.ok ? ok(state) : read
}

/** All rows of a project as the working store has them. */
export async function loadProjectState(
  database: CounterpointDatabase,
  projectId: ProjectId
): Promise<Result<ProjectState>> {
  const state = emptyProjectState()
  try {
    for (const table of tableNames) {
      const rows = await database
        .table<Rows[typeof table]>(table)
        .where(':id')
        .between(...keyRange(projectId, table), true, true)
        .toArray()
      for (const row of rows) addRow(state, { table, row } as TableRow)
    }
    const orders = await database.rowOrders
      .where(':id')
      .between(...keysUnder(projectId))
      .toArray()
    for (const { table, ids } of orders) state.orders.set(table, ids)
    return ok(state)
  } catch (error) {
    return storageFailure(error)
  }
}

/** The keys of a project's rows: its own row has its id alone as a key. */
export function keyRange(projectId: ProjectId, table: TableName): [unknown, unknown] {
  return table === 'projects' ? [projectId, projectId] : keysUnder(projectId)
}

function addRow(state: ProjectState, { table, row }: TableRow): void {
  // The pair comes as one; TypeScript cannot follow it through a union.
  const rows = state.rows[table] as Map<string, Rows[TableName]>
  rows.set(row.id, row)
}
