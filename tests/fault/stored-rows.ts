import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { tableNames } from '../../src/core/history/change-set'
import { BlobStore } from '../../src/main/storage/blobs'
import { diskFiles } from '../../src/main/storage/disk-files'
import { isProjectFolderName } from '../../src/main/storage/project-folder-name'
import { fromStoredAnnotation, type StoredAnnotation } from '../../src/renderer/persistence/stored-row'
import { readHistory, readProject } from '../../src/main/storage/read-project'

/** Rows by table, and the change sets by their numbers, of every project. */
export interface Stored {
  rows: Record<string, Record<string, unknown>>
  history: Record<string, string>
}

/** Ids of the change sets that the working store holds. */
export async function storedChangeIds(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('counterpoint')
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          const database = opening.result
          const ids: string[] = []
          const reading = database
            .transaction('changeLog')
            .objectStore('changeLog')
            .index('id')
            .openKeyCursor()
          reading.onerror = () => reject(reading.error ?? new Error('not read'))
          reading.onsuccess = () => {
            const cursor = reading.result
            if (cursor !== null) {
              if (typeof cursor.key === 'string') ids.push(cursor.key)
              return cursor.continue()
            }
            database.close()
            resolve(ids)
          }
        }
      })
  )
}

/** What the working store holds, read past the application's own code. */
export async function rowsInStore(page: Page): Promise<Stored> {
  const tables = await page.evaluate(
    async names => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('counterpoint')
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
      })
      const all = (name: string) =>
        new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll()
          request.onsuccess = () => resolve(request.result as unknown[])
          request.onerror = () => reject(request.error ?? new Error('not read'))
        })
      const entries = await Promise.all(names.map(async name => [name, await all(name)] as const))
      database.close()
      return Object.fromEntries(entries)
    },
    [...tableNames, 'changeLog']
  )
  const stored: Stored = { rows: {}, history: {} }
  for (const table of tableNames) {
    const rows = tables[table] as { id: string; projectId?: string }[]
    const isStoredWithPlace = table === 'annotations'
    stored.rows[table] = Object.fromEntries(
      rows.map(row => [
        `${row.projectId ?? row.id} ${row.id}`,
        isStoredWithPlace ? fromStoredAnnotation(row as StoredAnnotation) : row
      ])
    )
  }
  for (const entry of tables['changeLog'] as { projectId: string; sequence: number; id: string }[]) {
    stored.history[`${entry.projectId} ${entry.sequence}`] = entry.id
  }
  return stored
}

/** What the journals of a profile say, read without the application. */
export async function rowsInJournals(profile: string): Promise<Stored> {
  const stored: Stored = { rows: Object.fromEntries(tableNames.map(table => [table, {}])), history: {} }
  const projects = join(profile, 'projects')
  for (const name of readdirSync(projects).filter(isProjectFolderName)) {
    const folder = join(projects, name)
    const place = { files: diskFiles, folder, blobs: new BlobStore(diskFiles, join(folder, 'blobs')) }
    const read = await readProject(place)
    if (!read.ok) throw new Error(`${name}: ${read.error.message}`)
    const projectId = [...read.value.state.rows.projects.keys()][0] ?? ''
    for (const table of tableNames) {
      for (const [id, row] of read.value.state.rows[table]) stored.rows[table]![`${projectId} ${id}`] = row
    }
    for await (const { sequence, changeSet } of readHistory(place, read.value.head)) {
      stored.history[`${projectId} ${sequence}`] = changeSet.id
    }
  }
  return stored
}
