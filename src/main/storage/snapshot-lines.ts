import { createHash, type Hash } from 'node:crypto'
import { tableNames, type Rows, type TableName } from '../../core/history/change-set'
import type { ProjectState, RowCounts } from '../../core/history/project-state'
import { Pacer } from './pacer'

/**
 * A snapshot's lines: the header, `["order",table,[ids]]` (those of one table follow one another),
 * `["row",table,row]`, `["revision",row]` for a revision whose text is left out because the blob `textSha256`
 * holds it, and `{"rows":N,"sha256":…}` over every byte before.
 */
export type SnapshotLine =
  ['order', TableName, string[]] | ['row', TableName, Rows[TableName]] | ['revision', Rows['revisions']]

export interface SnapshotEnd {
  rows: number
  sha256: string
}

/** A project as it was at one moment: maps change while a snapshot is being written, the rows in them never do. */
export interface FrozenState {
  tables: { table: TableName; rows: Rows[TableName][] }[]
  orders: { table: TableName; ids: string[] }[]
  counts: RowCounts
}

const idsInLine = 5000
const pieceCharacters = 64 * 1024

/** Takes a few milliseconds for 50,000 rows. Throws when a row stands under another id than its own. */
export function freezeState(state: ProjectState): FrozenState {
  const tables = tableNames.map(table => ({ table, rows: rowsOf(state, table) }))
  const orders = [...state.orders].map(([table, ids]) => ({ table, ids: ids.slice() }))
  const counts = Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length])) as RowCounts
  return { tables, orders, counts }
}

function rowsOf(state: ProjectState, table: TableName): Rows[TableName][] {
  const rows: Rows[TableName][] = []
  // `for … of` makes an array of every pair, which costs milliseconds in the one piece that cannot be split.
  state.rows[table].forEach((row: Rows[TableName], id: string) => {
    if (row.id !== id) throw new Error(`A row of ${table} stands under another id than its own.`)
    rows.push(row)
  })
  return rows
}

/**
 * The snapshot's uncompressed bytes in pieces of about 64 KiB. `inBlobs`: ids of the revisions whose text is
 * kept as a blob. `end` is complete after the last piece.
 */
export async function* snapshotPieces(
  header: object,
  frozen: FrozenState,
  inBlobs: ReadonlySet<string>,
  end: Partial<SnapshotEnd>
): AsyncGenerator<Buffer> {
  const pacer = new Pacer()
  const hash = createHash('sha256')
  let text = `${JSON.stringify(header)}\n`
  for (const line of snapshotLines(frozen, inBlobs)) {
    text += `${JSON.stringify(line)}\n`
    if (text.length < pieceCharacters) continue
    yield hashed(hash, text)
    text = ''
    if (pacer.isDue()) await pacer.pause()
  }
  if (text !== '') yield hashed(hash, text)
  end.rows = frozen.tables.reduce((sum, { rows }) => sum + rows.length, 0)
  end.sha256 = hash.digest('hex')
  yield Buffer.from(`${JSON.stringify({ rows: end.rows, sha256: end.sha256 })}\n`)
}

function hashed(hash: Hash, text: string): Buffer {
  const bytes = Buffer.from(text)
  hash.update(bytes)
  return bytes
}

function* snapshotLines(frozen: FrozenState, inBlobs: ReadonlySet<string>): Generator<SnapshotLine> {
  for (const { table, ids } of frozen.orders) {
    // One line even when there are no ids, so that the table is known to have an order.
    for (let at = 0; at === 0 || at < ids.length; at += idsInLine) {
      yield ['order', table, ids.slice(at, at + idsInLine)]
    }
  }
  for (const { table, rows } of frozen.tables) {
    for (const row of rows) {
      if (table === 'revisions' && 'textSha256' in row && inBlobs.has(row.id))
        yield ['revision', { ...row, text: '' }]
      else yield ['row', table, row]
    }
  }
}
