import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZip } from '../../../src/core/archive/read-zip'
import { writeZip } from '../../../src/core/archive/write-zip'
import { directoryEntry, endOfDirectory, zipTimeOf } from '../../../src/core/archive/zip-records'
import type { OutgoingFile } from '../../../src/core/formats/format'
import { sha256Hex } from '../../../src/core/project/sha256'
import { bytesOf } from '../formats/in-memory'

const at = '2026-01-02T03:04:05.000Z'

function zipped(files: OutgoingFile[], modifiedAt = at): Uint8Array {
  return bytesOf(writeZip('all.zip', files, modifiedAt))
}

const odd: OutgoingFile[] = [
  { name: 'empty.txt', chunks: [] },
  { name: 'folder/קובץ 👩‍👩‍👧.txt', chunks: ['half \ud83d', '\udc69 of a character', new Uint8Array([0, 255])] },
  { name: 'long.txt', chunks: ['𝒜 '.repeat(200_000), 'é'.repeat(3)] },
  { name: 'lone.txt', chunks: ['a\ud83d', new Uint8Array([33]), '\ud83d'] }
]

test('what is packed is unpacked the same, by our reader, by fflate and by Python', () => {
  const archive = zipped(odd)
  const read = readZip(archive, 'all.zip')
  // Hashes, since comparing arrays of this size member by member takes seconds.
  expect(read.ok && read.value.map(file => [file.name, sha256Hex(file.bytes)])).toEqual(
    odd.map(file => [file.name, sha256Hex(bytesOf(file))])
  )
  expect(Object.keys(unzipSync(archive))).toEqual(odd.map(file => file.name))
  const path = join(mkdtempSync(join(tmpdir(), 'zip-')), 'all.zip')
  writeFileSync(path, archive)
  const python =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))'
  expect(execFileSync('python3', ['-c', python, path], { encoding: 'utf8' })).toBe('None 4\n')
})

test('any chunks of text and bytes come back', () => {
  const chunk = fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.uint8Array({ maxLength: 50 }))
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 8 }), chunks => {
      const file = { name: 'a', chunks }
      const read = readZip(zipped([file]), 'a.zip')
      expect(read.ok && read.value[0]?.bytes).toEqual(new Uint8Array(bytesOf(file)))
    })
  )
})

test('the same files make the same archive, each time it is taken', () => {
  const file = writeZip('all.zip', odd, at)
  expect(bytesOf(file)).toEqual(bytesOf(file))
})

test('no piece takes longer than a window may wait, however large the chunks of a file are', () => {
  const sizes = [...writeZip('a.zip', [{ name: 'a', chunks: ['word '.repeat(1_000_000)] }], at).chunks].map(
    piece => piece.length
  )
  expect(sizes.length).toBeGreaterThan(70)
  expect(Math.max(...sizes)).toBeLessThan(200_000)
})

test('a name cannot stand in an archive twice', () => {
  const file = { name: 'a', chunks: ['x'] }
  expect(() => zipped([file, file])).toThrow('“a” would stand in the archive twice')
})

test.each([
  ['1979-12-31T23:59:59.000Z', { date: 0x21, time: 0 }],
  ['2026-01-02T03:04:05.000Z', { date: (46 << 9) | (1 << 5) | 2, time: (3 << 11) | (4 << 5) | 2 }]
])('the time %s in the units of ZIP', (instant, expected) => {
  expect(zipTimeOf(instant)).toEqual(expected)
})

test('what the old records cannot say stands in those of ZIP64', () => {
  const entry = { name: new Uint8Array([97]), crc32: 1, packedBytes: 2, inflatedBytes: 3, offset: 2 ** 33 }
  const record = directoryEntry(entry, zipTimeOf(at))
  const view = new DataView(record.buffer)
  expect([view.getUint32(42, true), view.getUint16(47, true), view.getBigUint64(51, true)]).toEqual([
    0xffffffff,
    1,
    BigInt(2 ** 33)
  ])
  const end = new DataView(endOfDirectory(70_000, 2 ** 33, 50).buffer)
  expect([end.getBigUint64(32, true), end.getBigUint64(48, true)]).toEqual([70_000n, BigInt(2 ** 33)])
  expect([end.byteLength, end.getUint16(98 - 12, true), end.getUint32(98 - 6, true)]).toEqual([
    98, 0xffff, 0xffffffff
  ])
})
