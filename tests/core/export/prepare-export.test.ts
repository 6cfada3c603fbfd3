import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readZip } from '../../../src/core/archive/read-zip'
import { plainExport, type ExportOptions } from '../../../src/core/export/export-options'
import { prepareExport, type PreparedExport } from '../../../src/core/export/prepare-export'
import { datasetFormat } from '../../../src/core/formats/dataset/dataset-format'
import type { Format } from '../../../src/core/formats/format'
import { sourceOf } from '../../../src/core/formats/project-source'
import type { ProjectData } from '../../../src/core/project/entities'
import { articleIdSchema, annotationIdSchema } from '../../../src/core/project/ids'
import { goldenProject } from '../../fixtures/golden-project'
import { bytesOf, writeContext } from '../formats/in-memory'

/** One file for each article, and something it cannot carry. */
const perArticle: Format = {
  ...{ id: 'per-article', name: 'Per article', description: '', extensions: ['.txt'] },
  ...{ offsetUnit: 'none', losses: ['memo'], canWithholdText: true },
  write(source, context) {
    const issues: { place: string; message: string }[] = []
    function* files() {
      for (const { article, revisions } of source.articles()) {
        const text = context.withholdsText === true ? 'withheld' : (revisions[0]?.text ?? '')
        issues.push({ place: article.id, message: 'Lost.' })
        yield { name: `${article.id}.txt`, chunks: [text.slice(0, 5), text.slice(5)] }
      }
    }
    return { files: { [Symbol.iterator]: files }, issues }
  }
}

function prepared(format: Format, options: Partial<ExportOptions>, data = goldenProject()): PreparedExport {
  const result = prepareExport(sourceOf(data), format, { ...plainExport, ...options }, writeContext)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function unzipped(result: PreparedExport): Map<string, string> {
  const read = readZip(bytesOf(result.asOneFile()), 'export.zip')
  if (!read.ok) throw new Error(read.error.message)
  return new Map(read.value.map(file => [file.name, new TextDecoder().decode(file.bytes)]))
}

test('one file without notes goes out bare, under its own name', () => {
  const result = prepared(datasetFormat, {})
  expect([...result.files].map(file => file.name)).toEqual(['golden-odd-a.counterpoint.json'])
  const file = result.asOneFile()
  expect(file.name).toMatch(/\.counterpoint\.json$/)
  expect(bytesOf(file)).toEqual(bytesOf(file))
  expect(result.issues).toEqual([])
})

test('notes tell the checksums of the files they go with, what is lost and what was chosen', () => {
  const result = prepared(perArticle, { addsNotes: true, choice: { layers: ['claim'] } }, twoArticles())
  const files = unzipped(result)
  expect([...files.keys()]).toEqual(['a1.txt', 'a2.txt', 'methods.md', 'losses.json'])
  const methods = files.get('methods.md') ?? ''
  const sum = createHash('sha256')
    .update(files.get('a2.txt') ?? '')
    .digest('hex')
  expect(methods).toContain(`| a2.txt | 6 | \`${sum}\` |`)
  expect(methods).toContain('Only the layers Claim.')
  expect(methods).toContain('2 articles of')
  const losses: unknown = JSON.parse(files.get('losses.json') ?? '')
  expect(losses).toMatchObject({
    format: 'counterpoint-losses',
    exportFormat: { id: 'per-article' },
    losses: [{ id: 'memo', what: 'Memos' }],
    choices: ['Only the layers Claim.'],
    issues: [
      { place: 'a1', message: 'Lost.' },
      { place: 'a2', message: 'Lost.' }
    ]
  })
  // As JSON.stringify has it, so that notes of two exports compare line by line.
  expect(files.get('losses.json')).toBe(`${JSON.stringify(losses, null, 2)}\n`)
  expect(result.issues).toHaveLength(2)
})

test('an export can be taken twice and says everything once', () => {
  const result = prepared(perArticle, { addsNotes: true, usesPseudonyms: true }, twoArticles())
  const first = bytesOf(result.asOneFile())
  const said = [...result.issues]
  expect(bytesOf(result.asOneFile())).toEqual(first)
  expect(result.issues).toEqual(said)
})

test('a split makes a folder for each subset and counts the relations that it cuts', () => {
  const data = twoArticles()
  data.relations.forEach(row => (row.to = annotationIdSchema.parse('elsewhere')))
  const split = { shares: { train: 1, validation: 0, test: 1 }, seed: 3 }
  const result = prepared(perArticle, { split, addsNotes: true }, data)
  const files = unzipped(result)
  expect([...files.keys()].filter(name => name.endsWith('.txt')).sort()).toEqual([
    expect.stringMatching(/^test\/a[12]\.txt$/),
    expect.stringMatching(/^train\/a[12]\.txt$/)
  ])
  expect(result.subsets?.map(subset => [subset.name, subset.articles])).toEqual([
    ['train', 1],
    ['test', 1]
  ])
  expect(files.get('methods.md')).toMatch(/\| train \| 1 \| \d \|/)
  expect(result.issues[0]?.message).toMatch(/from one subset to another; left out\.$/)
})

test('one subset of one file is still in its folder', () => {
  const split = { shares: { train: 1, validation: 0, test: 0 }, seed: 3 }
  expect([...unzipped(prepared(datasetFormat, { split })).keys()][0]).toMatch(/^train\//)
})

test('texts are withheld by formats that can', () => {
  const result = prepared(perArticle, { withholdsText: true })
  expect(new TextDecoder().decode(bytesOf(result.asOneFile()))).toBe('withheld')
})

test.each<[string, Format, Partial<ExportOptions>, string]>([
  ['no article is left', perArticle, { choice: { articles: [] } }, 'nothing-chosen'],
  [
    'texts cannot be withheld',
    { ...perArticle, canWithholdText: false },
    { withholdsText: true },
    'cannot-withhold-text'
  ],
  [
    'shares are wrong',
    perArticle,
    { split: { shares: { train: 0, validation: 0, test: 0 }, seed: 1 } },
    'bad-split'
  ]
])('refused when %s', (_, format, options, code) => {
  const result = prepareExport(
    sourceOf(goldenProject()),
    format,
    { ...plainExport, ...options },
    writeContext
  )
  expect(!result.ok && result.error.code).toBe(code)
})

test('what has no writer is refused', () => {
  const { write: _, ...readOnly } = perArticle
  const result = prepareExport(sourceOf(goldenProject()), readOnly, plainExport, writeContext)
  expect(!result.ok && result.error.code).toBe('not-writable')
})

/** The second has a text of its own, which the first's annotations know nothing of. */
function twoArticles(): ProjectData {
  const data = goldenProject()
  const [article] = data.articles
  const [revision] = data.revisions
  const [, , annotation] = data.annotations
  if (article === undefined || revision === undefined || annotation === undefined)
    throw new Error('Not golden')
  const id = articleIdSchema.parse('a2')
  data.articles.push({ ...article, id, title: 'Two | 2' })
  data.revisions.push({ ...revision, articleId: id, text: 'Second', textSha256: 'b'.repeat(64), blocks: [] })
  const span = { role: 'content', startUtf16: 0, endUtf16: 6, quote: 'Second' }
  data.annotations.push({
    ...annotation,
    id: annotationIdSchema.parse('elsewhere'),
    articleId: id,
    spans: [span]
  })
  return data
}
