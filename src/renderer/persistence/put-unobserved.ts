import type { CounterpointDatabase } from './database'

/**
 * Puts rows past Dexie, whose bookkeeping for observers takes as long as the writing itself. For rows that
 * nobody observes yet; who does learns of them from the project's head, once all are there.
 */
export function putUnobserved(
  database: CounterpointDatabase,
  rows: ReadonlyMap<string, readonly object[]>
): Promise<void> {
  const tables = [...rows.keys()]
  if (tables.length === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const native = database.backendDB()
    const transaction = native.transaction(tables, 'readwrite', { durability: 'relaxed' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'))
    for (const [table, some] of rows) {
      const store = transaction.objectStore(table)
      for (const row of some) store.put(row)
    }
  })
}
