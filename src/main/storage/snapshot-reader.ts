import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { rowSchemas, tableNames, type Rows, type TableName } from '../../core/history/change-set'
import { countRows, emptyProjectState, type ProjectState } from '../../core/history/project-state'
import type { Failure } from '../../core/result'
import { inflateLines, InflationDamage, type InflationLimits } from './inflate-lines'
import { Pacer } from './pacer'
import { parseSnapshotHeader, type SnapshotHeader } from './snapshot-header'
import type { SnapshotEnd } from './snapshot-lines'
import type { StorageFile } from './storage-files'

/** Why a snapshot is not believed; `failure` when there is more to say than that it is damaged. */
export class SnapshotDamage extends Error {
  constructor(
    message: string,
    readonly failure?: Failure
  ) {
    super(message)
  }
}

export interface SnapshotReaderOptions {
  /** Checks every row with its schema: for snapshots that came from elsewhere. */
  validate?: boolean
  limits?: InflationLimits
  onProgress?: (rows: number, total: number) => void
}

const tables: ReadonlySet<unknown> = new Set(tableNames)
const linesBetweenLooks = 32

/** Reads a snapshot's lines into a state, believing nothing: a line that is not as written throws. */
export class SnapshotReader {
  readonly state: ProjectState = emptyProjectState()
  /** Revisions whose text is still to come from a blob. */
  readonly withoutText: Rows['revisions'][] = []
  private header: SnapshotHeader | undefined
  private end: SnapshotEnd | undefined
  private rows = 0
  private expectedRows = 0
  private readonly hash = createHash('sha256')
  private readonly pacer = new Pacer()

  constructor(
    private readonly place: string,
    private readonly options: SnapshotReaderOptions
  ) {}

  /** Throws `SnapshotDamage`, `InflationDamage`, `SyntaxError`, or what the file system throws. */
  async read(file: StorageFile): Promise<SnapshotHeader> {
    for await (const block of inflateLines(file, this.options.limits)) await this.takeBlock(block)
    if (this.header === undefined || this.end === undefined) throw new SnapshotDamage('its end is missing')
    const counts = countRows(this.state)
    for (const table of tableNames) {
      if (counts[table] !== this.header.counts[table]) throw new SnapshotDamage(`${table} are not complete`)
    }
    if (this.end.rows !== this.rows || this.end.sha256 !== this.hash.digest('hex')) {
      throw new SnapshotDamage('its checksum is another')
    }
    return this.header
  }

  private async takeBlock(block: Buffer): Promise<void> {
    if (this.end !== undefined) throw new SnapshotDamage('something follows its end')
    if (!isUtf8(block)) throw new SnapshotDamage('it is not text')
    const lines = block.toString('utf8').split('\n').slice(0, -1)
    let at = 0
    if (this.header === undefined) {
      this.takeHeader(lines[0] ?? '')
      at = 1
    }
    const last = lines.at(-1)
    let hashedBytes = block.length
    if (lines.length > at && last?.startsWith('{') === true) {
      this.end = parseEnd(last)
      hashedBytes -= Buffer.byteLength(last) + 1
      lines.pop()
    }
    this.hash.update(block.subarray(0, hashedBytes))
    for (; at < lines.length; at += 1) {
      this.takeLine(JSON.parse(lines[at] ?? ''))
      if (at % linesBetweenLooks === 0 && this.pacer.isDue()) await this.pacer.pause()
    }
    this.options.onProgress?.(this.rows, this.expectedRows)
  }

  private takeHeader(line: string): void {
    const header = parseSnapshotHeader(line, this.place)
    if (!header.ok) throw new SnapshotDamage('its first line', header.error)
    this.header = header.value
    this.expectedRows = Object.values(header.value.counts).reduce((sum, rows) => sum + rows, 0)
  }

  private takeLine(line: unknown): void {
    if (!Array.isArray(line)) throw new SnapshotDamage('a line is not as it was written')
    const [kind, second, third] = line as unknown[]
    if (kind === 'revision' && line.length === 2) {
      const row = this.takeRow('revisions', second) as Rows['revisions']
      if (typeof row.textSha256 !== 'string') throw new SnapshotDamage('a revision does not name its text')
      this.withoutText.push(row)
    } else if (kind === 'row' && line.length === 3 && isTable(second)) {
      const row = this.takeRow(second, third)
      if (this.options.validate === true) validateRow(second, row)
    } else if (kind === 'order' && line.length === 3 && isTable(second)) {
      this.takeOrder(second, third)
    } else {
      throw new SnapshotDamage('a line is not as it was written')
    }
  }

  private takeRow(table: TableName, row: unknown): Rows[TableName] {
    if (!isRow(row)) throw new SnapshotDamage(`a row of ${table} is not as it was written`)
    // A table's name and its rows' type fit; TypeScript cannot follow that through a union.
    const rows = this.state.rows[table] as Map<string, Rows[TableName]>
    if (rows.has(row.id)) throw new SnapshotDamage(`a row of ${table} comes twice`)
    if (rows.size === this.header?.counts[table]) throw new SnapshotDamage(`it holds too many ${table}`)
    rows.set(row.id, row)
    this.rows += 1
    return row
  }

  private takeOrder(table: TableName, ids: unknown): void {
    if (!Array.isArray(ids) || !ids.every(id => typeof id === 'string')) {
      throw new SnapshotDamage(`the order of ${table} is not as it was written`)
    }
    const order = this.state.orders.get(table)
    if (order === undefined) this.state.orders.set(table, ids)
    else for (const id of ids) order.push(id)
  }
}

/** Throws `SnapshotDamage` when the row breaks its schema. */
export function validateRow(table: TableName, row: Rows[TableName]): void {
  const parsed = rowSchemas[table].safeParse(row)
  if (parsed.success) return
  const issue = parsed.error.issues[0]
  throw new SnapshotDamage(`${table}/${row.id}/${issue?.path.join('/')} is not valid (${issue?.message})`)
}

/** Whether an error says that the content is wrong, and not that it could not be read. */
export function isDamage(error: unknown): error is Error {
  return (
    error instanceof SnapshotDamage ||
    error instanceof InflationDamage ||
    error instanceof SyntaxError ||
    error instanceof RangeError
  )
}

function parseEnd(line: string): SnapshotEnd {
  const end: unknown = JSON.parse(line)
  const { rows, sha256 } = end as Partial<SnapshotEnd>
  if (typeof rows !== 'number' || typeof sha256 !== 'string') throw new SnapshotDamage('its last line')
  return { rows, sha256 }
}

function isTable(value: unknown): value is TableName {
  return tables.has(value)
}

function isRow(value: unknown): value is Rows[TableName] {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}
