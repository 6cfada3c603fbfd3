import { open, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFiles } from '../../../src/main/storage/disk-files'
import type { ProjectStore } from '../../../src/main/storage/project-store'
import { verifyJournal } from '../../../src/main/storage/journal-reader'
import { readSnapshot } from '../../../src/main/storage/snapshot-file'
import type { StorageFiles } from '../../../src/main/storage/storage-files'
import { annotation, changeSet, makeProject, must, openStorage, projectId, writeMemo } from './project-sample'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

const journal = (userData: string) => join(userData, 'projects', projectId, 'journal-0001.jsonl')
const folderOf = (userData: string) => join(userData, 'projects', projectId)

/** A closed project whose journal has three memos after the import. */
async function profile(): Promise<string> {
  const userData = await temporaryFolder()
  const storage = openStorage(userData)
  const store = await makeProject(storage)
  for (const id of ['n1', 'n2', 'n3']) await writeMemo(store, id, `memo of ${id}`)
  await storage.close(null)
  return userData
}

async function opened(userData: string): Promise<ProjectStore> {
  return must(await testStorage(userData).project(projectId))
}

async function memosIn(store: ProjectStore): Promise<(string | undefined)[]> {
  const { state } = must(await store.read())
  return ['n1', 'n2', 'n3'].map(id => state.rows.annotations.get(id)?.memo)
}

/** The file and the number of the line that holds this text. */
async function lineWith(userData: string, text: string) {
  for (const file of (await readdir(folderOf(userData))).filter(name => name.endsWith('.jsonl'))) {
    const lines = (await readFile(join(folderOf(userData), file), 'utf8')).split('\n')
    const index = lines.findIndex(line => line.includes(text))
    if (index >= 0) return { file, line: index + 1, text: lines[index]! }
  }
  throw new Error('no such line')
}

/** Flips one character within a line, as a failing disk does. */
async function damage(userData: string, text: string) {
  const place = await lineWith(userData, text)
  const path = join(folderOf(userData), place.file)
  const bytes = await readFile(path)
  const at = bytes.indexOf(text)
  const file = await open(path, 'r+')
  await file.write(Buffer.from('#'), 0, 1, at)
  await file.close()
  return place
}

describe('damage', () => {
  test('is told once: the line is kept apart, and the journal says that it is known', async () => {
    const userData = await profile()
    const { file, line, text } = await damage(userData, 'memo of n2')
    const store = await opened(userData)
    const { damage: found, head } = must(await store.read())
    // The line itself, and at the next one that its number is missing.
    expect(found.map(one => [one.kind, one.file, one.line])).toEqual([
      ['line', file, line],
      ['missing', file, line + 1]
    ])
    // What comes after it is kept.
    expect(await memosIn(store)).toEqual(['memo of n1', '', 'memo of n3'])
    must(await store.noteDamage(found))
    expect(store.head().sequence).toBe(head.sequence + 2)
    const [kept, ...others] = await readdir(join(folderOf(userData), 'quarantine'))
    expect(others).toEqual([])
    const apart = await readFile(join(folderOf(userData), 'quarantine', kept!), 'utf8')
    expect(apart).toBe(text.replace('memo of n2', '#emo of n2'))
    expect(must(await store.read()).damage).toEqual([])
    await store.close()
    const again = await opened(userData)
    expect(must(await again.read()).damage).toEqual([])
    expect(await memosIn(again)).toEqual(['memo of n1', '', 'memo of n3'])
  })

  test('new damage is told although the old one is known', async () => {
    const userData = await profile()
    const old = await damage(userData, 'memo of n1')
    const store = await opened(userData)
    must(await store.noteDamage(must(await store.read()).damage))
    await store.close()
    const { line } = await damage(userData, 'memo of n3')
    const { damage: found } = must(await (await opened(userData)).read())
    expect(found.map(one => one.line)).toContain(line)
    expect(found.map(one => one.line)).not.toContain(old.line)
  })

  test('no snapshot is taken before it is written down', async () => {
    const userData = await profile()
    await damage(userData, 'memo of n2')
    const store = await opened(userData)
    expect(await store.takeSnapshot()).toMatchObject({ ok: false, error: { code: 'check-failed' } })
    expect(await store.backups()).toEqual([])
    must(await store.noteDamage(must(await store.read()).damage))
    expect(must(await store.takeSnapshot())).toMatchObject({ status: 'readable' })
  })

  test('a journal that lost its end after a snapshot goes on behind the snapshot', async () => {
    const userData = await profile()
    const store = await opened(userData)
    const taken = must(await store.takeSnapshot())
    const { sequence } = store.head()
    await store.close()
    const size = (await readFile(journal(userData))).length
    await truncate(journal(userData), Math.floor(size / 2))
    const again = await opened(userData)
    expect(again.head().sequence).toBe(sequence)
    expect(await memosIn(again)).toEqual(['memo of n1', 'memo of n2', 'memo of n3'])
    await writeMemo(again, 'n1', 'afterwards')
    await again.close()
    const last = await opened(userData)
    expect(await memosIn(last)).toEqual(['afterwards', 'memo of n2', 'memo of n3'])
    expect(must(await last.read()).snapshot).toBe(taken?.status === 'readable' ? taken.name : '')
  })
})

describe('snapshots', () => {
  test('are taken when something has changed, once at a time', async () => {
    const store = await opened(await profile())
    expect(store.unsaved()).toBeGreaterThan(0)
    const [first, second] = await Promise.all([store.takeSnapshot(), store.takeSnapshot()])
    expect(must(first)).toMatchObject({
      status: 'readable',
      title: 'A study',
      sequence: store.head().sequence
    })
    expect(must(second)).toBeNull()
    expect(store.unsaved()).toBe(0)
    await writeMemo(store, 'n1', 'more')
    expect(must(await store.takeSnapshot())).not.toBeNull()
    expect(await store.backups()).toHaveLength(2)
  })

  test('what is not changed since the last session is not taken again', async () => {
    const userData = await profile()
    const store = await opened(userData)
    must(await store.takeSnapshot())
    await store.close()
    expect(must(await (await opened(userData)).takeSnapshot())).toBeNull()
  })

  test('never hold what was refused, even when its line stays on the disk', async () => {
    const userData = await profile()
    let isFailing = false
    const broken = Object.assign(new Error('made to fail'), { code: 'EIO' })
    const files: StorageFiles = {
      ...diskFiles,
      open: async (path, flags) => {
        const file = await diskFiles.open(path, flags)
        const isJournal = path.endsWith('.jsonl')
        return {
          ...file,
          sync: () => (isFailing && isJournal ? Promise.reject(broken) : file.sync())
        }
      },
      removeFile: path => (isFailing ? Promise.resolve() : diskFiles.removeFile(path))
    }
    const storage = openStorage(userData, files)
    const store = must(await storage.project(projectId))
    await writeMemo(store, 'n2', 'before')
    isFailing = true
    const change = {
      table: 'annotations',
      id: 'n1',
      before: annotation('n1'),
      after: annotation('n1', 'refused')
    }
    expect((await store.append(changeSet([change as never]))).ok).toBe(false)
    isFailing = false
    expect((await lineWith(userData, '"refused"')).line).toBe(3)
    const taken = must(await store.takeSnapshot())
    const path = join(folderOf(userData), 'snapshots', taken?.name ?? '')
    const { state } = must(await readSnapshot(diskFiles, path, store.place.blobs))
    expect(state.rows.annotations.get('n1')?.memo).toBe('memo of n1')
    await writeMemo(store, 'n1', 'accepted')
    await storage.close(null)
    expect(await memosIn(await opened(userData))).toEqual(['accepted', 'before', 'memo of n3'])
    expect(must(await verifyJournal(diskFiles, folderOf(userData)))).toMatchObject({ damage: [] })
  })

  test('are in order by what they hold, whatever the clock says', async () => {
    const userData = await profile()
    const clock = ['2026-06-01', '2025-06-01', '2036-06-01', '2026-06-02', '1970-01-01']
    let day = clock[0]!
    const storage = openStorage(userData, diskFiles, () => `${day}T12:00:00.000Z`)
    const store = must(await storage.project(projectId))
    for (const [index, each] of clock.entries()) {
      day = each
      await writeMemo(store, 'n1', `memo ${index}`)
      expect(must(await store.takeSnapshot())).toMatchObject({ takenAt: `${each}T12:00:00.000Z` })
    }
    const backups = await store.backups()
    expect(backups.map(backup => backup.status === 'readable' && backup.takenAt.slice(0, 10))).toEqual(
      clock.toReversed()
    )
    await storage.close(null)
    // The newest is of 1970, and the one that is read.
    const { state, snapshot } = must(await (await opened(userData)).read())
    expect(snapshot).toBe(backups[0]?.name)
    expect(state.rows.annotations.get('n1')?.memo).toBe('memo 4')
  })

  test('a damaged one is passed over and named, and the journal makes up for it', async () => {
    const userData = await profile()
    const store = await opened(userData)
    const older = must(await store.takeSnapshot())
    await writeMemo(store, 'n1', 'after the first')
    const newer = must(await store.takeSnapshot())
    const path = join(folderOf(userData), 'snapshots', newer?.name ?? '')
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length - 20))
    const read = must(await store.read())
    expect(read).toMatchObject({ snapshot: older?.name, damagedSnapshots: [newer?.name], damage: [] })
    expect(read.state.rows.annotations.get('n1')?.memo).toBe('after the first')
  })
})
