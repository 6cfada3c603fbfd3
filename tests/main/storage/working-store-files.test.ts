import { mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  changedFiles,
  fingerprintFiles,
  moveAside,
  workingStoreFolder
} from '../../../src/main/storage/working-store-files'
import { temporaryFolder } from './temporary-folder'

const database = 'app_counterpoint_0.indexeddb.leveldb'

async function profile(): Promise<string> {
  const userData = await temporaryFolder()
  const folder = join(workingStoreFolder(userData), database)
  await mkdir(join(folder, 'blob'), { recursive: true })
  for (const name of ['000003.log', 'CURRENT', 'MANIFEST-000001', 'LOG', 'LOG.old', 'LOCK', 'blob/1']) {
    await writeFile(join(folder, name), `content of ${name}`)
  }
  await writeFile(join(folder, 'large.ldb'), Buffer.alloc(3_000_000, 5))
  return userData
}

async function fingerprint(userData: string) {
  const files = await fingerprintFiles(workingStoreFolder(userData))
  if (!files.ok) throw new Error(files.error.message)
  return files.value
}

test('every file with size and CRC-32, by name, without what each opening writes', async () => {
  const files = await fingerprint(await profile())
  expect(files.map(({ name }) => name)).toEqual(
    ['000003.log', 'CURRENT', 'MANIFEST-000001', 'blob/1', 'large.ldb'].map(name => `${database}/${name}`)
  )
  expect(files.at(-1)).toMatchObject({ size: 3_000_000, crc32: crc32(Buffer.alloc(3_000_000, 5)) })
})

const deeds: { name: string; deed: (folder: string) => Promise<unknown>; changed: string[] }[] = [
  { name: 'nothing', deed: () => Promise.resolve(), changed: [] },
  { name: 'LOG rewritten', deed: folder => writeFile(join(folder, 'LOG'), 'x'), changed: [] },
  {
    name: 'cut by one byte',
    deed: folder => truncate(join(folder, '000003.log'), 20),
    changed: ['000003.log']
  },
  {
    name: 'altered in place',
    deed: folder => writeFile(join(folder, 'CURRENT'), 'content of CURRENt'),
    changed: ['CURRENT']
  },
  { name: 'removed', deed: folder => rm(join(folder, 'blob/1')), changed: ['blob/1'] },
  { name: 'added', deed: folder => writeFile(join(folder, '000004.log'), ''), changed: ['000004.log'] },
  {
    name: 'renamed',
    deed: folder => rename(join(folder, 'CURRENT'), join(folder, 'CURRENT2')),
    changed: ['CURRENT', 'CURRENT2']
  }
]
test.each(deeds)('noticed: $name', async ({ deed, changed }) => {
  const userData = await profile()
  const before = await fingerprint(userData)
  await deed(join(workingStoreFolder(userData), database))
  expect(changedFiles(before, await fingerprint(userData))).toEqual(
    changed.map(name => `${database}/${name}`)
  )
})

test('no store at all', async () => {
  const userData = await temporaryFolder()
  expect(await fingerprint(userData)).toEqual([])
  expect(
    await moveAside(workingStoreFolder(userData), join(userData, 'set-aside'), '2026-01-01T12:00:00Z')
  ).toEqual({ ok: true, value: null })
})

test('set aside whole; the newest two stay, the one just moved always', async () => {
  const userData = await profile()
  const folder = workingStoreFolder(userData)
  const aside = join(userData, 'set-aside')
  const times = [
    '2026-01-01T12:00:00.000Z',
    '2026-01-02T12:00:00.000Z',
    '2026-01-02T12:00:00.500Z',
    '2020-01-01T12:00:00.000Z'
  ]
  for (const [round, now] of times.entries()) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'round'), String(round))
    const moved = await moveAside(folder, aside, now)
    expect(moved.ok && (await readFile(join(moved.value ?? '', 'round'), 'utf8'))).toBe(String(round))
    expect(await fingerprint(userData)).toEqual([])
  }
  expect((await readdir(aside)).sort()).toEqual([
    'IndexedDB-20200101T120000Z',
    'IndexedDB-20260102T120000Z-2'
  ])
})

test('a folder that cannot be moved is said', async () => {
  const userData = await profile()
  await writeFile(join(userData, 'set-aside'), 'a file is in the way')
  const moved = await moveAside(
    workingStoreFolder(userData),
    join(userData, 'set-aside'),
    '2026-01-01T12:00:00Z'
  )
  expect(moved.ok).toBe(false)
  expect(await fingerprint(userData)).toHaveLength(5)
})
