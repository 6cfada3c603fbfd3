import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetFormat } from '../../../src/core/formats/dataset/dataset-format'
import { NameFinder } from '../../../src/core/export/name-form'
import { pseudonymise } from '../../../src/core/export/pseudonymise'
import { nameForms, pseudonymsOf } from '../../../src/core/export/pseudonyms'
import { mergeSpans, replaceIn, ReplacedOffsets } from '../../../src/core/export/replaced-text'
import type { FormatIssue } from '../../../src/core/formats/format'
import { dataOf, sourceOf } from '../../../src/core/formats/project-source'
import { actorSchema, type Actor, type ProjectData, type Span } from '../../../src/core/project/entities'
import { sha256OfText } from '../../../src/core/project/sha256'
import { goldenProject } from '../../fixtures/golden-project'
import { arbitraryProject } from '../formats/arbitrary-project'
import { writeAll } from '../formats/in-memory'

const blank = { projectId: 'golden', role: '', affiliation: '', aliases: [] }
const actor = (name: string, rest: Partial<Omit<Actor, 'id'>> = {}): Actor =>
  actorSchema.parse({ id: name.replace(/\s/g, '-'), name, kind: 'person', ...blank, ...rest })

const actors = [
  actor('Joan Ferris', { aliases: ['J. F.', 'the prosecutor'] }),
  actor('Marc-André O’Neill'),
  actor('Ines Ferris'),
  actor('Tradepost', { kind: 'organisation', aliases: ['TP'] }),
  actor('張三'),
  actor('דנה לוי'),
  actor('a former employee'),
  actor('X')
]

describe('names in texts', () => {
  const pseudonyms = pseudonymsOf({ actors })
  const finder = new NameFinder(nameForms(actors, pseudonyms))
  test.each([
    ['Joan Ferris spoke.', 'Person 1 spoke.'],
    ['JOAN FERRIS SPOKE', 'Person 1 SPOKE'],
    ['Joan\nFerris spoke', 'Person 1 spoke'],
    ['Joan\n\nFerris spoke', 'Joan\n\nPerson 1 or Person 3 spoke'],
    ['Joan Ferris’s and J. F.’s', 'Person 1’s and Person 1’s'],
    ['The prosecutor, the prosecutors', 'Person 1, Person 1s'],
    ['Ferris alone is one of two', 'Person 1 or Person 3 alone is one of two'],
    ['Ferrision is a town', 'Ferrision is a town'],
    ["Marc‑Andre\u0301 O'Neill", 'Person 2'],
    ['Tradeposts TPs TP, not TPX', 'Organisation 1s Organisation 1s Organisation 1, not TPX'],
    ['他說張三走了', '他說Person 4走了'],
    ['אמרה ודנה לוי', 'אמרה וPerson 5'],
    ['A former employee, an employee', 'Person 6, an employee'],
    ['X stays: single letters are words', 'X stays: single letters are words']
  ])('%j becomes %j', (text, expected) => {
    expect(replaceIn(text, finder.find(text))).toBe(expected)
  })
})

test('wherever names stand, spans cover the words that they covered, whole', () => {
  const piece = fc.constantFrom('Joan', 'Ferris', ' ', 'Joan Ferris', '𝒜', 'x', ', ', 'TP')
  const finder = new NameFinder(nameForms(actors, pseudonymsOf({ actors })))
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const text = pieces.join('')
      const [from, to] = [a % text.length, b % (text.length + 1)].sort((one, two) => one - two)
      if (from === undefined || to === undefined || from === to) return
      const replacements = finder.find(text)
      const offsets = new ReplacedOffsets(replacements)
      const span = offsets.span({
        role: 'content',
        startUtf16: from,
        endUtf16: to,
        quote: text.slice(from, to)
      })
      const replaced = replaceIn(text, replacements)
      expect(replaced.slice(span.startUtf16, span.endUtf16)).toBe(span.quote)
      // What no replacement touches is kept to the letter.
      if (replacements.every(row => row.endUtf16 <= from || row.startUtf16 >= to))
        expect(span.quote).toBe(text.slice(from, to))
    })
  )
})

test('two pieces in one name become one span; pieces of other roles stay', () => {
  const span = (role: string, startUtf16: number, quote: string): Span => ({
    ...{ role, startUtf16, quote },
    endUtf16: startUtf16 + quote.length
  })
  expect(
    mergeSpans([
      span('content', 0, 'Person 1'),
      span('source', 0, 'Person 1'),
      span('content', 4, 'on 1 said')
    ])
  ).toEqual([span('content', 0, 'Person 1 said'), span('source', 0, 'Person 1')])
})

describe('a whole project', () => {
  test('agrees with itself: every span, checksum, count and relation', () => {
    fc.assert(
      fc.property(arbitraryProject, data => {
        const issues: FormatIssue[] = []
        const source = pseudonymise(sourceOf(withNames(data)), issues)
        const after = dataOf(source)
        for (const row of after.revisions) expect(row.textSha256).toBe(sha256OfText(row.text))
        // These pages begin where paragraphs end.
        for (const { pages, blocks } of after.revisions)
          if (pages !== undefined)
            expect(pages.map(page => page.startUtf16)).toEqual(blocks.map(block => block.endUtf16))
        // Written in the order of articles and in that of rows alike.
        const byArticle = new Map(
          [...source.articles()].flatMap(rows => rows.annotations.map(row => [row.id, row]))
        )
        expect(after.annotations.map(row => byArticle.get(row.id))).toEqual(after.annotations)
        // The dataset's writer refuses a project that contradicts itself.
        expect(writeAll(datasetFormat, after).files).toHaveLength(1)
      }),
      { numRuns: 40 }
    )
  })

  test('names stand nowhere in what is exported, and neither do ids that tell them', () => {
    const data = withNames(goldenProject())
    const after = dataOf(pseudonymise(sourceOf(data)))
    const written = JSON.stringify({ ...after, annotators: [] })
    for (const name of ['justice', 'silence', 'justice-id', 'example.org', 'Outlet & Sons.html', '18-cr-422'])
      expect(written).not.toContain(name)
    expect(after.annotations.find(row => row.id === 'end')?.spans[0]?.quote).toBe('Person 2.')
    expect(after.actors.map(row => [row.id, row.name, row.aliases])).toContainEqual([
      'person-2',
      'Person 2',
      []
    ])
  })

  test('a word of a name that is left is reported by place and pseudonym, never by the name', () => {
    const data = withNames(goldenProject())
    data.actors.push({ ...actor('Sophie Town'), projectId: data.project.id })
    data.annotations.forEach(row => (row.memo = 'Sophies view'))
    const issues: FormatIssue[] = []
    dataOf(pseudonymise(sourceOf(data), issues))
    expect(issues).toContainEqual({
      place: 'annotations["end"]',
      message: 'A word of the name of Person 3 is left here; look it over.'
    })
    expect(JSON.stringify(issues)).not.toContain('Sophie')
  })
})

/** Names that stand in the texts of the test data, beside those that only the registers know. */
function withNames(data: ProjectData): ProjectData {
  const { id: projectId } = data.project
  const named = actor('silence', { aliases: ['prosecutors', 'justice', 'עִבְרִית', '👩‍👩‍👧‍👦'] })
  data.actors.push({ ...named, projectId, id: actorSchema.shape.id.parse('justice-id') })
  data.articles.forEach(row => {
    row.url = 'https://example.org/silence'
    row.original = { fileName: 'Outlet & Sons.html', sha256: 'a'.repeat(64) }
  })
  data.cases.forEach(row => (row.docketNumber = '18-cr-422'))
  return data
}
