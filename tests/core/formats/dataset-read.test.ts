import { describe, expect, test } from 'vitest'
import { maximumDatasetBytes } from '../../../src/core/formats/dataset/parse-file'
import { readDataset } from '../../../src/core/formats/dataset/read'
import type { SourceFile } from '../../../src/core/formats/format'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { readContext, toSource } from './in-memory'
import { fileOf, smallDataset, smallText, type Loose } from './small-dataset'

const read = (...files: SourceFile[]) => readDataset(files, readContext())

function readWhole(dataset: Loose) {
  const result = read(fileOf(dataset))
  if (!result.ok) throw new Error(`${result.error.message} at ${result.error.place}`)
  return result.value
}

describe('a dataset made by hand', () => {
  const { data, issues } = readWhole(smallDataset())

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
    expect(read(toSource('a.json', `\ufeff${JSON.stringify(smallDataset())}`)).ok).toBe(true)
  })
})

test('an object key that hides from checks is found however deep it is', () => {
  const hidden = JSON.stringify(smallDataset()).replace('"claimant"', '"__proto__":{"polluted":1},"claimant"')
  expect(read(toSource('a.json', hidden))).toMatchObject({
    ok: false,
    error: { code: 'wrong-shape', place: 'annotations[0].attributes.__proto__' }
  })
})

const dataset = (change: (whole: Loose) => void) => {
  const whole = smallDataset()
  change(whole)
  return fileOf(whole)
}
const span = (whole: Loose) => whole.annotations[0].spans[0]
const earlier = { revision: 2, text: 'Old' }
const blocksOf = (...offsets: [number, number][]) =>
  offsets.map(([start, end]) => ({ type: 'paragraph', start, end }))

const broken: [what: string, file: SourceFile, code: string, place: string][] = [
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
  ['a newer version', dataset(d => Object.assign(d, { version: 2, layout: {} })), 'newer-version', 'version'],
  ['a version that is text', dataset(d => (d.version = '1')), 'wrong-shape', 'version'],
  ['UTF-16 offsets', dataset(d => (d.offsetUnit = 'utf-16')), 'unsupported-unit', 'offsetUnit'],
  ['a key we do not know', dataset(d => (d.colour = 1)), 'wrong-shape', 'colour'],
  [
    'a nested key we do not know',
    dataset(d => (span(d).length = 1)),
    'wrong-shape',
    'annotations[0].spans[0].length'
  ],
  ['no project', dataset(d => delete d.project), 'wrong-shape', 'project'],
  ['a title that is a number', dataset(d => (d.articles[0].title = 7)), 'wrong-shape', 'articles[0].title'],
  ['an id with a space', dataset(d => (d.issues[0].id = 'a b')), 'wrong-shape', 'issues[0].id'],
  ['a time without a zone', dataset(d => (d.exportedAt = '2024-01-01T00:00')), 'wrong-shape', 'exportedAt'],
  [
    'certainty above 1',
    dataset(d => (d.annotations[0].confidence = 2)),
    'wrong-shape',
    'annotations[0].confidence'
  ],
  [
    'a relation of no known type',
    dataset(d => (d.relations[0].type = 'likes')),
    'wrong-shape',
    'relations[0].type'
  ],
  ['an empty quote', dataset(d => (span(d).quote = '')), 'wrong-shape', 'annotations[0].spans[0].quote'],
  ['no spans', dataset(d => (d.annotations[0].spans = [])), 'wrong-shape', 'annotations[0].spans'],
  ['no content span', dataset(d => d.annotations[0].spans.shift()), 'wrong-shape', 'annotations[0].spans'],
  ['two articles of one id', dataset(d => d.articles.push(d.articles[0])), 'duplicate-id', 'articles[1].id'],
  ['two actors of one id', dataset(d => d.actors.push(d.actors[0])), 'duplicate-id', 'actors[1].id'],
  [
    'two annotations of one id',
    dataset(d => d.annotations.push(d.annotations[0])),
    'duplicate-id',
    'annotations[2].id'
  ],
  [
    'two layers of one id',
    dataset(
      d =>
        (d.codebook = { ...builtInCodebook, layers: [...builtInCodebook.layers, builtInCodebook.layers[0]] })
    ),
    'duplicate-id',
    'codebook.layers[3].id'
  ],
  [
    'two texts of one revision',
    dataset(d => Object.assign(d.articles[0], { revision: 2, earlierRevisions: [earlier] })),
    'duplicate-id',
    'articles[0].earlierRevisions[0].revision'
  ],
  [
    'an unknown article',
    dataset(d => (d.annotations[0].articleId = 'b')),
    'dangling-id',
    'annotations[0].articleId'
  ],
  [
    'an unknown revision',
    dataset(d => (d.annotations[0].revision = 3)),
    'dangling-id',
    'annotations[0].revision'
  ],
  [
    'an unknown annotator',
    dataset(d => (d.annotations[0].annotatorId = 'x')),
    'dangling-id',
    'annotations[0].annotatorId'
  ],
  [
    'an unknown end of a relation',
    dataset(d => (d.relations[0].to = 'n9')),
    'dangling-id',
    'relations[0].to'
  ],
  [
    'an unknown defendant',
    dataset(d => (d.cases[0].charges[0].defendants = ['ana', 'x'])),
    'dangling-id',
    'cases[0].charges[0].defendants[1]'
  ],
  [
    'a layer that is not there',
    dataset(d => (d.annotations[0].layer = 'frame')),
    'unknown-layer',
    'annotations[0].layer'
  ],
  [
    'an offset below 0',
    dataset(d => (span(d).start = -1)),
    'offset-outside-text',
    'annotations[0].spans[0].start'
  ],
  ['half an offset', dataset(d => (span(d).start = 1.5)), 'wrong-shape', 'annotations[0].spans[0].start'],
  [
    'an offset behind the text',
    dataset(d => (span(d).end = 999)),
    'offset-outside-text',
    'annotations[0].spans[0].end'
  ],
  ['a span that ends first', dataset(d => (span(d).end = 20)), 'wrong-shape', 'annotations[0].spans[0].end'],
  [
    'a quote one character off',
    dataset(d => (span(d).start = 21)),
    'quote-differs',
    'annotations[0].spans[0].quote'
  ],
  [
    'another text than was hashed',
    dataset(d => (d.articles[0].textSha256 = 'a'.repeat(64))),
    'text-differs',
    'articles[0].textSha256'
  ],
  ['half a character', dataset(d => (d.articles[0].text += '\ud83d')), 'lone-surrogate', 'articles[0].text'],
  [
    'an option that is not there',
    dataset(d => (d.annotations[1].attributes.type = 'party')),
    'invalid-attribute',
    'annotations[1].attributes.type'
  ],
  [
    'an attribute that is not there',
    dataset(d => (d.annotations[0].attributes.mood = 'x')),
    'invalid-attribute',
    'annotations[0].attributes.mood'
  ],
  [
    'an attribute set to null',
    dataset(d => (d.annotations[0].attributes.verdict = null)),
    'invalid-attribute',
    'annotations[0].attributes.verdict'
  ],
  [
    'a date that is none',
    dataset(d => (d.annotations[1].attributes.date = 'May')),
    'invalid-attribute',
    'annotations[1].attributes.date'
  ],
  [
    'an unknown actor',
    dataset(d => (d.annotations[0].attributes.claimant = 'x')),
    'invalid-attribute',
    'annotations[0].attributes.claimant'
  ],
  [
    'a block behind the text',
    dataset(d => (d.articles[0].blocks = blocksOf([0, 999]))),
    'offset-outside-text',
    'articles[0].blocks[0].end'
  ],
  [
    'blocks that overlap',
    dataset(d => (d.articles[0].blocks = blocksOf([0, 10], [5, 37]))),
    'wrong-blocks',
    'articles[0].blocks[1].start'
  ],
  [
    'words between blocks',
    dataset(d => (d.articles[0].blocks = blocksOf([0, 10], [14, 37]))),
    'wrong-blocks',
    'articles[0].blocks[1].start'
  ],
  [
    'words after the last block',
    dataset(d => (d.articles[0].blocks = blocksOf([0, 10]))),
    'wrong-blocks',
    'articles[0].blocks'
  ]
]

describe('a broken dataset ends in one named error with its place', () => {
  test.each(broken)('%s', (_, file, code, place) => {
    const result = read(file)
    expect(result).toMatchObject({ ok: false, error: { code } })
    if (result.ok) return
    expect(result.error.place).toBe(place)
    expect(result.error.message).toMatch(/\.$/)
    expect(result.error.message).not.toContain('more problem')
  })
})

test('several problems are counted and the next ones placed', () => {
  const whole = smallDataset()
  span(whole).start = 21
  whole.annotations[1].attributes.type = 'party'
  whole.relations[0].from = 'n9'
  const result = read(fileOf(whole))
  if (result.ok) throw new Error('was read')
  expect(result.error.place).toBe('annotations[0].spans[0].quote')
  expect(result.error.message).toMatch(
    /There are 2 more problems \(annotations\[1\].attributes.type, relations\[0\].from\)\.$/
  )
})

test('counting ends at twenty problems', () => {
  const whole = smallDataset()
  const template = whole.annotations[0]
  whole.annotations = Array.from({ length: 500 }, (_, index) => ({
    ...template,
    id: `n${index}`,
    annotatorId: 'x'
  }))
  const result = read(fileOf(whole))
  expect(result.ok ? '' : result.error.message).toContain('at least 19 more problems')
})

test('a quote that fits UTF-16 offsets says so', () => {
  const whole = smallDataset()
  Object.assign(span(whole), { start: 23, end: 37 })
  const result = read(fileOf(whole))
  expect(result.ok ? '' : result.error.message).toContain('UTF-16')
})

describe('what is kept but said', () => {
  test.each<[string, (whole: Loose) => void, string]>([
    [
      'a span that splits a character',
      d => d.annotations[0].spans.push({ role: 'cue', start: 12, end: 13, quote: '👩' }),
      'annotations[0].spans[2]'
    ],
    [
      'a span role the layer does not have',
      d => (d.annotations[0].spans[1].role = 'party'),
      'annotations[0].spans[1]'
    ],
    [
      'a publication date that is none',
      d => (d.articles[0].publishedAt = 'last week'),
      'articles[0].publishedAt'
    ],
    [
      'pieces out of order',
      d => d.annotations[0].spans.push({ role: 'content', start: 0, end: 1, quote: 'A' }),
      'annotations[0].spans'
    ]
  ])('%s', (_, change, place) => {
    const whole = smallDataset()
    change(whole)
    const { data, issues } = readWhole(whole)
    expect(issues.map(issue => issue.place)).toEqual([place])
    const content = data.annotations[0]?.spans.filter(piece => piece.role === 'content') ?? []
    expect(content.map(piece => piece.startUtf16)).toEqual(
      content.map(piece => piece.startUtf16).sort((a, b) => a - b)
    )
  })
})

test('100,000 annotations are read within five seconds', { timeout: 60_000 }, () => {
  const whole = smallDataset()
  const [claim, event] = whole.annotations
  whole.annotations = Array.from({ length: 100_000 }, (_, index) => ({
    ...(index % 2 ? claim : event),
    id: `n${index + 1}`
  }))
  const file = fileOf(whole)
  const start = performance.now()
  const result = read(file)
  expect(result.ok).toBe(true)
  expect(performance.now() - start).toBeLessThan(5000)
})
