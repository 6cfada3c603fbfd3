import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/renderer/persistence/open-database'
import { hangingDisk } from './broken-disk'
import { freshName, value } from './test-workspace'

let disk: { recover(): void } | undefined
afterEach(() => disk?.recover())

/** Opens a store without Dexie, as another version of the app would, and leaves one mark in it. */
function openRaw(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => request.result.createObjectStore('projects', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not opened'))
  })
}

describe('openDatabase', () => {
  test('opens a new store and the same one again', async () => {
    const name = freshName()
    const first = value(await openDatabase(name))
    first.close()
    const second = value(await openDatabase(name))
    expect(second.isOpen()).toBe(true)
    expect(second.tables.map(table => table.name)).toContain('annotations')
  })

  test('leaves durability to the journal, which has the change before the store does', async () => {
    const database = value(await openDatabase(freshName()))
    const durability = await database.transaction('rw', database.projects, transaction => {
      return transaction.idbtrans.durability
    })
    expect(durability).toBe('relaxed')
  })

  test('leaves a store of a newer version untouched and says so', async () => {
    const name = freshName()
    const newer = await openRaw(name, 9990)
    newer.close()
    expect(await openDatabase(name)).toMatchObject({ ok: false, error: { code: 'newer-version' } })
    const version = (await indexedDB.databases()).find(entry => entry.name === name)?.version
    expect(version).toBe(9990)
  })

  test('says that another window holds an older version', async () => {
    const name = freshName()
    const older = await openRaw(name, 5)
    expect(await openDatabase(name, 100)).toMatchObject({ ok: false, error: { code: 'store-blocked' } })
    older.close()
  })

  test('does not wait for ever', async () => {
    const name = freshName()
    disk = hangingDisk()
    const began = performance.now()
    expect(await openDatabase(name, 100)).toMatchObject({
      ok: false,
      error: { code: 'store-timeout', message: 'The database did not open within 0.1 seconds.' }
    })
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('passes on what the browser reports', async () => {
    const open = indexedDB.open.bind(indexedDB)
    disk = { recover: () => void Object.assign(indexedDB, { open }) }
    indexedDB.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
    expect(await openDatabase(freshName())).toMatchObject({ ok: false, error: { code: 'disk-error' } })
  })
})
