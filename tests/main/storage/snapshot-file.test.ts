import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlobStore } from '../../../src/main/storage/blobs'
import { readSnapshot, readSnapshotHeader, writeSnapshot } from '../../../src/main/storage/snapshot-file'
import { emptyProjectState } from '../../../src/core/history/project-state'
import { failingFiles, memoryFiles, type MemoryFiles, type Step } from './memory-files'
import { arbitraryState, header, plain, put, revision, sha256, smallState } from './snapshot-states'

const folder = '/project/snapshots'
const blobFolder = '/project/blobs'

async function written(state = smallState(), files = memoryFiles()) {
  const blobs = new BlobStore(files, blobFolder)
  const info = await writeSnapshot(files, folder, { header: header(7), state }, blobs)
  if (!info.ok) throw new Error(info.error.message)
  return { files, blobs, info: info.value, path: `${folder}/${info.value.name}`, state }
}

function edited(
  files: MemoryFiles,
  path: string,
  edit: (lines: string[]) => string[],
  isResealed = true
): void {
  let lines = edit(gunzipSync(files.content.get(path)!).toString('utf8').split('\n').slice(0, -1))
  if (isResealed) {
    const body = lines.slice(0, -1)
    const rows = body.filter(line => /^\["(row|revision)"/.test(line)).length
    lines = [...body, JSON.stringify({ rows, sha256: sha256(`${body.join('\n')}\n`) })]
  }
  files.content.set(path, gzipSync(`${lines.join('\n')}\n`))
}

describe('what is written is what is read', () => {
  test('any state, order of maps included', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, async state => {
        const { files, blobs, path } = await written(state)
        const read = await readSnapshot(files, path, blobs)
        if (!read.ok) throw new Error(read.error.message)
        expect(plain(read.value.state)).toEqual(plain(state))
      }),
      { numRuns: 300 }
    )
  })

  test('the header says what a list shows', async () => {
    const { files, path, info } = await written()
    const read = await readSnapshotHeader(files, path)
    expect(read).toMatchObject({ ok: true, value: { ...header(7), version: 1, counts: info.counts } })
    expect(info).toMatchObject({
      name: 'snapshot-000000000007-20260101T120000Z.jsonl.gz',
      sequence: 7,
      bytes: files.content.get(path)!.length,
      counts: { annotations: 20, revisions: 2 }
    })
  })

  test('changes made while it is being written are not in it', async () => {
    const files = memoryFiles()
    const blobs = new BlobStore(files, blobFolder)
    const state = smallState()
    const before = plain(smallState())
    const writing = writeSnapshot(files, folder, { header: header(7), state }, blobs)
    put(state, 'actors', { id: 'later' })
    state.orders.get('annotations')?.push('later')
    const info = await writing
    if (!info.ok) throw new Error(info.error.message)
    const read = await readSnapshot(files, `${folder}/${info.value.name}`, blobs)
    expect(read.ok && plain(read.value.state)).toEqual(before)
  })

  test('texts are kept once, as blobs, and not in the file', async () => {
    const state = put(smallState(), 'revisions', revision('r3', 'A text with “quotes”.'))
    const { files, blobs, path } = await written(state)
    expect((await blobs.list()).sort()).toEqual([sha256('A text with “quotes”.'), sha256('')].sort())
    expect(gunzipSync(files.content.get(path)!).toString()).not.toContain('A text with')
  })

  test('a row under a foreign id is refused: it would come back under its own', async () => {
    const state = emptyProjectState()
    ;(state.rows.actors as Map<string, unknown>).set('a', { id: 'b' })
    const files = memoryFiles()
    const info = await writeSnapshot(
      files,
      folder,
      { header: header(1), state },
      new BlobStore(files, blobFolder)
    )
    expect(info.ok).toBe(false)
    expect(files.content.size).toBe(0)
  })
})

describe('damage is seen', () => {
  /** Bytes 4–9 of a gzip file say when and where it was made; a few bits at its end fill up a byte. */
  async function expectDamageOrTruth(
    files: MemoryFiles,
    blobs: BlobStore,
    path: string,
    truth: unknown
  ): Promise<boolean> {
    const read = await readSnapshot(files, path, blobs)
    if (read.ok) expect(plain(read.value.state)).toEqual(truth)
    else expect(read.error).toMatchObject({ code: 'snapshot-damaged', place: path })
    return !read.ok
  }

  test('a bit flipped at any byte', async () => {
    const { files, blobs, path, state } = await written(smallState(3))
    const whole = files.content.get(path)!
    const truth = plain(state)
    const unseen: number[] = []
    for (let at = 0; at < whole.length; at += 1) {
      const copy = Buffer.from(whole)
      copy[at]! ^= 1 << (at % 8)
      files.content.set(path, copy)
      if (!(await expectDamageOrTruth(files, blobs, path, truth))) unseen.push(at)
    }
    expect(unseen.filter(at => at > 9 && at < whole.length - 9)).toEqual([])
  })

  test('cut, zeroed, shortened in the middle or lengthened anywhere', async () => {
    const { files, blobs, path, state } = await written()
    const whole = files.content.get(path)!
    const truth = plain(state)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('cut' as const, 'zero' as const, 'delete' as const, 'insert' as const),
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 4096 }),
        async (kind, at, length) => {
          const after = whole.subarray(at + length)
          const before = whole.subarray(0, at)
          if (kind === 'cut') files.content.set(path, Buffer.from(before))
          else if (kind === 'delete') files.content.set(path, Buffer.concat([before, after]))
          else if (kind === 'zero')
            files.content.set(
              path,
              Buffer.concat([before, Buffer.alloc(Math.min(length, whole.length - at)), after])
            )
          else files.content.set(path, Buffer.concat([before, Buffer.alloc(length, 7), whole.subarray(at)]))
          const seen = await expectDamageOrTruth(files, blobs, path, truth)
          if (kind === 'cut') expect(seen).toBe(true)
        }
      ),
      { numRuns: 500 }
    )
  })

  const forgeries: { name: string; edit: (lines: string[]) => string[]; isResealed?: boolean }[] = [
    { name: 'a row is missing', edit: lines => lines.toSpliced(5, 1) },
    { name: 'a row comes twice', edit: lines => lines.toSpliced(5, 0, lines[5]!) },
    {
      name: 'a row is another, checksum as before',
      edit: lines => lines.map(line => line.replace('actors-1"', 'actors-x"')),
      isResealed: false
    },
    { name: 'the end is missing', edit: lines => lines.slice(0, -1), isResealed: false },
    {
      name: 'something follows the end',
      edit: lines => [...lines, '["row","actors",{"id":"x"}]'],
      isResealed: false
    },
    { name: 'two ends', edit: lines => [...lines, lines.at(-1)!], isResealed: false },
    {
      name: 'an unknown table',
      edit: lines => lines.map(line => line.replace('"row","actors"', '"row","__proto__"'))
    },
    { name: 'an unknown line', edit: lines => lines.toSpliced(4, 0, '["more",1]') },
    { name: 'not JSON', edit: lines => lines.toSpliced(4, 0, '["row",') },
    { name: 'an empty line', edit: lines => lines.toSpliced(4, 0, '') },
    {
      name: 'a row without an id',
      edit: lines => lines.map(line => line.replace('"id":"actors-1"', '"idd":"actors-1"'))
    },
    { name: 'a row that is null', edit: lines => lines.toSpliced(4, 0, '["row","actors",null]') },
    {
      name: 'a header of something else',
      edit: lines => lines.map(line => line.replace('counterpoint-snapshot', 'x'))
    },
    { name: 'no header', edit: lines => lines.slice(1) },
    { name: 'only a header', edit: lines => lines.slice(0, 1), isResealed: false }
  ]
  test.each(forgeries)('$name', async ({ edit, isResealed }) => {
    const { files, blobs, path } = await written()
    edited(files, path, edit, isResealed)
    expect(await readSnapshot(files, path, blobs)).toMatchObject({
      ok: false,
      error: { code: 'snapshot-damaged', place: path }
    })
  })

  test('a text that is missing or another', async () => {
    const { files, blobs, path } = await written()
    const blob = `${blobFolder}/${sha256('A text with “quotes”.')}`
    files.content.set(blob, Buffer.from('A text with "quotes".'))
    expect(await readSnapshot(files, path, blobs)).toMatchObject({
      ok: false,
      error: { code: 'snapshot-damaged' }
    })
    files.content.delete(blob)
    expect(await readSnapshot(files, path, blobs)).toMatchObject({
      ok: false,
      error: { code: 'snapshot-damaged' }
    })
  })

  test('the message names the file', async () => {
    const { files, blobs, path, info } = await written()
    files.content.set(path, Buffer.alloc(0))
    const read = await readSnapshot(files, path, blobs)
    expect(!read.ok && read.error.message).toContain(info.name)
  })
})

describe('files from elsewhere', () => {
  test('a newer version says so, whatever else it holds', async () => {
    const { files, blobs, path } = await written()
    edited(files, path, ([first, ...rest]) => [
      first!.replace('"version":1', '"version":2,"more":true'),
      ...rest
    ])
    expect(await readSnapshot(files, path, blobs)).toMatchObject({
      ok: false,
      error: { code: 'newer-version' }
    })
    expect(await readSnapshotHeader(files, path)).toMatchObject({
      ok: false,
      error: { code: 'newer-version' }
    })
  })

  test('rows are checked when asked for', async () => {
    const { files, blobs, path } = await written()
    expect((await readSnapshot(files, path, blobs)).ok).toBe(true)
    expect(await readSnapshot(files, path, blobs, { validate: true })).toMatchObject({
      ok: false,
      error: { code: 'snapshot-damaged' }
    })
  })

  test('valid rows pass the check, texts included', async () => {
    const state = put(emptyProjectState(), 'revisions', revision('r', 'text'))
    const { files, blobs, path } = await written(state)
    const read = await readSnapshot(files, path, blobs, { validate: true })
    expect(read.ok && plain(read.value.state)).toEqual(plain(state))
  })

  const mebibyte = 1024 * 1024
  test.each([
    { name: 'too much', limits: { bytes: mebibyte, ratio: 5000, ratioFrom: 0, lineBytes: 64 * mebibyte } },
    {
      name: 'too high a ratio',
      limits: { bytes: 64 * mebibyte, ratio: 100, ratioFrom: mebibyte, lineBytes: 64 * mebibyte }
    },
    {
      name: 'too long a line',
      limits: { bytes: 64 * mebibyte, ratio: 5000, ratioFrom: 0, lineBytes: mebibyte }
    }
  ])('a bomb is put down: $name', async ({ limits }) => {
    const { files, blobs, path } = await written()
    files.content.set(path, gzipSync(Buffer.alloc(32 * mebibyte, 'a')))
    expect(await readSnapshot(files, path, blobs, { limits })).toMatchObject({
      ok: false,
      error: { code: 'snapshot-damaged' }
    })
  })

  test('a file that is not there is not damage', async () => {
    const { files, blobs } = await written()
    expect(await readSnapshot(files, `${folder}/none`, blobs)).toMatchObject({
      ok: false,
      error: { code: 'not-found' }
    })
  })
})

describe('a disk that fails', () => {
  const steps: { step: Step; code: string; expected: string }[] = [
    { step: 'open', code: 'EROFS', expected: 'read-only' },
    { step: 'write', code: 'ENOSPC', expected: 'disk-full' },
    { step: 'sync', code: 'EIO', expected: 'disk-error' },
    { step: 'rename', code: 'EACCES', expected: 'not-allowed' },
    { step: 'syncFolder', code: 'EIO', expected: 'disk-error' },
    { step: 'read', code: 'EIO', expected: 'disk-error' }
  ]
  test.each(steps)(
    '$code at any $step leaves the earlier snapshot and no temporary files',
    async ({ step, code, expected }) => {
      const { files, path, state } = await written()
      const earlier = Buffer.from(files.content.get(path)!)
      const later = put(smallState(700), 'revisions', revision('r9', 'A later text.'))
      let failures = 0
      for (let nth = 0; ; nth += 1) {
        const failing = failingFiles(files, step, nth, code)
        const info = await writeSnapshot(
          failing,
          folder,
          { header: header(8), state: later },
          new BlobStore(failing, blobFolder)
        )
        expect(files.content.get(path)).toEqual(earlier)
        expect([...files.content.keys()].filter(name => name.endsWith('.tmp'))).toEqual([])
        if (info.ok) break
        expect(info.error.code).toBe(expected)
        failures += 1
        for (const name of files.content.keys())
          if (name !== path && name.startsWith(blobFolder)) files.content.delete(name)
      }
      expect(failures).toBeGreaterThan(0)
      expect(plain(state)).toEqual(plain(smallState()))
    }
  )

  test('a disk that keeps something else than it was given is found out before the file has its name', async () => {
    const files = memoryFiles()
    const rotting = {
      ...files,
      open: async (path: string, flags: 'r' | 'r+' | 'wx') => {
        const file = await files.open(path, flags)
        return {
          ...file,
          write: (bytes: Buffer) => file.write(bytes.length > 500 ? Buffer.alloc(bytes.length) : bytes)
        }
      }
    }
    const info = await writeSnapshot(
      rotting,
      folder,
      { header: header(8), state: smallState() },
      new BlobStore(files, blobFolder)
    )
    expect(info.ok).toBe(false)
    expect([...files.content.keys()].filter(name => name.startsWith(folder))).toEqual([])
  })
})
