import { describe, expect, test } from 'vitest'
import { ProjectBuilder } from '../../../../src/core/formats/exchange/project-builder'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import { datasetFormat } from '../../../../src/core/formats/dataset/dataset-format'
import { readContext, writeAll } from '../in-memory'

function builder() {
  const made = new ProjectBuilder(readContext(), { title: 'From elsewhere' })
  const article = (text: string, unit: 'code-point' | 'utf-16' = 'code-point') => {
    const added = made.addArticle({ text, unit, title: 'An article' }, 'a.txt')
    if (added === null) throw new Error('The article was refused')
    return added
  }
  const build = () => {
    const result = made.build()
    if (!result.ok) throw new Error(`${result.error.message} at ${result.error.place}`)
    return result.value
  }
  return { made, article, build }
}

const label = (name: string, start: number, end: number, attributes: Record<string, string[]> = {}) => ({
  label: name,
  spans: [{ start, end }],
  attributes
})

// Rows have limits, and files know nothing of them.
test('names without end make rows that are stored and read back', () => {
  const long = `𝒜${'Ab '.repeat(100_000)}`
  const { made, build } = builder()
  const facts = { byline: long, outlet: long, url: long, publishedAt: long, language: long }
  const at = made.addArticle({ text: 'Ana spoke.', unit: 'utf-16', title: long, ...facts }, 'a.txt')
  if (at === null) throw new Error('The article was refused')
  const spans = [
    { start: 0, end: 3 },
    { role: long, start: 4, end: 9 }
  ]
  const attributes = { [long]: [long], holder: [long] }
  made.addAnnotation(at, { label: long, spans, attributes, memo: long, annotator: long }, 'line 1')
  made.addAnnotation(at, { label: 'perspective', spans, attributes: { holder: [long], issue: [long] } }, '2')
  const { files } = writeAll(datasetFormat, build().data)
  const read = datasetFormat.read!(files, readContext())
  expect(read.ok || read.error).toBe(true)
})

// More than there are keys: the labels of a finished annotation scheme, say.
test('a hundred labels are a hundred layers', () => {
  const { made, article, build } = builder()
  const at = article('Ana spoke.')
  const labels = Array.from({ length: 100 }, (_, i) => `LABEL_${i}`)
  for (const name of labels) made.addAnnotation(at, label(name, 0, 3), 'line 1')
  const { data } = build()
  expect(data.codebook.layers.map(layer => layer.name)).toEqual(labels)
  const { files } = writeAll(datasetFormat, data)
  const read = datasetFormat.read!(files, readContext())
  expect(read.ok && read.value.data.codebook.layers).toEqual(data.codebook.layers)
})

// Ids have Latin letters only; names that leave none, or fewer, are still different names.
test.each([
  ['警察', '法院'],
  ['C', 'C++'],
  ['Суд', 'суд 2']
])('%s and %s stay two layers, two attributes, two options and two parts', (one, other) => {
  const { made, article, build } = builder()
  const at = article('Ana spoke to Bo.')
  for (const name of [one, other]) {
    const spans = [
      { start: 0, end: 3 },
      { role: name, start: 4, end: 9 }
    ]
    made.addAnnotation(at, { label: name, spans, attributes: { [name]: ['yes', 'no'] } }, 'line 1')
  }
  const layer = made.addLayer('Any', 'line 2')
  if (layer === null) throw new Error('No layer')
  made.addChoice(layer, one, [{ name: one }, { name: other }], 'line 2')
  made.addChoice(layer, other, [{ name: one }], 'line 3')
  const { codebook, annotations } = build().data
  expect(codebook.layers.map(({ name }) => name)).toEqual([one, other, 'Any'])
  expect(layer.attributes.map(({ name }) => name)).toEqual([one, other])
  expect(layer.attributes[0]?.options?.map(({ name }) => name)).toEqual([one, other])
  expect(new Set(annotations.map(row => row.spans[1]?.role)).size).toBe(2)
})

describe('places', () => {
  test.each([
    ['code points after an astral character', '😀 said so', 'code-point', 2, 6, 'said'],
    ['UTF-16 units after an astral character', '😀 said so', 'utf-16', 3, 7, 'said'],
    ['code points across line breaks of two characters', 'a\r\n😀 b\r\nsaid', 'code-point', 8, 12, 'said'],
    ['a passage over such a line break', 'one\r\ntwo', 'utf-16', 0, 8, 'one\ntwo'],
    ['old Macintosh line breaks', 'one\rtwo', 'utf-16', 4, 7, 'two']
  ] as const)('%s', (_, text, unit, start, end, quote) => {
    const { made, article, build } = builder()
    made.addAnnotation(article(text, unit), label('claim', start, end), 'line 1')
    expect(build().data.annotations[0]?.spans[0]?.quote).toBe(quote)
  })

  test.each([
    [0, 99, 'offset-outside-text'],
    [-1, 2, 'offset-outside-text'],
    [3, 3, 'offset-outside-text'],
    [0.5, 2, 'offset-outside-text']
  ])('%d to %d is refused, and nothing is built', (start, end, code) => {
    const { made, article } = builder()
    expect(made.addAnnotation(article('A text'), label('claim', start, end), 'line 1')).toBeNull()
    expect(made.build()).toMatchObject({ ok: false, error: { code, place: 'line 1' } })
  })

  test('words that differ from those in the text are refused, whatever the line breaks', () => {
    const { made, article } = builder()
    const at = article('one\r\ntwo')
    const span = { start: 0, end: 8, quote: 'one\r\ntwo' }
    expect(made.addAnnotation(at, { label: 'claim', spans: [span] }, 'T1')).not.toBeNull()
    made.addAnnotation(at, { label: 'claim', spans: [{ ...span, quote: 'other' }] }, 'T2')
    expect(made.build()).toMatchObject({ ok: false, error: { code: 'quote-differs', place: 'T2' } })
  })
})

describe('labels', () => {
  test('those of the built-in codebook are its layers, by id or name, and the codebook stays as it is', () => {
    const { made, article, build } = builder()
    const at = article('Some text')
    for (const name of ['claim', 'Perspective', 'legal event'])
      made.addAnnotation(at, label(name, 0, 4), name)
    const { data } = build()
    expect(data.annotations.map(row => row.layer)).toEqual(['claim', 'perspective', 'legal-event'])
    expect(data.codebook).toMatchObject(builtInCodebook)
  })

  test('foreign ones alone make a codebook of their own', () => {
    const { made, article, build } = builder()
    const at = article('Some text')
    made.addAnnotation(at, label('PER', 0, 4, { Nickname: ['Bo'], sure: ['true'], n: ['2.5'] }), 'T1')
    made.addAnnotation(at, label('ORG', 0, 4), 'T2')
    const { data } = build()
    expect(data.codebook.layers.map(row => row.name)).toEqual(['PER', 'ORG'])
    expect(data.annotations[0]?.attributes).toEqual({ nickname: 'Bo', sure: true, n: 2.5 })
  })

  test('an option that the codebook lacks is added, not lost', () => {
    const { made, article, build } = builder()
    made.addAnnotation(article('Some text'), label('perspective', 0, 4, { stance: ['Both ways'] }), 'T1')
    const { data } = build()
    expect(data.annotations[0]?.attributes['stance']).toBe('both-ways')
    const stance = data.codebook.layers[1]?.attributes.find(row => row.id === 'stance')
    expect(stance?.options?.at(-1)).toEqual({ id: 'both-ways', name: 'Both ways' })
  })

  test('what is no value of its attribute is kept in the memo and said', () => {
    const { made, article, build } = builder()
    made.addAnnotation(article('Some text'), label('legal-event', 0, 4, { date: ['last week'] }), 'T1')
    const { data, issues } = build()
    expect(data.annotations[0]?.memo).toContain('last week')
    expect(issues).toMatchObject([{ place: 'T1' }])
  })

  test('names make entries once each', () => {
    const { made, article, build } = builder()
    const at = article('Some text')
    const event = {
      case: ['U.S. v. Ana'],
      parties: ['defendant: Ana: the first', 'judge: Bo'],
      counts: ['hung: 3']
    }
    made.addAnnotation(at, label('legal-event', 0, 4, event), 'T1')
    made.addAnnotation(at, label('perspective', 0, 4, { holder: ['Bo'], issue: ['Why?'] }), 'T2')
    made.addAnnotation(at, label('claim', 0, 4, { claimant: ['article'] }), 'T3')
    const { data } = build()
    expect(data.actors.map(row => row.name)).toEqual(['Ana: the first', 'Bo'])
    expect(data.cases.map(row => row.name)).toEqual(['U.S. v. Ana'])
    expect(data.issues.map(row => row.question)).toEqual(['Why?'])
    expect(data.annotations[2]?.attributes).toEqual({ claimant: 'article' })
    expect(data.annotations[0]?.attributes['counts']).toEqual({ hung: 3 })
  })
})
