import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articlesFigure } from '../../../src/core/perspective/articles-figure'
import { compareArticles, whereIs } from '../../../src/core/perspective/compare-articles'
import { correspondingPlace, linkedPlaces } from '../../../src/core/perspective/linked-places'
import type { Attributes } from '../../../src/core/project/entities'
import type { StudyArticle } from '../../../src/core/project/study'
import { smallStudy, type Said, type SmallStudy } from './small-study'

function compared(study: Omit<SmallStudy, 'articles'>) {
  const made = smallStudy({ ...study, articles: 2 })
  const [a, b] = made.articles
  if (a === undefined || b === undefined) throw new Error('Two articles expected')
  return { a, b, things: compareArticles(made, a, b) }
}

const where = (study: Omit<SmallStudy, 'articles'>) =>
  compared(study).things.map(thing => [thing.kind, thing.name, whereIs(thing)])

const event = (id: string, article: number, attributes: Attributes): Said => ({
  id,
  article,
  layer: 'legal-event',
  attributes
})

test('actors and issues of two articles: what both have, and what one leaves out', () => {
  expect(
    where({
      actors: ['ann', 'ben', 'cal'],
      issues: ['i'],
      said: [
        { id: 'p1', attributes: { holder: 'ann', issue: 'i' } },
        { id: 'p2', article: 1, attributes: { holder: 'ann' } },
        { id: 'p3', article: 1, layer: 'claim', attributes: { claimant: 'ben' } },
        event('e1', 0, { parties: [{ role: 'defendant', actor: 'cal' as never }] })
      ]
    }).slice(0, 4)
  ).toEqual([
    ['actor', 'Name of ann', 'both'],
    ['actor', 'Name of cal', 'a'],
    ['actor', 'Name of ben', 'b'],
    ['issue', 'i', 'a']
  ])
})

describe('two reports of one event', () => {
  const plea = { type: 'plea', date: '2018-04' }
  test.each<[string, Attributes, Attributes, readonly string[], readonly string[]]>([
    ['related', { type: 'plea' }, { type: 'ruling' }, ['e1 same-event e2'], ['both']],
    ['dates that can be the same', plea, { type: 'plea', date: '2018-04-05' }, [], ['both']],
    ['dates that cannot', plea, { type: 'plea', date: '2018-05' }, [], ['a', 'b']],
    ['another type', plea, { type: 'trial', date: '2018-04' }, [], ['a', 'b']],
    ['no date to go by', plea, { type: 'plea' }, [], ['a', 'b']],
    ['one only planned', plea, { ...plea, modality: 'planned' }, [], ['a', 'b']]
  ])('%s', (_, first, second, relations, expected) =>
    expect(
      where({ said: [event('e1', 0, first), event('e2', 1, second)], relations }).map(([, , place]) => place)
    ).toEqual(expected)
  )
})

function revised(text: string, number: number): StudyArticle {
  const { a } = compared({ said: [] })
  const blocks = [{ type: 'paragraph' as const, startUtf16: 0, endUtf16: text.length }]
  return { ...a, revision: { ...a.revision, number, text, blocks } }
}

test('of two revisions, the wording that changed, where it stands in each', () => {
  const before = revised('The site was closed in April, they said.', 1)
  const after = revised('The site was shut in April, they said at length.', 2)
  const things = compareArticles(smallStudy({ said: [] }), before, after)
  expect(things.map(({ kind }) => kind)).toEqual(things.map(() => 'text'))
  const words = (of: StudyArticle, side: 'inA' | 'inB') =>
    things
      .flatMap(thing => thing[side].flatMap(({ ranges }) => ranges))
      .map(({ startUtf16, endUtf16 }) => of.revision.text.slice(startUtf16, endUtf16).trim())
  expect(words(before, 'inA').join(' ')).toContain('closed')
  expect(words(after, 'inB').join(' ')).toContain('shut')
  expect(words(after, 'inB').join(' ')).toContain('at length')
})

const place = fc.record({
  who: fc.constantFrom('a', 'b', 'c', 'd'),
  paragraph: fc.integer({ min: 1, max: 9 })
})

describe('scrolling together', () => {
  test('goes through linked places, ascends on both sides, and comes back to where it was', () => {
    fc.assert(
      fc.property(
        fc.array(place),
        fc.array(place),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, two, share) => {
          const said = [one, two].flatMap((places, article) =>
            places.map(({ who, paragraph }, i): Said => {
              return { id: `p${article}-${i}`, article, paragraph, attributes: { holder: who } }
            })
          )
          const { a, b, things } = compared({ actors: ['a', 'b', 'c', 'd'], said })
          const places = linkedPlaces(things, a, b)
          places.slice(1).forEach((next, i) => {
            expect(next[0]).toBeGreaterThan(places[i]?.[0] ?? 0)
            expect(next[1]).toBeGreaterThan(places[i]?.[1] ?? 0)
          })
          for (const [here, there] of places) expect(correspondingPlace(places, here, 'a')).toBeCloseTo(there)
          const offset = share * a.revision.text.length
          expect(correspondingPlace(places, correspondingPlace(places, offset, 'a'), 'b')).toBeCloseTo(offset)
        }
      )
    )
  })

  test('things told in another order do not pull the texts back and forth', () => {
    const said = (article: number, order: readonly string[]): Said[] =>
      order.map((holder, i) => ({
        id: `p${article}-${i}`,
        article,
        paragraph: 2 * i + 2,
        attributes: { holder }
      }))
    const { a, b, things } = compared({
      actors: ['a', 'b', 'c'],
      said: [...said(0, ['a', 'b', 'c']), ...said(1, ['c', 'a', 'b'])]
    })
    expect(linkedPlaces(things, a, b)).toHaveLength(4)
  })
})

test('the figure lists everything once, with where it is', () => {
  const { a, b, things } = compared({
    actors: ['ann', 'ben'],
    said: [
      { id: 'p1', attributes: { holder: 'ann' } },
      { id: 'p2', article: 1, attributes: { holder: 'ann' } },
      { id: 'p3', article: 1, attributes: { holder: 'ben' } }
    ]
  })
  const figure = articlesFigure(things, a, b)
  expect(figure.table.rows).toEqual([
    ['Name of ann', 'Actors', 'In both', 1, 1],
    ['Name of ben', 'Actors', 'Only in A1', 0, 1]
  ])
  expect(figure.passages).toEqual(['p1', 'p2', 'p3'])
  expect(figure.draw({ width: 600, measure: text => text.length * 7 }).height).toBe(4 * 22)
})
