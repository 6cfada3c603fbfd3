import { describe, expect, test } from 'vitest'
import { maximumDatasetBytes } from '../../../src/core/formats/dataset/parse-file'
import { readDataset } from '../../../src/core/formats/dataset/read'
import type { SourceFile } from '../../../src/core/formats/format'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { readContext, toSource } from './in-memory'
import { claim, event, fileOf, smallDataset, smallDatasetWith, smallText, sourceSpan } from './small-dataset'

const read = (...files: SourceFile[]) => readDataset(files, readContext())

function readWhole(dataset: unknown) {
  const result = read(fileOf(dataset))
  if (!result.ok) throw new Error(`${result.error.message} at ${result.error.place}`)
  return result.value
}

describe('a dataset made by hand', () => {
  const { data, issues } = readWhole(smallDataset)

  test('reads without an issue, offsets in UTF-16', () => {
    expect(issues).toEqual([])
    expect(data.annotations[0]?.spans).toEqual([
      { role: 'content', startUtf16: 23, endUtf16: 37, quote: 'he was charged' },
      { role: 'source', startUtf16: 12, endUtf16: 17, quote: '👩‍⚖️' }
    ])
  })

  test('uses the built-in codebook and sensible values for what it leaves out', () => {
    expect(data.codebook).toEqual({ ...builtInCodebook, projectId: 'p' })
    expect(data.project).toMatchObject({ description: '', createdAt: readContext().now })
    expect(data.annotators[0]).toMatchObject({ role: 'annotator' })
    expect(data.actors[0]).toMatchObject({ kind: 'person', aliases: [], affiliation: '' })
    expect(data.articles[0]).toMatchObject({
      revision: 1,
      status: 'new',
      original: null,
      wordCount: 8,
      language: ''
    })
    expect(data.revisions[0]).toMatchObject({ id: 'new-1', number: 1, articleId: 'a', text: smallText })
    expect(data.annotations[0]).toMatchObject({ revision: 1, memo: '', confidence: null, origin: 'imported' })
  })

  test('takes text between blank lines for paragraphs', () => {
    const blocks = data.revisions[0]?.blocks ?? []
    expect(
      blocks.map(({ type, startUtf16, endUtf16 }) => [type, smallText.slice(startUtf16, endUtf16)])
    ).toEqual([
      ['paragraph', 'A headline'],
      ['paragraph', '👩‍⚖️ said he was charged.'],
      ['paragraph', 'The end.']
    ])
  })

  test('may begin with a byte order mark', () => {
    expect(read(toSource('a.json', `\ufeff${JSON.stringify(smallDataset)}`)).ok).toBe(true)
  })
})

test('an object key that hides from checks is found however deep it is', () => {
  const hidden = JSON.stringify(smallDataset).replace('"claimant"', '"__proto__":{"polluted":1},"claimant"')
  expect(read(toSource('a.json', hidden))).toMatchObject({
    ok: false,
    error: { code: 'wrong-shape', place: 'annotations[0].attributes.__proto__' }
  })
})

const dataset = (changes: Record<string, unknown>) => fileOf(smallDatasetWith(changes))
const blocksOf = (...offsets: [number, number][]) =>
  offsets.map(([start, end]) => ({ type: 'paragraph', start, end }))
const pagesAt = (...starts: number[]) => starts.map(start => ({ label: 'p', start }))
const [article, actor] = [smallDataset.articles[0], smallDataset.actors[0]]
const twiceTheClaimLayer = {
  ...builtInCodebook,
  layers: [...builtInCodebook.layers, builtInCodebook.layers[0]]
}
const first = 'annotations[0].spans[0]'

/** Files that are broken as a whole. */
const brokenFiles: [what: string, file: SourceFile, code: string, place: string][] = [
  ['no bytes', toSource('x.json', ''), 'empty-file', 'x.json'],
  ['only white space', toSource('x.json', ' \n'), 'empty-file', 'x.json'],
  [
    'too many bytes',
    { name: 'x.json', bytes: new Uint8Array(maximumDatasetBytes + 1) },
    'too-large',
    'x.json'
  ],
  ['bytes that are not UTF-8', { name: 'x.json', bytes: Uint8Array.of(0x7b, 0xff) }, 'not-utf8', 'x.json'],
  [
    'a comma too many',
    toSource('x.json', '{\n  "format": "counterpoint-dataset",\n}'),
    'not-json',
    'line 3, column 1'
  ],
  ['half a file', toSource('x.json', '{"format": "counterp'), 'not-json', 'line 1, column 21'],
  [
    'a million brackets',
    toSource('x.json', '['.repeat(1e6) + ']'.repeat(1e6)),
    'wrong-shape',
    '[0]'.repeat(65)
  ],
  ['a list', toSource('x.json', '[]'), 'not-a-dataset', 'x.json'],
  ['JSON of someone else', toSource('x.json', '{"type":"Annotation"}'), 'not-a-dataset', 'format'],
  [
    'no content span',
    dataset({ 'annotations[0].spans': [sourceSpan] }),
    'wrong-shape',
    'annotations[0].spans'
  ],
  ['two articles of one id', dataset({ 'articles[1]': article }), 'duplicate-id', 'articles[1].id'],
  ['two actors of one id', dataset({ 'actors[1]': actor }), 'duplicate-id', 'actors[1].id'],
  [
    'an issue that is part of itself',
    dataset({ 'issues[0]': { id: 'i', question: 'Why?', partOf: 'i' } }),
    'nested-issue',
    'issues[0].partOf'
  ],
  ['two annotations of one id', dataset({ 'annotations[2]': claim }), 'duplicate-id', 'annotations[2].id'],
  [
    'two layers of one id',
    dataset({ codebook: twiceTheClaimLayer }),
    'duplicate-id',
    'codebook.layers[3].id'
  ],
  [
    'two texts of one revision',
    dataset({ 'articles[0].earlierRevisions': [{ revision: 1, text: 'Old' }] }),
    'duplicate-id',
    'articles[0].earlierRevisions[0].revision'
  ],
  ['a newer version of another shape', dataset({ version: 2, layout: {} }), 'newer-version', 'version'],
  [
    'a text the blocks do not reach',
    dataset({ 'articles[0].blocks': blocksOf([0, 10]) }),
    'wrong-blocks',
    'articles[0].blocks'
  ],
  [
    'a block behind the text',
    dataset({ 'articles[0].blocks': blocksOf([0, 999]) }),
    'offset-outside-text',
    'articles[0].blocks[0].end'
  ],
  [
    'blocks that overlap',
    dataset({ 'articles[0].blocks': blocksOf([0, 10], [5, 47]) }),
    'wrong-blocks',
    'articles[0].blocks[1].start'
  ],
  [
    'words between blocks',
    dataset({ 'articles[0].blocks': blocksOf([0, 10], [14, 47]) }),
    'wrong-blocks',
    'articles[0].blocks[1].start'
  ],
  [
    'a page behind the text',
    dataset({ 'articles[0].pages': [{ label: '1', start: 999 }] }),
    'offset-outside-text',
    'articles[0].pages[0].start'
  ],
  [
    'pages out of order',
    dataset({ 'articles[0].pages': pagesAt(12, 3) }),
    'wrong-pages',
    'articles[0].pages[1].start'
  ]
]

/** Places with a value that must not stand there: the error names just that place. */
const brokenValues: [what: string, place: string, value: unknown, code: string][] = [
  ['a version that is text', 'version', '1', 'wrong-shape'],
  ['UTF-16 offsets', 'offsetUnit', 'utf-16', 'unsupported-unit'],
  ['a key we do not know', 'colour', 1, 'wrong-shape'],
  ['a nested key we do not know', `${first}.length`, 1, 'wrong-shape'],
  ['no project', 'project', undefined, 'wrong-shape'],
  ['a title that is a number', 'articles[0].title', 7, 'wrong-shape'],
  ['an id with a space', 'issues[0].id', 'a b', 'wrong-shape'],
  ['a time without a zone', 'exportedAt', '2024-01-01T00:00', 'wrong-shape'],
  ['certainty above 1', 'annotations[0].confidence', 2, 'wrong-shape'],
  ['a relation of no known type', 'relations[0].type', 'likes', 'wrong-shape'],
  ['an empty quote', `${first}.quote`, '', 'wrong-shape'],
  ['no spans', 'annotations[0].spans', [], 'wrong-shape'],
  ['half an offset', `${first}.start`, 1.5, 'wrong-shape'],
  ['a span that ends first', `${first}.end`, 20, 'wrong-shape'],
  ['an offset below 0', `${first}.start`, -1, 'offset-outside-text'],
  ['an offset behind the text', `${first}.end`, 999, 'offset-outside-text'],
  ['another quote', `${first}.quote`, 'he was Charged', 'quote-differs'],
  ['an unknown article', 'annotations[0].articleId', 'b', 'dangling-id'],
  ['an unknown revision', 'annotations[0].revision', 3, 'dangling-id'],
  ['an unknown annotator', 'annotations[0].annotatorId', 'x', 'dangling-id'],
  ['an unknown end of a relation', 'relations[0].to', 'n9', 'dangling-id'],
  ['an unknown whole of an issue', 'issues[0].partOf', 'x', 'dangling-id'],
  ['an unknown defendant', 'cases[0].charges[0].defendants[1]', 'x', 'dangling-id'],
  ['a layer that is not there', 'annotations[0].layer', 'frame', 'unknown-layer'],
  ['another text than was hashed', 'articles[0].textSha256', 'a'.repeat(64), 'text-differs'],
  ['half a character', 'articles[0].text', `${smallText}\ud83d`, 'lone-surrogate'],
  ['an option that is not there', 'annotations[1].attributes.type', 'party', 'invalid-attribute'],
  ['an attribute that is not there', 'annotations[0].attributes.mood', 'x', 'invalid-attribute'],
  ['an attribute set to null', 'annotations[0].attributes.verdict', null, 'invalid-attribute'],
  ['a date that is none', 'annotations[1].attributes.date', 'May', 'invalid-attribute'],
  ['an unknown actor', 'annotations[0].attributes.claimant', 'x', 'invalid-attribute'],
  ['a link that runs', 'annotations[0].attributes.evidence', ['javascript:alert(1)'], 'invalid-attribute']
]

describe('a broken dataset ends in one named error with its place', () => {
  const table = [
    ...brokenFiles,
    ...brokenValues.map(
      ([what, place, value, code]) => [what, dataset({ [place]: value }), code, place] as const
    )
  ]
  test.each(table)('%s', (_, file, code, place) => {
    const result = read(file)
    expect(result).toMatchObject({ ok: false, error: { code, place } })
    if (result.ok) return
    expect(result.error.message).toMatch(/\.$/)
    expect(result.error.message).not.toContain('more problem')
  })
})

test('several problems are counted and the next ones placed', () => {
  const result = read(
    dataset({ [`${first}.start`]: 21, 'annotations[1].attributes.type': 'party', 'relations[0].from': 'n9' })
  )
  if (result.ok) throw new Error('was read')
  expect(result.error.place).toBe(`${first}.quote`)
  expect(result.error.message).toContain(
    'There are 2 more problems (annotations[1].attributes.type, relations[0].from).'
  )
})

test('counting ends at twenty problems', () => {
  const annotations = Array.from({ length: 500 }, (_, index) => ({
    ...claim,
    id: `n${index}`,
    annotatorId: 'x'
  }))
  const result = read(dataset({ annotations }))
  expect(result.ok ? '' : result.error.message).toContain('at least 19 more problems')
})

test('a quote that fits UTF-16 offsets says so', () => {
  const result = read(dataset({ [`${first}.start`]: 23, [`${first}.end`]: 37 }))
  expect(result.ok ? '' : result.error.message).toContain('UTF-16')
})

describe('what is kept but said', () => {
  const cut = { role: 'cue', start: 12, end: 13, quote: '👩' }
  const early = { role: 'content', start: 0, end: 1, quote: 'A' }
  test.each([
    ['a span that splits a character', { 'annotations[0].spans[2]': cut }, 'annotations[0].spans[2]'],
    [
      'a span role the layer does not have',
      { 'annotations[0].spans[1].role': 'party' },
      'annotations[0].spans[1]'
    ],
    [
      'a publication date that is none',
      { 'articles[0].publishedAt': 'last week' },
      'articles[0].publishedAt'
    ],
    ['pieces out of order', { 'annotations[0].spans[2]': early }, 'annotations[0].spans']
  ])('%s', (_, changes, place) => {
    const { data, issues } = readWhole(smallDatasetWith(changes))
    expect(issues.map(issue => issue.place)).toEqual([place])
    const content = data.annotations[0]?.spans.filter(piece => piece.role === 'content') ?? []
    const starts = content.map(piece => piece.startUtf16)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

// Two to three seconds on an idle machine; measured against the engine's parser, so that a busy one passes.
test(
  '100,000 annotations are read in a small multiple of the time of JSON.parse',
  { timeout: 60_000 },
  () => {
    const annotations = Array.from({ length: 100_000 }, (_, index) => ({
      ...(index % 2 === 0 ? claim : event),
      id: `n${index + 1}`
    }))
    const text = JSON.stringify({ ...smallDataset, annotations })
    const file = toSource('large.json', text)
    const timeOf = (work: () => unknown) => {
      const start = performance.now()
      expect(work()).toBeTruthy()
      return performance.now() - start
    }
    const plain = timeOf(() => JSON.parse(text))
    expect(timeOf(() => read(file).ok)).toBeLessThan(25 * plain)
  }
)
