import { describe, expect, test } from 'vitest'
import { emptyProjectState } from '../../../src/core/history/project-state'
import { BlobStore } from '../../../src/main/storage/blobs'
import { listSnapshots, newestReadable, takeSnapshot } from '../../../src/main/storage/snapshots'
import { memoryFiles } from './memory-files'
import { header, put, revision, smallState } from './snapshot-states'

const folder = '/project/snapshots'

/** Snapshots 1…count; each holds an actor of its number. */
async function taken(
  count: number,
  takenAt = (n: number) => new Date(Date.UTC(2026, 0, 1, 12, n)).toISOString()
) {
  const files = memoryFiles()
  const blobs = new BlobStore(files, '/project/blobs')
  const names: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const state = put(
      put(emptyProjectState(), 'actors', { id: `actor-${n}` }),
      'revisions',
      revision('r', 'text')
    )
    const info = await takeSnapshot(files, folder, { header: header(n, takenAt(n)), state }, blobs)
    if (!info.ok) throw new Error(info.error.message)
    names.push(info.value.name)
  }
  return { files, blobs, names }
}

const damages: { name: string; damage: (bytes: Buffer) => Buffer | undefined }[] = [
  { name: 'emptied', damage: () => Buffer.alloc(0) },
  { name: 'cut', damage: bytes => bytes.subarray(0, bytes.length >> 1) },
  {
    name: 'flipped',
    damage: bytes => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte)))
  },
  { name: 'zeroed', damage: bytes => Buffer.alloc(bytes.length) },
  { name: 'removed', damage: () => undefined }
]

describe('the newest that is whole is found', () => {
  for (const { name, damage } of damages) {
    test.each([1, 2, 3, 4, 5])(`the newest %i ${name}`, async count => {
      const { files, blobs, names } = await taken(5)
      // A sixth one, of another day, that thinning keeps.
      const info = await takeSnapshot(
        files,
        folder,
        {
          header: header(6, '2026-01-02T12:00:00Z'),
          state: put(emptyProjectState(), 'actors', { id: 'actor-6' })
        },
        blobs
      )
      names.push(info.ok ? info.value.name : '')
      const broken = names.toReversed().slice(0, count)
      for (const one of broken) {
        const bytes = damage(files.content.get(`${folder}/${one}`)!)
        if (bytes === undefined) files.content.delete(`${folder}/${one}`)
        else files.content.set(`${folder}/${one}`, bytes)
      }
      const found = await newestReadable(files, folder, blobs)
      const there = (await files.readFolder(folder)).length
      if (there === (name === 'removed' ? 0 : count)) return expect(found.snapshot).toBeUndefined()
      expect(found.snapshot?.name).toBe(names.at(-1 - count))
      expect([...(found.snapshot?.state.rows.actors.keys() ?? [])]).toEqual([`actor-${6 - count}`])
      expect(found.damaged).toEqual(name === 'removed' ? [] : broken)
    })
  }

  test('order is by sequence, not by clock', async () => {
    const { files, blobs } = await taken(4, n => new Date(Date.UTC(2030 - n, 0, 1)).toISOString())
    expect((await listSnapshots(files, folder)).map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1])
    expect((await newestReadable(files, folder, blobs)).snapshot?.header.head.sequence).toBe(4)
  })

  test('one of a newer version is named apart', async () => {
    const { files, blobs, names } = await taken(1)
    const later = await taken(2)
    const { gzipSync } = await import('node:zlib')
    const newer = later.names[1]!
    files.content.set(`${folder}/${newer}`, gzipSync('{"format":"counterpoint-snapshot","version":2}\n'))
    expect(await newestReadable(files, folder, blobs)).toMatchObject({
      snapshot: { name: names[0] },
      damaged: [],
      newerVersion: [newer]
    })
  })

  test('no folder, no snapshot', async () => {
    const files = memoryFiles()
    expect(await listSnapshots(files, folder)).toEqual([])
    expect((await newestReadable(files, folder, new BlobStore(files, '/b'))).snapshot).toBeUndefined()
  })
})

test('a list names those that cannot be opened', async () => {
  const { files, names } = await taken(3)
  files.content.set(`${folder}/${names[1]}`, Buffer.from('no gzip'))
  expect(await listSnapshots(files, folder)).toMatchObject([
    { status: 'readable', name: names[2], title: 'A study', counts: { actors: 1 } },
    { status: 'damaged', name: names[1], bytes: 7 },
    { status: 'readable', name: names[0] }
  ])
})

describe('after a snapshot', () => {
  test('too many are thinned and leftovers removed', async () => {
    const { files, blobs } = await taken(9)
    files.content.set(`${folder}/snapshot-x.tmp`, Buffer.from('half'))
    files.content.set(`${folder}/mine.txt`, Buffer.from('a person put it here'))
    await takeSnapshot(files, folder, { header: header(10), state: smallState(1) }, blobs)
    expect((await listSnapshots(files, folder)).map(({ sequence }) => sequence)).toEqual([10, 9, 8, 7, 6])
    expect(await files.readFolder(folder)).toContain('mine.txt')
    expect(await files.readFolder(folder)).not.toContain('snapshot-x.tmp')
  })

  test('damaged ones do not push out good ones', async () => {
    const { files, blobs, names } = await taken(5)
    for (const name of names.slice(1)) files.content.set(`${folder}/${name}`, Buffer.alloc(10))
    for (const n of [6, 7, 8])
      await takeSnapshot(files, folder, { header: header(n), state: smallState(1) }, blobs)
    expect(await files.readFolder(folder)).toContain(names[0])
  })

  test('what cannot be removed does not make the snapshot a failure', async () => {
    const { files, blobs } = await taken(5)
    const stubborn = { ...files, removeFile: () => Promise.reject(new Error('EBUSY')) }
    expect(
      (await takeSnapshot(stubborn, folder, { header: header(6), state: smallState(1) }, blobs)).ok
    ).toBe(true)
  })
})
