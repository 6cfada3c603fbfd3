import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BlobStore } from '../../../src/main/storage/blobs'
import { diskFiles } from '../../../src/main/storage/disk-files'
import { mirrorFolderName, mirrorSnapshot } from '../../../src/main/storage/mirror'
import {
  listSnapshots,
  newestReadable,
  snapshotFolder,
  takeSnapshot
} from '../../../src/main/storage/snapshots'
import { failingFiles } from './memory-files'
import { header, plain, put, sha256, smallState } from './snapshot-states'
import { temporaryFolder } from './temporary-folder'

async function project() {
  const root = await temporaryFolder()
  const folder = join(root, 'project')
  await mkdir(join(root, 'mirror'))
  const blobs = new BlobStore(diskFiles, join(folder, 'blobs'))
  await blobs.put(Buffer.from('imported file'))
  await blobs.put(Buffer.from('of nobody'))
  const state = put(smallState(), 'articles', {
    id: 'a',
    original: { fileName: 'x.docx', sha256: sha256('imported file') }
  } as never)
  for (const row of state.rows.articles.values()) row.original ??= null
  const info = await takeSnapshot(diskFiles, snapshotFolder(folder), { header: header(1), state }, blobs)
  if (!info.ok) throw new Error(info.error.message)
  const source = {
    folderName: 'p-0123456789',
    snapshotPath: join(snapshotFolder(folder), info.value.name),
    snapshotName: info.value.name,
    blobs
  }
  return { root, folder, mirror: join(root, 'mirror'), source, state }
}

test('the copy is whole without the original', async () => {
  const { folder, mirror, source, state } = await project()
  const made = await mirrorSnapshot(diskFiles, source, mirror)
  if (!made.ok) throw new Error(made.error.message)
  expect(made.value).toBe(join(mirror, 'a-study-01234567'))
  await rm(folder, { recursive: true })
  const blobs = new BlobStore(diskFiles, join(made.value, 'blobs'))
  const found = await newestReadable(diskFiles, snapshotFolder(made.value), blobs)
  expect(found.snapshot && plain(found.snapshot.state)).toEqual(plain(state))
  expect((await blobs.get(sha256('imported file'))).ok).toBe(true)
  expect((await blobs.get(sha256('of nobody'))).ok).toBe(false)
})

test('copied again, nothing is lost and nothing doubled', async () => {
  const { mirror, source } = await project()
  await mirrorSnapshot(diskFiles, source, mirror)
  expect((await mirrorSnapshot(diskFiles, source, mirror)).ok).toBe(true)
  expect(await listSnapshots(diskFiles, join(mirror, 'a-study-01234567', 'snapshots'))).toHaveLength(1)
})

test('damage is not spread', async () => {
  const { mirror, source } = await project()
  await writeFile(source.snapshotPath, 'damaged')
  expect(await mirrorSnapshot(diskFiles, source, mirror)).toMatchObject({
    ok: false,
    error: { code: 'snapshot-damaged' }
  })
  expect(await readdir(mirror)).toEqual([])
})

test('a disk that is not plugged in is said, and no folder made in its place', async () => {
  const { root, source } = await project()
  expect(await mirrorSnapshot(diskFiles, source, join(root, 'usb'))).toMatchObject({
    ok: false,
    error: { code: 'not-found' }
  })
  expect(await readdir(root)).not.toContain('usb')
})

test('a full disk is said and leaves the earlier copies', async () => {
  const { root, mirror, source } = await project()
  await mirrorSnapshot(diskFiles, source, mirror)
  await cp(mirror, join(root, 'before'), { recursive: true })
  const failing = failingFiles(diskFiles, 'write', 0, 'ENOSPC')
  expect(await mirrorSnapshot(failing, source, mirror)).toMatchObject({
    ok: false,
    error: { code: 'disk-full' }
  })
  expect((await readdir(mirror, { recursive: true })).sort()).toEqual(
    (await readdir(join(root, 'before'), { recursive: true })).sort()
  )
})

test.each([
  ['Backpage: the trial (2024)', '0b6c2b1e-6f4e', 'backpage-the-trial-2024-0b6c2b1e'],
  ['Événement', 'p-abcdef0123', 'evenement-abcdef01'],
  ['../../etc', '0b6c2b1e', 'etc-0b6c2b1e'],
  ['CON', '0b6c2b1e', 'con-0b6c2b1e'],
  ['日本', '0b6c2b1e', 'project-0b6c2b1e'],
  ['x'.repeat(500), '0b6c2b1e', `${'x'.repeat(60)}-0b6c2b1e`]
])('the folder of %j', (title, folder, name) => {
  expect(mirrorFolderName(title, folder)).toBe(name)
})
