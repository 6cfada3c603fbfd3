import { fileOf, type HostileFile } from './hostile-file'

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

export const hostileTexts: readonly HostileFile[] = [
  { what: 'a text of no bytes', make: () => [fileOf('a.txt', '')], comes: ['empty-file'] },
  { what: 'a text of white space', make: () => [fileOf('a.txt', ' \n\t\n')], comes: ['no-text'] },
  { what: 'a text of NULs', make: () => [fileOf('a.txt', '\0'.repeat(100))], comes: ['binary-file'] },
  { what: 'one NUL in a text', make: () => [fileOf('a.txt', 'some\0words')], comes: ['binary-file'] },
  {
    what: 'Latin-1 in a text',
    make: () => [fileOf('a.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]))],
    comes: ['unknown-encoding']
  },
  {
    what: 'overlong UTF-8',
    make: () => [fileOf('a.txt', new Uint8Array([0x41, 0xc0, 0xaf, 0x42]))],
    comes: ['unknown-encoding']
  },
  {
    what: 'UTF-8 of a surrogate',
    make: () => [fileOf('a.txt', new Uint8Array([0x41, 0xed, 0xa0, 0x80, 0x42]))],
    comes: ['unknown-encoding']
  },
  {
    what: 'half a character in UTF-16',
    make: () => [fileOf('a.txt', utf16('\ufeffSome \ud83d words'))],
    comes: ['lone-surrogate']
  },
  {
    what: 'UTF-16 without a mark',
    make: () => [fileOf('a.txt', utf16('Some words'))],
    comes: ['binary-file']
  },
  {
    what: 'bidirectional controls, which are kept',
    make: () => [fileOf('a.txt', 'An \u202egnihton\u202c and \u2066isolated\u2069 word.')],
    comes: 'articles'
  },
  {
    what: '100 MB of words',
    make: () => [fileOf('a.txt', new Uint8Array(100_000_000).fill(0x61))],
    comes: ['text-too-large']
  },
  {
    what: 'one line of 15 million characters',
    make: () => [fileOf('a.txt', 'words and '.repeat(1_500_000))],
    comes: 'articles'
  },
  {
    what: 'quotations in quotations without end',
    make: () => [fileOf('a.md', `${'>'.repeat(50_000)} words`)],
    comes: ['too-deep']
  },
  {
    what: 'lists in lists without end',
    make: () => [fileOf('a.md', `${'- '.repeat(50_000)}words`)],
    comes: ['too-deep']
  },
  {
    what: 'emphasis in emphasis without end',
    make: () => [fileOf('a.md', `${'*a **a '.repeat(20_000)}`)],
    comes: ['articles', 'took-too-long', 'too-deep'] as const
  },
  {
    what: 'a script in Markdown',
    make: ({ url }) => [
      fileOf(
        'a.md',
        `# Title\n\nWords <script>fetch('${url}')</script>![picture](${url})\n\n[x](javascript:alert(1))`
      )
    ],
    comes: 'articles',
    without: /<script/
  },
  {
    what: 'a program called a text',
    make: () => [fileOf('a.txt', 'MZ\x90\0\x03\0\0\0')],
    comes: ['binary-file']
  },
  {
    what: 'a file without an extension',
    make: () => [fileOf('README', 'Words')],
    comes: ['unsupported-file']
  }
]
