import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { BackupSchedule } from '../../../src/main/storage/backup-schedule'
import { thisOwner } from '../../../src/main/storage/lock-owner'
import type { ProjectStore } from '../../../src/main/storage/project-store'
import { makeProject, must, projectId, writeMemo } from './project-sample'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

afterEach(() => vi.restoreAllMocks())

const minute = 60_000

/** A project and its schedule, over a clock that moves when it is told to. */
async function schedule(options: { everyChanges?: number; mirror?: string } = {}) {
  let ms = 1000
  vi.spyOn(performance, 'now').mockImplementation(() => ms)
  const userData = await temporaryFolder()
  const storage = testStorage(userData)
  const store = await makeProject(storage)
  const troubles: string[] = []
  const backups = new BackupSchedule({
    storage,
    mirror: () => options.mirror ?? null,
    onTrouble: message => troubles.push(message),
    ...(options.everyChanges === undefined ? {} : { everyChanges: options.everyChanges })
  })
  return {
    ...{ userData, storage, store, backups, troubles },
    later(by: number, which = backups) {
      ms += by
      return which.takeDue()
    }
  }
}

const count = async (store: ProjectStore) => (await store.backups()).length

/** A file where the folder of the backups belongs: none can be taken. */
async function barBackups(store: ProjectStore) {
  await writeFile(join(store.place.folder, 'snapshots'), 'in the way')
  return () => rm(join(store.place.folder, 'snapshots'))
}

describe('backups that nobody asks for', () => {
  test('are taken after ten minutes with changes, and not without', async () => {
    const { store, later } = await schedule()
    await later(9 * minute)
    expect(await count(store)).toBe(0)
    await later(1 * minute)
    expect(await count(store)).toBe(1)
    await later(60 * minute)
    expect(await count(store), 'nothing has changed').toBe(1)
    await writeMemo(store, 'n1', 'a change')
    await later(0)
    expect(await count(store)).toBe(2)
  })

  test('are taken sooner after many changes, but not more than once a minute', async () => {
    const { store, later } = await schedule({ everyChanges: 3 })
    await later(minute + 1)
    expect(await count(store)).toBe(1)
    for (const id of ['n1', 'n2', 'n3']) await writeMemo(store, id, 'a change')
    await later(minute - 1)
    expect(await count(store)).toBe(1)
    await later(2)
    expect(await count(store)).toBe(2)
    await writeMemo(store, 'n4', 'too few')
    await later(2 * minute)
    expect(await count(store)).toBe(2)
  })

  test('that fail are said once, tried again when it is time, and then taken', async () => {
    const { store, later, troubles } = await schedule()
    const clear = await barBackups(store)
    await later(10 * minute)
    await later(minute)
    expect(troubles).toEqual([expect.stringMatching(/^No backup could be taken\. ./)])
    await clear()
    await later(minute)
    expect(await store.backups()).toEqual([])
    await later(8 * minute)
    expect(await count(store)).toBe(1)
    expect(troubles).toHaveLength(1)
  })

  test('are taken at the end, and say when that fails', async () => {
    const { store, backups, troubles } = await schedule()
    await backups.finish()
    expect(await count(store)).toBe(1)
    await backups.finish()
    expect(await count(store)).toBe(1)
    await writeMemo(store, 'n1', 'a change')
    await rm(join(store.place.folder, 'snapshots'), { recursive: true })
    await barBackups(store)
    await backups.finish()
    expect(troubles).toHaveLength(1)
  })

  test('leave a project alone that another process writes to', async () => {
    const { userData, storage, later, troubles } = await schedule()
    await storage.close(null)
    const folder = join(userData, 'projects', projectId)
    await writeFile(join(folder, 'LOCK'), JSON.stringify(await thisOwner('2026-01-01T00:00:00.000Z')))
    const reader = testStorage(userData)
    await reader.check()
    const onTrouble = (message: string) => troubles.push(message)
    const quiet = new BackupSchedule({ storage: reader, mirror: () => null, onTrouble })
    await later(20 * minute, quiet)
    await quiet.finish()
    expect(reader.projects().map(store => store.refusal()?.code)).toEqual(['locked'])
    expect(await readdir(folder)).not.toContain('snapshots')
    expect(troubles).toEqual([])
  })
})

describe('the copy of each backup', () => {
  test('is made where the person said, also of backups they asked for', async () => {
    const mirror = join(await temporaryFolder(), 'mirror')
    await mkdir(mirror)
    const { store, backups } = await schedule({ mirror })
    const taken = must(await backups.take(store))
    const [folder] = await readdir(mirror)
    expect(await readdir(join(mirror, folder!, 'snapshots'))).toEqual([taken?.name])
    expect(must(await backups.take(store)), 'nothing has changed').toBeNull()
  })

  test('that cannot be made is said, and the backup itself is there', async () => {
    const mirror = join(await temporaryFolder(), 'not plugged in')
    const { store, backups, later, troubles } = await schedule({ mirror })
    expect(await backups.take(store)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await count(store)).toBe(1)
    await writeMemo(store, 'n1', 'a change')
    await later(10 * minute)
    expect(troubles).toHaveLength(1)
    expect(await count(store)).toBe(2)
  })
})
