import { describe, expect, test } from 'vitest'
import type { ParsedArticle } from '../../../src/core/importing/parsed-article'
import { documentReaders, chooseReader } from '../../../src/importer/documents/documents'
import { docxOf, epubOf, odtOf, wordParagraph } from './office-files'

async function read(name: string, bytes: Uint8Array): Promise<ParsedArticle> {
  const result = await chooseReader({ name, bytes })?.read({ name, bytes }, {})
  if (result === undefined || !result.ok || result.value.kind !== 'articles')
    throw new Error(JSON.stringify(result))
  return result.value.articles[0]!
}

const blocksOf = ({ text, blocks }: ParsedArticle) =>
  blocks.map(({ type, level, startUtf16, endUtf16 }) => [
    level === undefined ? type : `${type} ${level}`,
    text.slice(startUtf16, endUtf16)
  ])

/** One text with everything a format may carry: every format is to give the same blocks of it. */
const expected = [
  ['paragraph', 'One plain and bold paragraph with a link.'],
  ['heading 2', 'A heading'],
  ['quotation', 'A quotation of its own.'],
  ['list-item 1', 'First item'],
  ['list-item 2', 'Item within'],
  ['paragraph', 'line one\nline two'],
  ['paragraph', 'count\tverdict'],
  ['paragraph', '\u{1F9D1}\u200D\u{1F33E} e\u0301 \u05e9\u05dc\u05d5\u05dd & more']
]

const odd = '\u{1F9D1}\u200D\u{1F33E} e\u0301 \u05e9\u05dc\u05d5\u05dd &amp; more'

const docx = docxOf(
  wordParagraph('The title', 'Title') +
    '<w:p><w:r><w:t xml:space="preserve">One plain and </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:t xml:space="preserve"> paragraph with </w:t></w:r><w:hyperlink r:id="link"><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>.</w:t></w:r></w:ins></w:p>' +
    wordParagraph('A heading', 'heading2') +
    wordParagraph('A quotation of its own.', 'Quote') +
    wordParagraph('First item', undefined, 0) +
    wordParagraph('Item within', undefined, 1) +
    '<w:p><w:r><w:t>line one</w:t><w:br/><w:t>line two</w:t></w:r></w:p>' +
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>count</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>verdict</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
    wordParagraph(odd)
)

const odt = odtOf(
  '<text:p text:style-name="P1">The title</text:p>' +
    '<text:p>One plain and <text:span>bold</text:span> paragraph with <text:a>a link</text:a><office:annotation><text:p>a comment</text:p></office:annotation>.</text:p>' +
    '<text:h text:outline-level="2">A heading</text:h>' +
    '<text:p text:style-name="P2">A quotation of its own.</text:p>' +
    '<text:list><text:list-item><text:p>First item</text:p><text:list><text:list-item><text:p>Item within</text:p></text:list-item></text:list></text:list-item></text:list>' +
    '<text:p>line one<text:line-break/>line two</text:p>' +
    '<table:table><table:table-row><table:table-cell><text:p>count</text:p></table:table-cell><table:table-cell><text:p>verdict</text:p></table:table-cell></table:table-row></table:table>' +
    `<text:p>${odd}</text:p>`,
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>' +
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>'
)

const epub = epubOf([
  '<h1>A reader on harbours</h1><p>One plain and <b>bold</b> paragraph with <a id="x"/><a href="https://x.example">a link</a>.</p><h2>A heading</h2>',
  '<blockquote><p>A quotation of its own.</p></blockquote><ul><li>First item<ul><li>Item within</li></ul></li></ul>',
  `<p>line one<br/>line two</p><table><tr><td>count</td><td>verdict</td></tr></table><span epub:type="pagebreak">12</span><p>${odd}</p>`
])

describe.each([
  ['docx', docx, 'The title'],
  ['odt', odt, 'The title'],
  ['epub', epub, 'A reader on harbours']
])('%s', (extension, bytes, title) => {
  test('gives headings, quotations, lists, lines, rows and odd characters', async () => {
    const article = await read(`file.${extension}`, bytes)
    expect(article.title).toBe(title)
    expect(blocksOf(article)).toEqual(expected)
  })

  test('is known by its bytes, whatever it is called', async () => {
    expect((await read('file.txt', bytes)).title).toBe(title)
  })
})

test('an EPUB says who made it', async () => {
  expect(await read('file.epub', epub)).toMatchObject({
    byline: 'Ada Lang, Ben Moor',
    outlet: 'Quay Press',
    publishedAt: '2021-05-06',
    language: 'en-US'
  })
})

describe('titles of documents', () => {
  const second = 'A paragraph that is long enough to be one, and that ends as sentences do.'
  const cases: [string, Uint8Array, string, string][] = [
    [
      'a first line without a style stays in the text',
      docxOf(wordParagraph('Headline here') + wordParagraph(second)),
      'Headline here',
      'heading 1'
    ],
    [
      'a heading of level 2 is a title and stays',
      docxOf(wordParagraph('Headline here', 'heading2') + wordParagraph(second)),
      'Headline here',
      'heading 2'
    ],
    [
      'what the properties say comes last',
      odtOf(`<text:p>${'Many words in a row. '.repeat(20)}</text:p><text:p>${second}</text:p>`),
      'Title of the properties',
      'paragraph'
    ]
  ]
  test.each(cases)('%s', async (_, bytes, title, firstBlock) => {
    const article = await read('file.odt', bytes)
    expect(article.title).toBe(title)
    expect(blocksOf(article)[0]?.[0]).toBe(firstBlock)
  })

  test('notes stand at the end, their numbers in the text', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>'
    const article = await read(
      'file.odt',
      odtOf(`<text:p>Some words${note} and more of them.</text:p><text:p>Last one.</text:p>`)
    )
    expect(article.text).toBe('Some words[1] and more of them.\n\nLast one.\n\n[1] The note.')
  })
})

test('every reader has a name and extensions that no other one has', () => {
  const extensions = documentReaders.flatMap(reader => reader.extensions)
  expect(new Set(extensions).size).toBe(extensions.length)
  for (const extension of extensions) expect(extension).toMatch(/^\.[a-z]+$/)
})
