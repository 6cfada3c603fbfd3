import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { ProjectId } from '../../../src/core/project/ids'
import { bundleLimits, type BundleLimits } from '../../../src/main/storage/bundle-manifest'
import { diskFiles } from '../../../src/main/storage/disk-files'
import { readBundle } from '../../../src/main/storage/read-bundle'
import type { Storage } from '../../../src/main/storage/storage'
import { writeBundle } from '../../../src/main/storage/write-bundle'
import { packBundle, unpackBundle, type Unpacked } from './bundle-sample'
import {
  changeSet,
  filesIn,
  insertion,
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
import { failingFiles } from './memory-files'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

const now = () => '2026-02-02T00:00:00.000Z'
const options = { title: 'A study', generator: 'Counterpoint test', now }
const request = { newId, now }
const quiet = () => undefined

async function exported(): Promise<{ storage: Storage; path: string; userData: string }> {
  const userData = await temporaryFolder()
  const storage = testStorage(userData)
  const store = await makeProject(storage)
  for (const id of ['n1', 'n2', 'n3']) await writeMemo(store, id, `memo of ${id}`)
  const path = join(await temporaryFolder(), 'A study.counterpoint-project')
  const written = must(await writeBundle(store, path, options, quiet))
  expect(written).toEqual({ path, bytes: (await readFile(path)).length })
  return { storage, path, userData }
}

/** Reads a bundle into a profile that is empty; on failure looks that nothing was left in it. */
async function importInto(userData: string, path: string, limits: BundleLimits = bundleLimits) {
  const storage = testStorage(userData)
  await storage.check()
  const before = await filesIn(userData)
  const answer = await readBundle(storage, path, { ...request, limits }, quiet)
  if (!answer.ok) {
    expect(await filesIn(userData)).toEqual(before)
    expect(await readdir(storage.folder)).toEqual([])
  }
  return { storage, answer }
}

async function refusal(bytes: Buffer, limits?: BundleLimits) {
  const folder = await temporaryFolder()
  const path = join(folder, 'bundle')
  await writeFile(path, bytes)
  const { answer } = await importInto(join(folder, 'profile'), path, limits)
  if (answer.ok) throw new Error('it was accepted')
  return answer.error
}

describe('a bundle of a project', () => {
  test('becomes the same project elsewhere, with its id, history and files', async () => {
    const { storage, path } = await exported()
    const told: number[] = []
    const there = testStorage(await temporaryFolder())
    const answer = await readBundle(there, path, request, (done, total) => told.push(done / total))
    expect(must(answer)).toEqual({ projectId })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    expect(rowsOf(await stateOf(there, projectId))).toEqual(rowsOf(await stateOf(storage, projectId)))
    const [from, to] = [must(await storage.project(projectId)), must(await there.project(projectId))]
    expect(to.head()).toEqual(from.head())
    expect(await filesIn(to.place.folder)).toEqual(await filesIn(from.place.folder))
    expect(must(await to.place.blobs.get(sha256(original)))).toEqual(original)
    // The project goes on, in a file of its own.
    await writeMemo(to, 'n4', 'written elsewhere')
    expect((await stateOf(there, projectId)).rows.annotations.get('n4')?.memo).toBe('written elsewhere')
  })

  test('becomes a copy where the project is already, which is not touched', async () => {
    const { storage, path, userData } = await exported()
    const { folder } = must(await storage.project(projectId)).place
    const before = await filesIn(folder)
    const { projectId: copy } = must(await readBundle(storage, path, request, quiet))
    expect(copy).not.toBe(projectId)
    const state = await stateOf(storage, copy)
    expect(rowsOf(state)).toEqual(rowsOf(await stateOf(storage, projectId)))
    expect([...state.rows.projects.values()][0]).toMatchObject({ id: copy, title: 'A study (copy)' })
    expect(await filesIn(folder)).toEqual(before)
    const names = await readdir(join(userData, 'projects'))
    expect(names.filter(name => name.startsWith('incoming-'))).toEqual([])
    await storage.close(null)
    expect((await testStorage(userData).check()).projects).toHaveLength(2)
  })

  test('two imports at once make one project and no leftovers, or the project and a copy', async () => {
    const { path } = await exported()
    const there = testStorage(await temporaryFolder())
    const answers = await Promise.all([1, 2].map(() => readBundle(there, path, request, quiet)))
    const made = answers.filter(answer => answer.ok).length
    expect(made).toBeGreaterThan(0)
    expect(await readdir(there.folder)).toHaveLength(made)
    expect(there.projects()).toHaveLength(made)
  })

  test('holds the journal up to what is acknowledged, and not what a refused write left', async () => {
    const { storage, path } = await exported()
    const store = must(await storage.project(projectId))
    const names = (await readdir(store.place.folder)).filter(name => name.startsWith('journal-'))
    const last = join(store.place.folder, names.sort().at(-1) ?? '')
    const whole = await readFile(last)
    // As if a line and a half were just being written.
    await writeFile(
      last,
      Buffer.concat([whole, whole.subarray(whole.lastIndexOf(10, -2) + 1), Buffer.from('{"crc')])
    )
    must(await writeBundle(store, path, options, quiet))
    const { entries } = await unpackBundle(path)
    expect(entries.get(names.at(-1) ?? '')).toEqual(whole)
  })

  test('a text of nothing but blanks travels like any other', async () => {
    const { storage, path } = await exported()
    const store = must(await storage.project(projectId))
    const text = ' '.repeat(3_000_000)
    const revision = { id: 'b', articleId: 'first', number: 2, text, textSha256: sha256(text), blocks: [] }
    must(await store.append(changeSet([insertion('revisions', { ...revision, createdAt: now() })])))
    must(await writeBundle(store, path, options, quiet))
    const { storage: there, answer } = await importInto(await temporaryFolder(), path)
    expect(must(answer)).toEqual({ projectId })
    expect((await stateOf(there, projectId)).rows.revisions.get('b')?.text).toBe(text)
  })
})

describe('writing a bundle that fails', () => {
  const steps = ['open', 'write', 'sync', 'rename'] as const
  test.each(steps)('at “%s” leaves what was at the path', async step => {
    const { path, userData, storage } = await exported()
    await storage.close(null)
    const before = await readFile(path)
    const target = failingFiles(diskFiles, step, 0, 'EIO')
    const isTarget = (name: string) => name.startsWith(path)
    const files = {
      ...diskFiles,
      open: (name: string, flags: 'r' | 'r+' | 'wx') =>
        (isTarget(name) ? target : diskFiles).open(name, flags),
      rename: (from: string, to: string) => (isTarget(from) ? target : diskFiles).rename(from, to)
    }
    const failing = openStorage(userData, files)
    const store = must(await failing.project(projectId))
    const answer = await writeBundle(store, path, options, quiet)
    expect(answer).toMatchObject({ ok: false, error: { code: 'disk-error', place: path } })
    expect(await readFile(path)).toEqual(before)
    expect(await readdir(join(path, '..'))).toEqual(['A study.counterpoint-project'])
    await failing.close(null)
  })

  test('a project that is damaged where no backup covers it says so', async () => {
    const { storage, path } = await exported()
    const store = must(await storage.project(projectId))
    for (const name of await readdir(join(store.place.folder, 'snapshots')))
      await diskFiles.removeFile(join(store.place.folder, 'snapshots', name))
    const journal = join(store.place.folder, 'journal-0001.jsonl')
    const bytes = await readFile(journal)
    bytes[bytes.length >> 1] = 0
    await writeFile(journal, bytes)
    const before = await readFile(path)
    const answer = await writeBundle(store, path, options, quiet)
    expect(answer).toMatchObject({ ok: false, error: { code: 'check-failed' } })
    expect(await readFile(path)).toEqual(before)
  })
})

describe('a bundle that is not as it was written', () => {
  let made: Promise<{ whole: Unpacked; bytes: Buffer }> | undefined
  /** Made by the first test that asks, and kept in memory. */
  const sample = () => {
    made ??= exported().then(async ({ path }) => ({
      whole: await unpackBundle(path),
      bytes: await readFile(path)
    }))
    return made
  }

  test('a byte flipped anywhere is found, or changes nothing', { timeout: 120_000 }, async () => {
    const { whole, bytes } = await sample()
    const folder = await temporaryFolder()
    const expected = { head: whole.manifest.head, projects: [projectId] }
    let found = 0
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ mask
        const path = join(folder, `bundle-${(count += 1)}`)
        await writeFile(path, damaged)
        const { storage, answer } = await importInto(join(folder, `profile-${count}`), path)
        if (answer.ok) {
          const head = must(await storage.project(answer.value.projectId)).head()
          expect({ head, projects: [answer.value.projectId] }).toEqual(expected)
        } else {
          found += 1
          expect(['not-a-bundle', 'bundle-damaged', 'bundle-too-large', 'newer-version']).toContain(
            answer.error.code
          )
        }
        await storage.close(null)
      }),
      { numRuns: 150 }
    )
    expect(found).toBeGreaterThan(75)
  })

  test('cut anywhere it is refused', { timeout: 60_000 }, async () => {
    const { bytes } = await sample()
    for (let part = 0; part < 25; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 25))
      expect((await refusal(cut)).code).toBe(part === 0 ? 'not-a-bundle' : 'bundle-damaged')
    }
    expect((await refusal(bytes.subarray(0, -1))).code).toBe('bundle-damaged')
  })

  test('a list that another hand has altered in place is refused, though it hashes the others only', async () => {
    const { whole } = await sample()
    const packed = await packBundle(whole, false)
    expect(packed.indexOf('"title":"A study"')).toBeGreaterThan(0)
    const altered = Buffer.from(packed.toString('latin1').replace('"A study"', '"B study"'), 'latin1')
    expect(await refusal(altered)).toMatchObject({ code: 'bundle-damaged', place: 'bundle.json' })
  })

  const blob = `blobs/${'0'.repeat(64)}`
  const forged: [string, (bundle: Unpacked) => void, string, string?][] = [
    [
      'an entry is missing',
      ({ entries }) => entries.delete('journal-0001.jsonl'),
      'bundle-damaged',
      'journal-0001.jsonl'
    ],
    ['an entry is not named', ({ entries }) => entries.set(blob, Buffer.from('x')), 'bundle-damaged', blob],
    [
      'an entry leads out',
      ({ entries }) => entries.set('../xx', Buffer.from('x')),
      'bundle-damaged',
      '../xx'
    ],
    [
      'an entry is absolute',
      ({ entries }) => entries.set('/tmp/x', Buffer.from('x')),
      'bundle-damaged',
      '/tmp/x'
    ],
    [
      'an entry leads out on Windows',
      ({ entries }) => entries.set('..\\xx', Buffer.from('x')),
      'bundle-damaged',
      '..\\xx'
    ],
    ['an entry is a lock', ({ entries }) => entries.set('LOCK', Buffer.from('x')), 'bundle-damaged', 'LOCK'],
    [
      'the list leads out',
      ({ manifest }) => manifest.entries.push({ name: '../xx', size: 1, sha256: sha256('x') }),
      'bundle-damaged',
      'bundle.json'
    ],
    [
      'a hash is another',
      ({ manifest }) => (manifest.entries[0]!.sha256 = sha256('x')),
      'bundle-damaged',
      'journal-0001.jsonl'
    ],
    [
      'a size is another',
      ({ manifest }) => (manifest.entries[0]!.size += 1),
      'bundle-damaged',
      'journal-0001.jsonl'
    ],
    [
      'an entry is named twice',
      ({ manifest }) => manifest.entries.push(manifest.entries[0]!),
      'bundle-damaged',
      'journal-0001.jsonl'
    ],
    ['a head is another', ({ manifest }) => (manifest.head.hash = sha256('x')), 'bundle-damaged', 'journal'],
    ['a head is later', ({ manifest }) => (manifest.head.sequence += 1), 'bundle-damaged', 'journal'],
    ['a project is another', ({ manifest }) => (manifest.projectId = 'other' as ProjectId), 'bundle-damaged'],
    [
      'it holds nothing',
      ({ manifest, entries }) => (entries.clear(), (manifest.entries = [])),
      'bundle-damaged',
      'journal'
    ],
    [
      'it is of a later version',
      ({ manifest }) => ((manifest as { version: number }).version = 2),
      'newer-version'
    ],
    ['it is another zip', ({ manifest }) => ((manifest as { format: string }).format = 'x'), 'not-a-bundle']
  ]
  test.each(forged)('%s', async (_, forge, code, place) => {
    const { whole } = await sample()
    const bundle = { manifest: structuredClone(whole.manifest), entries: new Map(whole.entries) }
    forge(bundle)
    const error = await refusal(await packBundle(bundle))
    expect(error).toMatchObject(place === undefined ? { code } : { code, place })
    expect(error.message).toMatch(/^[A-Z“].*\.$/)
  })

  const notBundles: [string, () => Buffer | Promise<Buffer>][] = [
    ['an empty file', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('{"format":"counterpoint-dataset"}')],
    ['zeros', () => Buffer.alloc(100_000)],
    ['a zip without a list', () => packBundle({ entries: new Map([[blob, Buffer.from('x')]]) })]
  ]
  test.each(notBundles)('%s is not a bundle', async (_, make) => {
    expect((await refusal(await make())).code).toBe('not-a-bundle')
  })

  test('a file that is not there is said to be so', async () => {
    const folder = await temporaryFolder()
    const { answer } = await importInto(folder, join(folder, 'nothing'))
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('zeros that unfold to a thousand times their size are refused before they are', async () => {
    const { whole } = await sample()
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    const name = `blobs/${sha256(zeros)}`
    const bundle = { manifest: structuredClone(whole.manifest), entries: new Map(whole.entries) }
    bundle.entries.set(name, zeros)
    bundle.manifest.entries.push({ name, size: zeros.length, sha256: sha256(zeros) })
    expect(await refusal(await packBundle(bundle))).toMatchObject({ code: 'bundle-too-large', place: name })
  })

  const caps: [string, Partial<BundleLimits>][] = [
    ['too many entries', { entries: 2 }],
    ['too much in all', { bytes: 1000 }],
    ['one entry too large', { entryBytes: 100 }],
    ['a list too long', { manifestBytes: 100 }]
  ]
  test.each(caps)('%s', async (_, cap) => {
    const { bytes } = await sample()
    expect((await refusal(bytes, { ...bundleLimits, ...cap })).code).toBe('bundle-too-large')
  })
})
