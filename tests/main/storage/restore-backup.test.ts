import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProjectId } from '../../../src/core/project/ids'
import { diskFiles } from '../../../src/main/storage/disk-files'
import { restoreBackup } from '../../../src/main/storage/restore-backup'
import { readSnapshot } from '../../../src/main/storage/snapshot-file'
import { killableFiles } from './killable-files'
import {
  annotation,
  changeSet,
  filesIn,
  makeProject,
  must,
  newId,
  openStorage,
  original,
  projectId,
  rowsOf,
  sha256,
  stateOf,
  writeMemo
} from './project-sample'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

const now = () => '2026-02-02T00:00:00.000Z'

function request(backup: string) {
  return { projectId, backup, title: 'Restored', newProjectId: newId() as ProjectId, newId, now }
}

async function projectWithBackups(userData: string, count: number) {
  const storage = testStorage(userData)
  const store = await makeProject(storage, 1200)
  const backups: string[] = []
  for (let round = 1; round <= count; round += 1) {
    await writeMemo(store, `n${round}`, `memo ${round}`)
    backups.push(must(await store.takeSnapshot())?.name ?? '')
  }
  await writeMemo(store, 'n9', 'after all backups')
  return { storage, store, backups }
}

test('each backup becomes a project of its own with exactly the rows, files and order it holds', async () => {
  const userData = await temporaryFolder()
  const { storage, store, backups } = await projectWithBackups(userData, 3)
  const before = await filesIn(store.place.folder)
  for (const backup of backups) {
    const told: number[] = []
    const wanted = request(backup)
    const restored = must(await restoreBackup(storage, wanted, (done, total) => told.push(done / total)))
    expect(restored.projectId).toBe(wanted.newProjectId)
    const path = join(store.place.folder, 'snapshots', backup)
    const { state } = must(await readSnapshot(diskFiles, path, store.place.blobs))
    const made = await stateOf(storage, restored.projectId)
    expect(rowsOf(made)).toEqual(rowsOf(state))
    expect([...made.rows.projects.values()]).toMatchObject([{ id: restored.projectId, title: 'Restored' }])
    for (const rows of Object.values(made.rows))
      for (const row of rows.values()) expect(row).toMatchObject('projectId' in row ? restored : {})
    const { blobs } = must(await storage.project(restored.projectId)).place
    expect(must(await blobs.get(sha256(original)))).toEqual(original)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  }
  expect(await filesIn(store.place.folder)).toEqual(before)
  await storage.close(null)
  // What was made is there for the next session, too.
  const next = openStorage(userData)
  expect((await next.check()).projects).toHaveLength(4)
  await next.close(null)
})

test('an order that an import gave outlives two restores, and a row that was removed and came back', async () => {
  const { storage, store } = await projectWithBackups(await temporaryFolder(), 1)
  const row = annotation('n1200')
  const removal = { table: 'annotations', id: row.id, before: row, after: null } as const
  must(await store.append(changeSet([removal])))
  must(await store.append(changeSet([{ ...removal, before: null, after: row }])))
  const taken = must(await store.takeSnapshot())?.name ?? ''
  const first = must(await restoreBackup(storage, request(taken), () => undefined))
  const again = must(await storage.project(first.projectId))
  const backup = must(await again.takeSnapshot())?.name ?? ''
  const second = must(
    await restoreBackup(storage, { ...request(backup), projectId: first.projectId }, () => undefined)
  )
  const ids = [...(await stateOf(storage, second.projectId)).rows.annotations.keys()]
  expect(ids.slice(0, 3)).toEqual(['n1200', 'n1199', 'n1198'])
  expect(store.refusal()).toBeNull()
})

const refusals: [string, (backup: string) => Partial<ReturnType<typeof request>>, string][] = [
  ['a project that is not there', () => ({ projectId: 'other' as ProjectId }), 'no-such-project'],
  ['a name that leads elsewhere', () => ({ backup: '../../LOCK' }), 'no-such-backup'],
  ['a backup that is gone', backup => ({ backup: backup.replace('000', '900') }), 'not-found'],
  ['an id that is taken', () => ({ newProjectId: projectId }), 'project-exists']
]

test.each(refusals)('%s is refused and nothing is written', async (_, change, code) => {
  const userData = await temporaryFolder()
  const { storage, backups } = await projectWithBackups(userData, 1)
  const before = await filesIn(userData)
  const backup = backups[0] ?? ''
  const answer = await restoreBackup(storage, { ...request(backup), ...change(backup) }, () => undefined)
  expect(answer).toMatchObject({ ok: false, error: { code } })
  expect(await filesIn(userData)).toEqual(before)
})

test('a damaged backup is refused and nothing is written', async () => {
  const userData = await temporaryFolder()
  const { storage, store, backups } = await projectWithBackups(userData, 1)
  const path = join(store.place.folder, 'snapshots', backups[0] ?? '')
  const bytes = await diskFiles.readFile(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  await writeFile(path, bytes)
  const before = await filesIn(userData)
  const answer = await restoreBackup(storage, request(backups[0] ?? ''), () => undefined)
  expect(answer).toMatchObject({ ok: false, error: { code: 'snapshot-damaged' } })
  expect(await filesIn(userData)).toEqual(before)
})

test('what goes wrong half way leaves neither a project nor a folder', async () => {
  const userData = await temporaryFolder()
  const { storage, backups } = await projectWithBackups(userData, 1)
  const before = await filesIn(userData)
  let asked = 0
  const failing = {
    ...request(backups[0] ?? ''),
    newId: () => {
      asked += 1
      if (asked > 2) throw new Error('no more ids')
      return newId()
    }
  }
  const answer = await restoreBackup(storage, failing, () => undefined)
  expect(answer).toMatchObject({ ok: false, error: { code: 'file-error' } })
  expect(await filesIn(userData)).toEqual(before)
  expect(storage.projects()).toHaveLength(1)
})

test('a restore that is killed half way is gone at the next start; the old project is as it was', async () => {
  const userData = await temporaryFolder()
  const { storage, store, backups } = await projectWithBackups(userData, 1)
  const before = await filesIn(store.place.folder)
  await storage.close(null)
  const process = killableFiles(diskFiles)
  const killed = openStorage(userData, process.files)
  await killed.check()
  const steps: number[] = []
  const reached = new Promise(resolve => {
    void restoreBackup(killed, request(backups[0] ?? ''), done => {
      steps.push(done)
      if (done < 600) return
      process.kill()
      resolve(done)
    })
  })
  await reached
  const names = await readdir(join(userData, 'projects'))
  expect(names.filter(name => name.startsWith('incoming-'))).toHaveLength(1)
  const next = openStorage(userData)
  expect((await next.check()).projects).toHaveLength(1)
  expect((await readdir(join(userData, 'projects'))).filter(name => name.startsWith('incoming-'))).toEqual([])
  expect(await filesIn(store.place.folder)).toEqual(before)
  await next.close(null)
})
