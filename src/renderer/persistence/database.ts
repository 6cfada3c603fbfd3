import Dexie, { type Table } from 'dexie'
import type { JournalHead } from '../../contract/storage'
import type { ChangeSet, RowChange, Rows, TableName } from '../../core/history/change-set'
import type { AnnotationId, ProjectId } from '../../core/project/ids'
import { declareVersions, schemaVersions } from './migrations'
import { fromStoredAnnotation } from './stored-row'

/** A committed change set as it is kept. The annotations it touches are indexed, for their history. */
export interface HistoryEntry extends ChangeSet {
  /** Of its line in the project's journal. */
  sequence: number
  annotationIds: AnnotationId[]
}

/** The journal line up to which a project's rows are in the store. */
export interface StoredHead extends JournalHead {
  projectId: ProjectId
  /** False while rows are still being read from the journal. */
  isComplete: boolean
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

/**
 * The working store: fast, indexed, observed by the window. It can be thrown away at any time, because the
 * journals hold everything that was ever acknowledged.
 */
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
  /** Files that were imported before there were journals, until their project has one. */
  declare readonly originals: Table<Original, string>
  declare readonly changeLog: Table<HistoryEntry, [string, number]>
  declare readonly heads: Table<StoredHead, string>
  declare readonly rowOrders: Table<RowOrder, [string, string]>

  /** Whether opening it made it: there was no store of this name. */
  wasCreated = false

  constructor(name: string = databaseName) {
    // Relaxed: what matters is on the disk already when a transaction begins, in the journal.
    super(name, { chromeTransactionDurability: 'relaxed' })
    declareVersions(this, schemaVersions)
    this.annotations.hook(
      'reading',
      fromStoredAnnotation as (row: Rows['annotations']) => Rows['annotations']
    )
    this.on('populate', () => {
      this.wasCreated = true
    })
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
