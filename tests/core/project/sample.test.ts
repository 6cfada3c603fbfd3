import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkAttributeValue } from '../../../src/core/annotation/attribute-value'
import { missingRequired } from '../../../src/core/annotation/completeness'
import { datasetFormat } from '../../../src/core/formats/dataset/dataset-format'
import { sourceOf } from '../../../src/core/formats/project-source'
import { textOf as textOfFile } from '../formats/in-memory'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { findLayer } from '../../../src/core/project/codebook'
import type { Annotation, Counts, ProjectData } from '../../../src/core/project/entities'

const root = new URL('../../../', import.meta.url)
const bytes = readFileSync(new URL('resources/sample/sample.counterpoint.json', root))
/** A real article on the same matter, kept beside the repository and never in it. */
const corpus = new URL('../shared/corpus/backpage-2024.txt', root)

interface RawSpan {
  start: number
  end: number
  quote: string
}
interface RawDataset {
  exportedAt: string
  generator: { name: string; version: string }
  articles: {
    id: string
    text: string
    textSha256: string
    blocks: { type: string; start: number; end: number }[]
  }[]
  annotations: { id: string; articleId: string; spans: RawSpan[] }[]
}
const raw = JSON.parse(bytes.toString('utf8')) as RawDataset
const article = raw.articles[0]!
const textOf = new Map(raw.articles.map(row => [row.id, [...row.text]]))

let data: ProjectData
beforeAll(() => {
  const file = { name: 'sample.counterpoint.json', bytes: new Uint8Array(bytes) }
  const read = datasetFormat.read!([file], { newId: () => 'no-id', now: raw.exportedAt })
  if (!read.ok) throw new Error(`${read.error.place}: ${read.error.message}`)
  expect(read.value.issues).toEqual([])
  data = read.value.data
})

const layerOf = (annotation: Annotation) => findLayer(data.codebook, annotation.layer)!
const contentOf = (annotation: Annotation) => annotation.spans.filter(span => span.role === 'content')
const words = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)]
    .filter(segment => segment.isWordLike)
    .map(segment => segment.segment.toLowerCase().replaceAll('’', "'"))

describe('the sample as a file', () => {
  test('is what its sources make', () => {
    const run = () => execFileSync(process.execPath, ['scripts/make-sample.mjs', '--check'], { cwd: root })
    expect(run).not.toThrow()
  }, 60_000)

  test('is written again byte for byte', () => {
    const { files, issues } = datasetFormat.write!(sourceOf(data), raw)
    expect([...files].map(textOfFile).join('')).toBe(bytes.toString('utf8'))
    expect(issues).toEqual([])
  })

  test('counts offsets in code points, and every quote is what the text says there', () => {
    for (const { id, articleId, spans } of raw.annotations)
      for (const { start, end, quote } of spans)
        expect(textOf.get(articleId)?.slice(start, end).join(''), id).toBe(quote)
  })

  test('has the hash of each text, and blocks that join to it', () => {
    for (const { id, text, textSha256, blocks } of raw.articles) {
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(textSha256)
      const pieces = blocks.map(({ start, end }) => textOf.get(id)?.slice(start, end).join(''))
      expect(pieces.join('\n\n')).toBe(text)
    }
    expect(article.blocks.filter(block => block.type === 'heading').length).toBeGreaterThanOrEqual(4)
  })
})

describe('the sample shows what the app is for', () => {
  test('the article is long enough to need it and short enough to read', () => {
    expect(words(article.text).length).toBeGreaterThanOrEqual(1200)
    expect(words(article.text).length).toBeLessThanOrEqual(1800)
  })

  test.each(['claim', 'perspective', 'legal-event'])('layer %s has at least 18 annotations', layer => {
    expect(data.annotations.filter(annotation => annotation.layer === layer).length).toBeGreaterThanOrEqual(
      18
    )
  })

  test.each(['source', 'cue', 'trigger', 'date', 'party'])('spans of role %s occur', role => {
    const found = data.annotations.filter(annotation => annotation.spans.some(span => span.role === role))
    expect(found.length).toBeGreaterThanOrEqual(5)
  })

  test('some annotations have several pieces, cross a paragraph or share their words with others', () => {
    expect(data.annotations.filter(row => contentOf(row).length > 1).length).toBeGreaterThanOrEqual(2)
    expect(data.annotations.some(row => contentOf(row).some(span => span.quote.includes('\n\n')))).toBe(true)
    const pieces = data.annotations.flatMap(contentOf)
    const nested = pieces.filter(a =>
      pieces.some(b => a !== b && b.startUtf16 <= a.startUtf16 && a.endUtf16 <= b.endUtf16)
    )
    expect(nested.length).toBeGreaterThanOrEqual(10)
  })

  test.each([
    ['legal-event', 'modality', ['actual', 'planned', 'requested', 'hypothetical', 'negated']],
    ['perspective', 'stance', ['supports', 'opposes', 'mixed', 'neutral', 'unclear']],
    ['perspective', 'form', ['direct', 'indirect', 'mixed']],
    ['claim', 'standing', ['asserted', 'alleged', 'charged', 'found-by-court', 'disputed']]
  ])('%s.%s takes many of its values', (layer, attribute, values) => {
    const found = data.annotations.filter(row => row.layer === layer).map(row => row.attributes[attribute])
    expect(found).toEqual(expect.arrayContaining(values))
  })

  test('every issue has voices on more than one side', () => {
    for (const issue of data.issues) {
      const views = data.annotations.filter(row => row.attributes['issue'] === issue.id)
      expect(new Set(views.map(row => row.attributes['stance'])).size, issue.id).toBeGreaterThanOrEqual(2)
    }
  })

  test('a second article tells the same story otherwise: events in both, views and counts that the other has not', () => {
    const of = (index: number) => data.annotations.filter(row => row.articleId === raw.articles[index]?.id)
    const articleOf = new Map(data.annotations.map(row => [row.id, row.articleId]))
    const shared = data.relations.filter(
      ({ type, from, to }) => type === 'same-event' && articleOf.get(from) !== articleOf.get(to)
    )
    expect(shared.length).toBeGreaterThanOrEqual(8)
    const holders = (index: number) => [...new Set(of(index).map(row => row.attributes['holder']))]
    const [first, second] = [holders(0), holders(1)]
    expect(second.filter(holder => !first.includes(holder)).length).toBeGreaterThan(0)
    expect(first.filter(holder => !second.includes(holder)).length).toBeGreaterThan(5)
  })

  test('the closure has sub-issues, and each of them has voices', () => {
    const parts = data.issues.filter(issue => issue.partOf === 'issue-closure')
    expect(parts.length).toBeGreaterThanOrEqual(3)
    for (const { id } of parts)
      expect(
        data.annotations.some(row => row.attributes['issue'] === id),
        id
      ).toBe(true)
  })

  test('some events have no date, which the timeline keeps apart', () => {
    expect(data.annotations.filter(row => row.attributes['date'] === 'XXXX').length).toBeGreaterThanOrEqual(2)
  })

  test('the story is told out of order: a sentence comes before the charge it ends', () => {
    const first = (type: string) => {
      const found = data.annotations.find(row => row.attributes['type'] === type)!
      return contentOf(found)[0]!.startUtf16
    }
    expect(first('sentence')).toBeLessThan(first('charge'))
    expect(new Set(data.relations.map(relation => relation.type)).size).toBeGreaterThanOrEqual(6)
  })
})

describe('the sample keeps to its codebook', () => {
  test('which is the built-in one', () => {
    expect(data.codebook).toEqual({ ...builtInCodebook, projectId: data.project.id })
  })

  test('nothing required is missing and every value is allowed and points at something', () => {
    const known = {
      actors: new Set(data.actors.map(row => row.id)),
      issues: new Set(data.issues.map(row => row.id)),
      cases: new Set(data.cases.map(row => row.id))
    }
    for (const annotation of data.annotations) {
      const layer = layerOf(annotation)
      expect(missingRequired(annotation, layer), annotation.id).toEqual([])
      for (const [id, value] of Object.entries(annotation.attributes)) {
        const attribute = layer.attributes.find(candidate => candidate.id === id)
        expect(attribute, `${annotation.id}.${id}`).toBeDefined()
        expect(checkAttributeValue(attribute!, value, known), `${annotation.id}.${id}`).toBeNull()
      }
      for (const span of annotation.spans) expect(layer.spanRoles).toContain(span.role)
    }
  })

  test('relations link annotations that exist, and no row of the registers is unused', () => {
    const ids = new Set<string>(data.annotations.map(row => row.id))
    for (const { from, to } of data.relations)
      expect(ids.has(from) && ids.has(to), `${from} ${to}`).toBe(true)
    const used = JSON.stringify([data.annotations, data.cases.map(row => row.charges)])
    const others = new Set(['actor-portman', 'actor-craigslist'])
    for (const { id } of [...data.issues, ...data.cases, ...data.actors].filter(row => !others.has(row.id)))
      expect(used.includes(`"${id}"`), id).toBe(true)
  })
})

describe('the counts of the federal case', () => {
  const countsOf = (type: string, caseId = 'case-federal'): Counts[] =>
    data.annotations
      .filter(row => row.articleId === raw.articles[0]?.id)
      .filter(row => row.attributes['type'] === type && row.attributes['case'] === caseId)
      .map(row => row.attributes['counts'] as Counts | undefined)
      .filter(counts => counts !== undefined)

  test('the charges add up to what the indictment says', () => {
    const charges = data.cases.find(row => row.id === 'case-federal')!.charges
    expect(countsOf('indictment')).toEqual([{ charged: 93 }])
    expect(charges.reduce((sum, charge) => sum + (charge.counts ?? 0), 0)).toBe(93)
  })

  test('verdict and later acquittal add up', () => {
    const [verdict] = countsOf('verdict')
    const [acquittal] = countsOf('acquittal')
    expect(verdict).toEqual({ convicted: 1, acquitted: 1, hung: 84 })
    expect(acquittal).toEqual({ acquitted: 53, pending: 31 })
    expect(verdict!.convicted! + verdict!.acquitted! + verdict!.hung!).toBe(86)
    expect(article.text).toContain('Of the 86 counts')
    expect(acquittal!.acquitted! + acquittal!.pending!).toBe(verdict!.hung)
  })
})

describe.skipIf(!existsSync(corpus))('the sample is our own writing', () => {
  test('no eight words in a row are those of the real article', () => {
    const runs = (text: string, length: number) => {
      const all = words(text)
      return all.slice(0, all.length - length + 1).map((_, at) => all.slice(at, at + length).join(' '))
    }
    const theirs = new Set(runs(readFileSync(corpus, 'utf8'), 8))
    expect(theirs.size).toBeGreaterThan(1000)
    for (const { text } of raw.articles) expect(runs(text, 8).filter(run => theirs.has(run))).toEqual([])
  })
})
