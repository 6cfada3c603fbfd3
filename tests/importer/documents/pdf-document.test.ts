import { describe, expect, test } from 'vitest'
import type { ParsedArticle } from '../../../src/core/importing/parsed-article'
import { pdfDocument } from '../../../src/importer/documents/pdf-document'
import { makePdf, type PdfText } from './make-pdf'

async function read(bytes: Uint8Array): Promise<ParsedArticle> {
  const result = await pdfDocument.read({ name: 'paper.pdf', bytes }, {})
  if (!result.ok) throw new Error(result.error.message)
  if (result.value.kind !== 'articles') throw new Error('A PDF has no table')
  const [article] = result.value.articles
  if (article === undefined) throw new Error('There is no article')
  return article
}

const column = (x: number, top: number, lines: readonly string[]): PdfText[] =>
  lines.map((text, at) => ({ x, y: top - at * 12, text }))

const running = (page: number): PdfText[] => [
  { x: 60, y: 770, text: `The Harbour Review ${page}` },
  { x: 300, y: 20, text: String(page) }
]

describe('a page of two columns', () => {
  const left = [
    'The court heard on Monday that the com-',
    'pany had kept no list of its sellers at',
    'all. Nobody had asked it to, the lawyer',
    'said, and nobody would have read it.',
    'The judge took a note.'
  ]
  const right = [
    'A second witness came in the afternoon',
    'and spoke of the harbour as it had been',
    'before the fire, when there were still',
    'boats in it every night of the week.',
    'She was not asked any question.'
  ]
  const page = [
    ...running(1),
    { x: 60, y: 720, size: 18, text: 'The Line at Tradepost' },
    ...column(60, 690, left),
    ...column(330, 690, right)
  ]

  test('is read down one column and then down the other, its words whole again', async () => {
    const { text, title, blocks } = await read(
      makePdf([page, [...running(2), ...column(60, 690, ['Then it was over.'])]])
    )
    expect(title).toBe('The Line at Tradepost')
    expect(text).toContain('that the company had kept no list')
    expect(text.indexOf('The judge took a note.')).toBeLessThan(text.indexOf('A second witness'))
    expect(text).toContain('as it had been before the fire')
    expect(text).not.toContain('Harbour Review')
    expect(blocks[0]).toMatchObject({ type: 'heading' })
  })

  test('says where each page begins', async () => {
    const { text, pages } = await read(
      makePdf([page, [...running(2), ...column(60, 690, ['Then it was over.'])]])
    )
    expect(pages?.map(({ label }) => label)).toEqual(['1', '2'])
    expect(text.slice(pages?.[1]?.startUtf16)).toBe('Then it was over.')
  })
})

test('a sentence goes on over the end of a page', async () => {
  const first = column(60, 690, ['It was said in the town that nobody', 'had ever seen the'])
  const { text } = await read(makePdf([first, column(60, 690, ['owner of the house.'])]))
  expect(text).toBe('It was said in the town that nobody had ever seen the owner of the house.')
})

test('what the file says of itself is taken, but not the name of another file', async () => {
  const page = column(60, 690, ['One line.'])
  expect(await read(makePdf([page], '/Title (A title) /Author (Cy Dee)'))).toMatchObject({
    title: 'A title',
    byline: 'Cy Dee'
  })
  expect(await read(makePdf([page], '/Title (draft7.doc)'))).toMatchObject({ title: 'paper' })
})

test.each([
  ['no text layer', makePdf([[]]), 'no-text'],
  ['half of a file', makePdf([column(60, 690, ['One line.'])]).subarray(0, 60), 'damaged-document'],
  ['something else that is called so', Buffer.from('%PDF-1.7 but no more'), 'damaged-document']
])('%s is refused by name', async (_, bytes, code) => {
  expect(await pdfDocument.read({ name: 'paper.pdf', bytes }, {})).toMatchObject({
    ok: false,
    error: { code }
  })
})
