import type Dexie from 'dexie'
import type { Transaction } from 'dexie'
import type { Annotation } from '../../core/project/entities'
import { startOf } from './stored-row'

/** One version of the working store. Released versions are never edited: a change is a new entry. */
export interface SchemaVersion {
  version: number
  /** Tables and their keys in Dexie's notation; null deletes a table. Unnamed tables stay as they are. */
  stores: Readonly<Record<string, string | null>>
  /** Turns rows of the version before into rows of this one. */
  upgrade?: (transaction: Transaction) => Promise<void>
}

/**
 * Rows are keyed by project and id, because a dataset imported twice gives two projects whose actors and
 * annotations share their ids. Row count and indexes are what writing costs, so there are few: articles,
 * layers and projects are ranges of compound keys.
 */
export const schemaVersions: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      projects: 'id',
      codebooks: '[projectId+id]',
      annotators: '[projectId+id]',
      actors: '[projectId+id]',
      issues: '[projectId+id]',
      cases: '[projectId+id]',
      articles: '[projectId+id]',
      revisions: '[projectId+id], [projectId+articleId]',
      annotations: '[projectId+id], [projectId+articleId+layer]',
      relations: '[projectId+id], [projectId+from], [projectId+to]',
      originals: 'sha256',
      history: '++sequence, [projectId+sequence], id, *annotationIds',
      rowOrders: '[projectId+table]'
    }
  },
  {
    // The history takes the numbers of the journal, and a key cannot be changed in place.
    version: 2,
    stores: {
      changeLog: '[projectId+sequence], id, *annotationIds',
      heads: 'projectId',
      history: null
    },
    upgrade: async transaction => {
      await transaction.table('history').each(entry => void transaction.table('changeLog').add(entry))
    }
  },
  {
    // Annotations of the first screen are read before the others: their place is part of the index.
    version: 3,
    stores: { annotations: '[projectId+id], [projectId+articleId+layer+startUtf16]' },
    upgrade: async transaction => {
      await transaction
        .table<Annotation & { startUtf16?: number }>('annotations')
        .toCollection()
        .modify(row => void (row.startUtf16 = startOf(row)))
    }
  }
]

/** Declares the versions up to `last` on a database that is not open yet. */
export function declareVersions(
  database: Dexie,
  versions: readonly SchemaVersion[],
  last = Number.POSITIVE_INFINITY
): void {
  for (const { version, stores, upgrade } of versions) {
    if (version > last) continue
    const declared = database.version(version).stores({ ...stores })
    if (upgrade !== undefined) declared.upgrade(upgrade)
  }
}
