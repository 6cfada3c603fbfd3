import { makePdf } from '../documents/make-pdf'
import { fileOf, type HostileFile } from './hostile-file'

const words = 'Some words of an article that nobody wrote.'
const onePage = () => makePdf([[{ x: 60, y: 700, text: words }]])

/** A page with other contents of some of its objects; offsets after them are repaired by the reader. */
function changed(from: string | RegExp, to: string): Uint8Array {
  return Buffer.from(Buffer.from(onePage()).toString('latin1').replace(from, to), 'latin1')
}

/** A page whose contents unpack to far more than they are. */
function bomb(deflated: Uint8Array): Uint8Array {
  const stream = Buffer.from(deflated).toString('latin1')
  return changed(
    /<< \/Length \d+ >>\nstream\n[^]*?\nendstream/,
    `<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream}\nendstream`
  )
}

export const hostilePrint = (deflated: () => Uint8Array): readonly HostileFile[] => [
  {
    what: 'PDF cut off',
    make: () => [fileOf('a.pdf', onePage().subarray(0, 200))],
    comes: ['damaged-document']
  },
  { what: 'PDF of no bytes', make: () => [fileOf('a.pdf', '')], comes: ['damaged-document'] },
  { what: 'words called PDF', make: () => [fileOf('a.pdf', words)], comes: ['damaged-document'] },
  { what: 'a PDF called a text', make: () => [fileOf('a.txt', onePage())], comes: 'articles' },
  {
    what: 'PDF with a password',
    make: () => [
      fileOf(
        'a.pdf',
        changed(
          /trailer\n<< /,
          `trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'28'.repeat(32)}> /P -4 >> /ID [<00> <00>] `
        )
      )
    ],
    comes: ['encrypted-document']
  },
  {
    what: 'PDF whose table of objects leads to itself',
    make: () => [fileOf('a.pdf', changed('trailer\n<< ', 'trailer\n<< /Prev 9 '))],
    comes: 'articles'
  },
  {
    what: 'PDF whose pages are their own children',
    make: () => [fileOf('a.pdf', changed('/Kids [4 0 R]', '/Kids [2 0 R 2 0 R]'))],
    comes: ['damaged-document']
  },
  {
    what: 'PDF that claims a million pages',
    make: () => [fileOf('a.pdf', changed('/Count 1', '/Count 1000000'))],
    comes: 'articles'
  },
  {
    what: 'PDF that runs a script, opens an address and starts a program',
    make: ({ url }) => [
      fileOf(
        'a.pdf',
        changed(
          '/Type /Catalog',
          `/Type /Catalog /OpenAction << /S /JavaScript /JS (app.launchURL\\("${url}"\\)) >> /AA << /WC << /S /URI /URI (${url}) >> /O << /S /Launch /F (calc.exe) >> >>`
        )
      )
    ],
    comes: 'articles',
    without: /launchURL|calc/
  },
  {
    what: 'PDF of a file on the disk',
    make: ({ secretPath }) => [
      fileOf('a.pdf', changed('/Type /Page ', `/Type /Page /AF << /Type /Filespec /F (${secretPath}) >> `))
    ],
    comes: 'articles'
  },
  {
    what: 'PDF without a letter',
    make: () => [fileOf('a.pdf', makePdf([[]]))],
    comes: ['no-text']
  },
  {
    what: 'PDF of a bomb',
    make: () => [fileOf('a.pdf', bomb(deflated()))],
    comes: ['no-text']
  },
  {
    what: 'PDF with 50,000 nested brackets',
    make: () => [fileOf('a.pdf', changed('/Resources <<', `/X ${'['.repeat(50_000)} /Resources <<`))],
    comes: ['damaged-document']
  },
  {
    what: 'PDF with NULs all through',
    make: () => [fileOf('a.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(100_000)]))],
    comes: ['damaged-document']
  },
  { what: 'RTF cut off', make: () => [fileOf('a.rtf', '{\\rtf1 some words')], comes: ['damaged-document'] },
  {
    what: 'RTF with 50,000 nested groups',
    make: () => [fileOf('a.rtf', `{\\rtf1 ${'{'.repeat(50_000)}words${'}'.repeat(50_000)}}`)],
    comes: ['too-deep']
  },
  {
    what: 'RTF with more ends than beginnings',
    make: () => [fileOf('a.rtf', `{\\rtf1 ${words}}}}}}}`)],
    comes: 'articles'
  },
  {
    what: 'RTF with 2 GB of bytes that are not there',
    make: () => [fileOf('a.rtf', `{\\rtf1 ${words} \\bin2147483647 x}`)],
    comes: 'articles'
  },
  {
    what: 'RTF with half a character',
    make: () => [fileOf('a.rtf', `{\\rtf1 ${words} \\u-10179? end}`)],
    comes: ['lone-surrogate']
  },
  {
    what: 'RTF with a program and an address in it',
    make: ({ url, secretPath }) => [
      fileOf(
        'a.rtf',
        `{\\rtf1{\\*\\template ${url}}{\\object\\objdata 4d5a9000}{\\field{\\*\\fldinst INCLUDETEXT "${secretPath}" DDEAUTO calc}{\\fldrslt shown}} ${words}}`
      )
    ],
    comes: 'articles',
    without: /4d5a|DDEAUTO|INCLUDETEXT/
  },
  {
    what: 'RTF of a million controls',
    make: () => [fileOf('a.rtf', `{\\rtf1 ${'\\b\\b0 '.repeat(500_000)}${words}}`)],
    comes: 'articles'
  },
  {
    what: 'RTF without a word',
    make: () => [fileOf('a.rtf', '{\\rtf1{\\fonttbl Arial;}}')],
    comes: ['no-text']
  },
  { what: 'words called RTF', make: () => [fileOf('a.rtf', words)], comes: ['not-rtf'] }
]
