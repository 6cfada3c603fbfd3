import { describe, expect, test } from 'vitest'
import { rtfDocument } from '../../../src/importer/documents/rtf-document'
import { tableDocument } from '../../../src/importer/documents/table-document'
import type { DocumentReader } from '../../../src/importer/documents/document-reader'

const read = (reader: DocumentReader, name: string, text: string, options = {}) =>
  reader.read({ name, bytes: Buffer.from(text, 'latin1') }, options)

describe('RTF', () => {
  const rtf = (body: string) =>
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title The line}}${body}}`

  test.each([
    [
      'paragraphs and headings',
      '{\\outlinelevel0 Head\\par}\\pard Body one.\\par Body two.\\par',
      'Head\n\nBody one.\n\nBody two.'
    ],
    ['bytes of the code page', "caf\\'e9 \\'93yes\\'94\\par", 'café “yes”'],
    ['Unicode with its stand-in', '\\u8217? \\uc2\\u-10179 ab\\u-8704 cd!\\par', '’ 😀!'],
    ['marks by name', 'a\\emdash b\\~c \\{d\\}\\par', 'a—b\u00a0c {d}'],
    [
      'without pictures, notes and field code',
      'a{\\pict 0a0b}{\\footnote note}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt b}}\\par',
      'ab'
    ]
  ])('%s', async (_, body, text) => {
    const result = await read(rtfDocument, 'a.rtf', rtf(body))
    expect(result).toMatchObject({ ok: true, value: { articles: [{ text, title: 'The line' }] } })
  })

  test.each([
    ['not an RTF file', 'Hello', 'not-rtf'],
    ['cut off', rtf('Body').slice(0, -6), 'damaged-document'],
    ['nested 50,000 deep', `{\\rtf1 ${'{'.repeat(50_000)}a`, 'too-deep'],
    ['empty', rtf(''), 'no-text']
  ])('%s is refused by name', async (_, text, code) => {
    expect(await read(rtfDocument, 'a.rtf', text)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('tables of articles', () => {
  const csv =
    'Headline,Author,Date,Body\r\nOne,Cy,2024-01-02,"First.\r\n\r\nSecond."\r\nTwo,Dee,2023,Only.\r\n'

  test('answer with their columns and what these probably are', async () => {
    const preview = await read(tableDocument, 'all.csv', csv)
    expect(preview).toMatchObject({
      ok: true,
      value: {
        kind: 'table',
        table: {
          rowCount: 2,
          suggested: { text: 'Body', title: 'Headline', byline: 'Author', publishedAt: 'Date' }
        }
      }
    })
  })

  test('give an article for each row once somebody has said what the columns are', async () => {
    const columns = { text: 'Body', title: 'Headline', publishedAt: 'Date' }
    const result = await read(tableDocument, 'all.csv', csv, { columns })
    expect(result).toMatchObject({
      ok: true,
      value: {
        articles: [{ title: 'One', text: 'First.\n\nSecond.', publishedAt: '2024-01-02' }, { title: 'Two' }]
      }
    })
  })

  test('JSON Lines are read as well, and a line that is none is named', async () => {
    const lines = '{"title":"One","text":"Body"}\n{"title":"Two","text":"More"}'
    const result = await read(tableDocument, 'all.jsonl', lines, {
      columns: { text: 'text', title: 'title' }
    })
    expect(result).toMatchObject({ ok: true, value: { articles: [{ title: 'One' }, { title: 'Two' }] } })
    expect(await read(tableDocument, 'all.jsonl', `${lines}\n{"a`)).toMatchObject({
      ok: false,
      error: { code: 'not-json', place: 'all.jsonl, line 3' }
    })
  })
})
