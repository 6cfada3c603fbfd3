import Dexie, { type Table } from 'dexie'
import type { ChangeSet, RowChange, Rows, TableName } from '../../core/history/change-set'
import type { AnnotationId, ProjectId } from '../../core/project/ids'
import { declareVersions, schemaVersions } from './migrations'

/** A committed change set as it is kept. The annotations it touches are indexed, for their history. */
export interface HistoryEntry extends ChangeSet {
  sequence: number
  annotationIds: AnnotationId[]
}

/** An imported file, byte for byte. */
export interface Original {
  sha256: string
  fileName: string
  bytes: Uint8Array
}

/** The order in which an import brought a table's rows in, so that its export gives them back in that order. */
export interface RowOrder {
  projectId: ProjectId
  table: TableName
  ids: string[]
}

export type RowKey = string | [string, string]

export const databaseName = 'counterpoint'

/** The working store. Only the workspace writes to it. */
export class CounterpointDatabase extends Dexie {
  declare readonly projects: Table<Rows['projects'], string>
  declare readonly codebooks: Table<Rows['codebooks'], [string, string]>
  declare readonly annotators: Table<Rows['annotators'], [string, string]>
  declare readonly actors: Table<Rows['actors'], [string, string]>
  declare readonly issues: Table<Rows['issues'], [string, string]>
  declare readonly cases: Table<Rows['cases'], [string, string]>
  declare readonly articles: Table<Rows['articles'], [string, string]>
  declare readonly revisions: Table<Rows['revisions'], [string, string]>
  declare readonly annotations: Table<Rows['annotations'], [string, string]>
  declare readonly relations: Table<Rows['relations'], [string, string]>
  declare readonly originals: Table<Original, string>
  declare readonly history: Table<HistoryEntry, number, Omit<HistoryEntry, 'sequence'>>
  declare readonly rowOrders: Table<RowOrder, [string, string]>

  constructor(name: string = databaseName) {
    // Strict: a transaction is complete only when it is on the disk. This store is the only copy as yet.
    super(name, { chromeTransactionDurability: 'strict' })
    declareVersions(this, schemaVersions)
  }
}

/** The key of a change's row in its table. */
export function rowKey(projectId: ProjectId, change: Pick<RowChange, 'table' | 'id'>): RowKey {
  return change.table === 'projects' ? change.id : [projectId, change.id]
}

/** The range of a compound key or index that begins with these parts. */
export function keysUnder(...parts: string[]): [lower: unknown[], upper: unknown[]] {
  return [
    [...parts, Dexie.minKey],
    [...parts, Dexie.maxKey]
  ]
}
