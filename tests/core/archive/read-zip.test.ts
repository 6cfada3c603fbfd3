import { zipSync, strToU8, strFromU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../../src/core/archive/crc32'
import { readZip, zipLimits } from '../../../src/core/archive/read-zip'

const place = 'corpus.zip'

/** Little-endian signature of an entry in the directory. */
const inDirectory = [0x50, 0x4b, 0x01, 0x02]

function indexOf(bytes: Uint8Array, needle: readonly number[]): number {
  return Buffer.from(bytes).indexOf(Buffer.from(needle))
}

/** An archive of one file, with bytes of its directory entry overwritten. */
function withDirectoryByte(offset: number, ...values: number[]): Uint8Array {
  const bytes = zipSync({ 'a.txt': strToU8('some text, some text, some text') })
  bytes.set(values, indexOf(bytes, inDirectory) + offset)
  return bytes
}

describe('reading a ZIP archive', () => {
  test('gives files in their order, without folders and without what macOS adds', () => {
    const bytes = zipSync({
      'corpus/': new Uint8Array(),
      'corpus/b.txt': strToU8('second'),
      'corpus/a.txt': [strToU8('stored'), { level: 0 }],
      '__MACOSX/corpus/._b.txt': strToU8('x'),
      'corpus/.DS_Store': strToU8('x'),
      'été.txt': strToU8('name in UTF-8'),
      'empty.txt': new Uint8Array()
    })
    const read = readZip(bytes, place)
    expect(read.ok && read.value.map(file => [file.name, strFromU8(file.bytes)])).toEqual([
      ['corpus/b.txt', 'second'],
      ['corpus/a.txt', 'stored'],
      ['été.txt', 'name in UTF-8'],
      ['empty.txt', '']
    ])
  })

  test('any files come back as they were packed', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.txt$/)
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.uint8Array({ maxLength: 300 }), { noNullPrototype: true }),
        files => {
          const read = readZip(zipSync(files), place)
          expect(read.ok && Object.fromEntries(read.value.map(file => [file.name, file.bytes]))).toEqual(
            files
          )
        }
      )
    )
  })

  test('folders written with backslashes are folders', () => {
    const read = readZip(zipSync({ 'corpus\\a.txt': strToU8('x') }), place)
    expect(read.ok && read.value[0]?.name).toBe('corpus/a.txt')
  })

  test('only what is wanted is inflated, and only that counts', () => {
    const bytes = zipSync({ 'big.bin': new Uint8Array(3000), 'small.txt': strToU8('text') })
    const limits = { ...zipLimits, inflatedBytes: 100 }
    const read = readZip(bytes, place, name => name === 'small.txt', limits)
    expect(read.ok && read.value.map(file => file.name)).toEqual(['small.txt'])
    expect(readZip(bytes, place, undefined, limits)).toMatchObject({ error: { code: 'zip-too-large' } })
  })

  const plain = zipSync({ 'a.txt': strToU8('some text, some text, some text') })
  const many = zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.txt`, strToU8('x')])))
  const link = zipSync({ 'a.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })
  const cases: [string, Uint8Array, string][] = [
    ['a text file', strToU8('Just a text that somebody renamed.'), 'not-a-zip'],
    ['nothing', new Uint8Array(), 'not-a-zip'],
    ['one cut off', plain.subarray(0, plain.length - 30), 'damaged-zip'],
    ['a checksum that does not fit', withDirectoryByte(16, 1, 2, 3, 4), 'damaged-zip'],
    ['a size that lies', withDirectoryByte(24, 5, 0, 0, 0), 'damaged-zip'],
    ['an offset outside', withDirectoryByte(42, 0xff, 0xff, 0xff, 0x7f), 'damaged-zip'],
    ['a password', withDirectoryByte(8, 1, 0), 'encrypted-zip'],
    ['a method we do not have', withDirectoryByte(10, 14, 0), 'unsupported-zip'],
    ['a way up', zipSync({ '../a.txt': strToU8('x') }), 'unsafe-path'],
    ['a way up by backslashes', zipSync({ 'a\\..\\..\\b.txt': strToU8('x') }), 'unsafe-path'],
    ['an absolute path', zipSync({ '/etc/a.txt': strToU8('x') }), 'unsafe-path'],
    ['a drive', zipSync({ 'C:/a.txt': strToU8('x') }), 'unsafe-path'],
    ['a NUL in a name', zipSync({ 'a\0.txt': strToU8('x') }), 'unsafe-path'],
    ['a symbolic link', link, 'unsafe-path'],
    ['too many files', many, 'zip-too-many-entries']
  ]
  test.each(cases)('refuses %s', (_, bytes, code) => {
    expect(readZip(bytes, place, undefined, { ...zipLimits, entries: 10 })).toMatchObject({
      ok: false,
      error: { code }
    })
  })

  test('a bomb stops at its cap, whatever the directory says of sizes', () => {
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(60_000_000) }, { level: 9 })
    expect(readZip(bomb, place)).toMatchObject({ error: { code: 'zip-ratio' } })
    bomb.set([1, 0, 0, 0], indexOf(bomb, inDirectory) + 24)
    expect(readZip(bomb, place)).toMatchObject({ error: { code: 'zip-ratio' } })
    const limits = { ...zipLimits, ratio: Infinity, inflatedBytes: 30_000_000 }
    expect(readZip(bomb, place, undefined, limits)).toMatchObject({ error: { code: 'zip-too-large' } })
  })
})

test('CRC-32 of the usual check value, in one piece and in two', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
  expect(crc32(strToU8('56789'), crc32(strToU8('1234')))).toBe(0xcbf43926)
})
