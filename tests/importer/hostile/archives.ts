import { strToU8, zipSync } from 'fflate'
import { fileOf, zipOf, type HostileFile } from './hostile-file'

const one = () => zipOf({ 'a.txt': 'some text, some text, some text' })

/** Overwrites bytes of the first entry in an archive's directory. */
function withDirectory(offset: number, ...values: number[]): Uint8Array {
  const bytes = one()
  bytes.set(values, Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + offset)
  return bytes
}

/** Thirty-six files, none of which goes beyond a cap by itself. */
function manyLarge(): Uint8Array {
  const zeros = new Uint8Array(6_000_000)
  return zipSync(Object.fromEntries(Array.from({ length: 36 }, (_, n) => [`${n}.txt`, zeros])), { level: 1 })
}

export const hostileArchives: readonly HostileFile[] = [
  {
    what: 'a bomb of one file',
    make: () => [fileOf('a.zip', zipOf({ 'a.txt': new Uint8Array(150_000_000) }))],
    comes: ['zip-ratio']
  },
  {
    what: 'a bomb of many files',
    make: () => [fileOf('a.zip', manyLarge())],
    comes: ['zip-too-large']
  },
  {
    what: 'an archive in an archive',
    make: () => [fileOf('a.zip', zipOf({ 'b.zip': zipOf({ 'c.txt': 'words' }) }))],
    comes: ['unsupported-file']
  },
  {
    what: '10,001 files',
    make: () => [
      fileOf('a.zip', zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}.txt`, '']))))
    ],
    comes: ['zip-too-many-entries']
  },
  { what: 'an empty archive', make: () => [fileOf('a.zip', zipOf({}))], comes: ['no-files'] },
  { what: 'a way out', make: () => [fileOf('a.zip', zipOf({ '../../a.txt': 'x' }))], comes: ['unsafe-path'] },
  {
    what: 'a way out by backslashes',
    make: () => [fileOf('a.zip', zipOf({ '..\\..\\a.txt': 'x' }))],
    comes: ['unsafe-path']
  },
  {
    what: 'an absolute path',
    make: () => [fileOf('a.zip', zipOf({ '/etc/x.txt': 'x' }))],
    comes: ['unsafe-path']
  },
  { what: 'a drive', make: () => [fileOf('a.zip', zipOf({ 'C:\\x.txt': 'x' }))], comes: ['unsafe-path'] },
  {
    what: 'a link to a file of the system',
    make: ({ secretPath }) => [
      fileOf('a.zip', zipSync({ 'a.txt': [strToU8(secretPath), { os: 3, attrs: 0o120777 << 16 }] }))
    ],
    comes: ['unsafe-path']
  },
  {
    what: 'an archive cut off',
    make: () => [fileOf('a.zip', one().subarray(0, 60))],
    comes: ['damaged-zip']
  },
  {
    what: 'an archive with a password',
    make: () => [fileOf('a.zip', withDirectory(8, 1, 0))],
    comes: ['encrypted-zip']
  },
  {
    what: 'a wrong checksum',
    make: () => [fileOf('a.zip', withDirectory(16, 9, 9))],
    comes: ['damaged-zip']
  },
  {
    what: 'a size of 4 GB that is not there',
    make: () => [fileOf('a.zip', withDirectory(24, 0xfe, 0xff, 0xff, 0xff))],
    comes: ['zip-too-large']
  },
  { what: 'a text called an archive', make: () => [fileOf('a.zip', 'Just words.')], comes: ['not-a-zip'] }
]
