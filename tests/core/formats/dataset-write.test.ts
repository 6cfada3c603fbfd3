import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDataset } from '../../../src/core/formats/dataset/read'
import {
  datasetArticleSchema,
  datasetAnnotationSchema,
  datasetSchema,
  type Dataset
} from '../../../src/core/formats/dataset/schema'
import { writeDataset } from '../../../src/core/formats/dataset/write'
import { sourceOf } from '../../../src/core/formats/project-source'
import { WriteFailure } from '../../../src/core/formats/write-failure'
import type { Annotation, ProjectData } from '../../../src/core/project/entities'
import { sha256OfText } from '../../../src/core/project/sha256'
import { arbitraryProject } from './arbitrary-project'
import { readContext, textOf, toSource, writeContext } from './in-memory'
import { fileOf, smallDataset } from './small-dataset'

/** The small dataset as a project. */
function smallProject(): ProjectData {
  const result = readDataset([fileOf(smallDataset)], readContext())
  if (!result.ok) throw new Error(result.error.message)
  return result.value.data
}

function write(data: ProjectData) {
  const { files, issues } = writeDataset(sourceOf(data), writeContext)
  const text = [...files].map(textOf).join('')
  return { text, issues, dataset: JSON.parse(text) as Dataset }
}

test('keys stand in the order of the published description', () => {
  const { dataset } = write(smallProject())
  expect(Object.keys(dataset)).toEqual(Object.keys(datasetSchema.shape))
  expect(Object.keys(dataset).slice(0, 6)).toEqual([
    'format',
    'version',
    'generator',
    'exportedAt',
    'offsetUnit',
    'project'
  ])
  expect(Object.keys(dataset.articles[0]!).slice(0, 11)).toEqual([
    'id',
    'title',
    'byline',
    'outlet',
    'url',
    'publishedAt',
    'language',
    'revision',
    'text',
    'textSha256',
    'blocks'
  ])
  const optional = ['earlierRevisions', 'pages']
  const articleKeys = Object.keys(datasetArticleSchema.shape).filter(key => !optional.includes(key))
  expect(Object.keys(dataset.articles[0]!)).toEqual(articleKeys)
  const annotationKeys = Object.keys(datasetAnnotationSchema.shape).filter(key => key !== 'placement')
  expect(Object.keys(dataset.annotations[0]!)).toEqual(annotationKeys)
  expect(Object.keys(dataset.annotations[0]!.spans[0]!)).toEqual(['role', 'start', 'end', 'quote'])
  expect(Object.keys(dataset.relations[0]!)).toEqual(['id', 'type', 'from', 'to', 'annotatorId'])
})

// Rows come from stores and edits that keep keys in the order they were set.
test('the order in which attributes were set does not show', () => {
  const data = smallProject()
  const reversed = data.annotations.map(row => ({
    ...Object.fromEntries(Object.entries(row).reverse()),
    attributes: Object.fromEntries(Object.entries(row.attributes).reverse())
  }))
  expect(write({ ...data, annotations: reversed as Annotation[] }).text).toBe(write(data).text)
})

test('the pieces make the text that JSON.stringify would', () => {
  fc.assert(
    fc.property(arbitraryProject, data => {
      const { text, dataset } = write(data)
      expect(text).toBe(`${JSON.stringify(dataset, null, 2)}\n`)
    }),
    { numRuns: 50 }
  )
})

test('offsets count code points', () => {
  const { dataset } = write(smallProject())
  const { start, end, quote } = dataset.annotations[0]!.spans[0]!
  expect([...dataset.articles[0]!.text].slice(start, end).join('')).toBe(quote)
  expect([start, end]).toEqual([22, 36])
})

/** A schema that ships, as another program reads it. */
function validator(name: string) {
  const ajv = new Ajv2020({ allErrors: true })
  addFormats(ajv)
  const file = new URL(`../../../resources/schema/${name}.schema.json`, import.meta.url)
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)
}

test('what is written satisfies the JSON Schema that ships', () => {
  const validate = validator('counterpoint-dataset')
  fc.assert(
    fc.property(arbitraryProject, data => {
      validate(write(data).dataset)
      expect(validate.errors ?? []).toEqual([])
    }),
    { numRuns: 50 }
  )
  expect(validate(smallDataset)).toBe(true)
  expect(validate({ ...smallDataset, colour: 1 })).toBe(false)
})

describe('without the texts', () => {
  const withoutTexts = (data: ProjectData) =>
    [...writeDataset(sourceOf(data), { ...writeContext, withholdsText: true }).files].map(textOf).join('')

  test('there are positions and hashes, by a schema of their own', () => {
    const validate = validator('counterpoint-dataset-without-texts')
    fc.assert(
      fc.property(arbitraryProject, data => {
        const text = withoutTexts(data)
        expect(text).not.toMatch(/"(?:text|quote)":/)
        validate(JSON.parse(text))
        expect(validate.errors ?? []).toEqual([])
      }),
      { numRuns: 20 }
    )
    expect(validate(smallDataset)).toBe(false)
  })

  test('hashes are those of the texts and quotations, and all else is as it is with them', () => {
    const { dataset } = write(smallProject())
    const { textsWithheld, ...withheld } = JSON.parse(withoutTexts(smallProject())) as Record<string, unknown>
    expect(textsWithheld).toBe(true)
    expect(withheld).toEqual({
      ...dataset,
      articles: dataset.articles.map(({ text: _, ...row }) => row),
      annotations: dataset.annotations.map(row => ({
        ...row,
        spans: row.spans.map(({ quote, ...span }) => ({ ...span, quoteSha256: sha256OfText(quote) }))
      }))
    })
  })
})

describe('a project that contradicts itself is not written', () => {
  const change = (row: Partial<Annotation>) => (data: ProjectData) => Object.assign(data.annotations[0]!, row)
  const span = { role: 'content', startUtf16: 0, endUtf16: 1, quote: 'A' }
  test.each<[string, (data: ProjectData) => unknown, string]>([
    ['a quote that is not in the text', change({ spans: [{ ...span, quote: 'B' }] }), 'quote-differs'],
    [
      'half a surrogate pair',
      change({ spans: [{ ...span, startUtf16: 13, endUtf16: 15 }] }),
      'offset-splits-character'
    ],
    ['an offset behind the text', change({ spans: [{ ...span, endUtf16: 999 }] }), 'offset-outside-text'],
    ['a layer that is not there', change({ layer: 'x' as Annotation['layer'] }), 'unknown-layer'],
    [
      'an annotator who is not there',
      change({ annotatorId: 'x' as Annotation['annotatorId'] }),
      'dangling-id'
    ],
    ['an article that is not there', change({ articleId: 'x' as Annotation['articleId'] }), 'dangling-id'],
    ['a revision that is not there', change({ revision: 7 }), 'dangling-id'],
    ['no text of an article', data => data.revisions.pop(), 'dangling-id']
  ])('%s', (_, breakIt, code) => {
    const data = smallProject()
    breakIt(data)
    let thrown: unknown
    try {
      write(data)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(WriteFailure)
    expect((thrown as WriteFailure).failure.code).toBe(code)
  })
})

// A file that its own reader refuses would be lost work.
describe('what no dataset may say is left out and reported, and the rest can be read', () => {
  test.each<[string, (data: ProjectData) => unknown, string]>([
    ['an actor who was deleted', data => (data.annotations[0]!.attributes.claimant = 'x'), 'claimant'],
    ['an attribute the codebook lost', data => (data.annotations[0]!.attributes.mood = 'x'), 'mood'],
    ['a date that is none', data => (data.annotations[1]!.attributes.date = 'May'), 'date'],
    ['a relation with a missing end', data => (data.relations[0]!.to = 'x' as Annotation['id']), 'relations'],
    [
      'a defendant who was deleted',
      data => data.cases[0]!.charges[0]!.defendants.push('x' as never),
      'charges'
    ],
    ['an issue whose whole was deleted', data => (data.issues[0]!.partOf = 'x' as never), 'issues'],
    [
      'a text nothing points at',
      data => data.revisions.push({ ...data.revisions[0]!, number: 9 }),
      'revisions'
    ]
  ])('%s', (_, breakIt, place) => {
    const data = smallProject()
    breakIt(data)
    const { text, issues } = write(data)
    expect(issues).toHaveLength(1)
    expect(issues[0]?.place).toContain(place)
    expect(readDataset([toSource('a.json', text)], readContext()).ok).toBe(true)
  })
})

test('100,000 annotations are written in pieces that block nobody', { timeout: 60_000 }, () => {
  const data = smallProject()
  const [claim, event] = data.annotations as [Annotation, Annotation]
  data.annotations = Array.from({ length: 100_000 }, (_, index) => ({
    ...(index % 2 ? claim : event),
    id: `n${index + 1}` as Annotation['id']
  }))
  const times: number[] = []
  let last = performance.now()
  const [file] = writeDataset(sourceOf(data), writeContext).files
  for (const chunk of file!.chunks) {
    expect(chunk.length).toBeLessThan(1_000_000)
    times.push(performance.now() - last)
    last = performance.now()
  }
  times.sort((a, b) => a - b)
  // The limit of a task is 50 ms; the median shows the size of a piece, undisturbed by other programs.
  expect(times.length).toBeGreaterThan(400)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(25)
})
