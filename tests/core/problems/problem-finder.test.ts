import { describe, expect, test } from 'vitest'
import type { Annotation, Attributes } from '../../../src/core/project/entities'
import { checks } from '../../../src/core/problems/checks'
import { ProblemFinder } from '../../../src/core/problems/problem-finder'
import type { CheckedArticle } from '../../../src/core/problems/problem'
import {
  annotation,
  article,
  checked,
  codebook,
  covering,
  relation,
  span,
  wholeClaim,
  wholeEvent,
  wholePerspective
} from './checked-article'

function found(annotations: readonly Annotation[], more: Partial<CheckedArticle> = {}) {
  return new ProblemFinder().find(checked([covering, ...annotations], more))
}

const without = (attributes: Attributes, ...names: string[]): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
const claim = (attributes: Attributes) => annotation('n', 'claim', 'The mayor closed the hall', attributes)
const event = (attributes: Attributes) => annotation('n', 'legal-event', 'fined the town', attributes)
const view = (attributes: Attributes, more = {}) =>
  annotation('n', 'perspective', 'The end of it', attributes, more)

interface Case {
  what: string
  annotations: Annotation[]
  more?: Partial<CheckedArticle>
  /** Check, detail and mending label of each problem. */
  expected: (readonly [check: string, detail: string, mending: string | undefined])[]
}

const cases: Case[] = [
  { what: 'nothing, when all is there', annotations: [claim(wholeClaim), event(wholeEvent)], expected: [] },
  {
    what: 'a perspective without a holder',
    annotations: [view(without(wholePerspective, 'holder'))],
    expected: [['perspective-without-holder', '', 'Set holder']]
  },
  {
    what: 'a claim without a claimant; the article’s own voice counts',
    annotations: [claim(without(wholeClaim, 'claimant'))],
    expected: [['claim-without-claimant', '', 'Set claimant']]
  },
  {
    what: 'an event without a date',
    annotations: [event(without(wholeEvent, 'date'))],
    expected: [['event-without-date', '', 'Set date']]
  },
  {
    what: 'everything needed that is missing, as one problem',
    annotations: [view(without(wholePerspective, 'stance', 'form'))],
    expected: [['missing-required', 'Stance, Form', 'Set stance']]
  },
  {
    what: 'an actual event after publication',
    annotations: [event({ ...wholeEvent, date: '2019' })],
    expected: [['date-after-publication', '2019; published June 2018', 'Change date']]
  },
  {
    what: 'no event that was only planned',
    annotations: [event({ ...wholeEvent, date: '2019', modality: 'planned' })],
    expected: []
  },
  {
    what: 'no event that may lie before publication',
    annotations: [event({ ...wholeEvent, date: '2018' })],
    expected: []
  },
  {
    what: 'no event where nobody knows when the article appeared',
    annotations: [event({ ...wholeEvent, date: '2019' })],
    more: { article: { ...article, publishedAt: '' } },
    expected: []
  },
  {
    what: 'what was moved and not confirmed',
    annotations: [view(wholePerspective, { placement: 'moved' })],
    expected: [['moved', '', 'Confirm']]
  },
  {
    what: 'a source three paragraphs away',
    annotations: [view(wholePerspective, { spans: [span('The end of it'), span('The mayor', 'source')] })],
    expected: [['stray-part', 'Source “The mayor”', 'Remove source']]
  },
  {
    what: 'no source in the paragraph before',
    annotations: [view(wholePerspective, { spans: [span('The end of it'), span('The court', 'source')] })],
    expected: []
  },
  {
    what: 'an actor that does not exist',
    annotations: [view({ ...wholePerspective, holder: 'ghost' })],
    expected: [['unknown-reference', 'Holder: There is no actor with the id “ghost”', 'Change holder']]
  },
  {
    what: 'a party that does not exist',
    annotations: [event({ ...wholeEvent, parties: [{ role: 'judge', actor: 'ghost' as never }] })],
    expected: [['unknown-reference', 'Parties: There is no actor with the id “ghost”', 'Change parties']]
  },
  {
    what: 'an attribute the codebook does not have',
    annotations: [view({ ...wholePerspective, tone: 'calm' })],
    expected: [['not-in-codebook', 'There is no attribute “tone” in Perspectives', undefined]]
  },
  {
    what: 'a layer the codebook does not have',
    annotations: [annotation('n', 'metaphor', 'The end of it')],
    expected: [['not-in-codebook', 'There is no layer “metaphor” in the codebook', undefined]]
  },
  {
    what: 'the second of two that are the same',
    annotations: [claim(wholeClaim), { ...claim(wholeClaim), id: 'o' as Annotation['id'] }],
    expected: [['duplicate', '', 'Delete duplicate']]
  },
  {
    what: 'no duplicates of two annotators who agree',
    annotations: [
      claim(wholeClaim),
      { ...claim(wholeClaim), id: 'o' as Annotation['id'], annotatorId: 'you' as Annotation['annotatorId'] }
    ],
    expected: []
  },
  {
    what: 'no duplicates where one attribute differs',
    annotations: [
      claim(wholeClaim),
      { ...claim({ ...wholeClaim, type: 'quantity' }), id: 'o' as Annotation['id'] }
    ],
    expected: []
  },
  {
    what: 'a relation to nothing',
    annotations: [claim(wholeClaim)],
    more: { relations: [relation('r', 'n', 'ghost')] },
    expected: [['relation-without-end', 'The annotation at its other end does not exist', 'Remove relation']]
  },
  {
    what: 'a relation to itself',
    annotations: [claim(wholeClaim)],
    more: { relations: [relation('r', 'n', 'n')] },
    expected: [['relation-without-end', 'It relates an annotation to itself', 'Remove relation']]
  },
  {
    what: 'no relation into another article',
    annotations: [claim(wholeClaim)],
    more: { relations: [relation('r', 'n', 'elsewhere')], isAnnotation: () => true },
    expected: []
  }
]

describe('finds', () => {
  test.each(cases)('$what', ({ annotations, more, expected }) => {
    expect(
      found(annotations, more).map(problem => [problem.checkId, problem.detail, problem.mending?.label])
    ).toEqual(expected)
  })

  test('an option, an attribute and a layer that are no longer offered', () => {
    const retire = (is: (row: { id: string }) => boolean) => {
      const layers = structuredClone(codebook.layers)
      for (const layer of layers)
        for (const row of [layer, ...layer.attributes, ...layer.attributes.flatMap(a => a.options ?? [])])
          if (is(row)) Object.assign(row, { retired: true })
      return found([], { codebook: { ...codebook, layers } }).map(({ detail }) => detail)
    }
    expect(retire(({ id }) => id === 'supports')).toEqual(['Stance: “Supports” is no longer offered'])
    expect(retire(({ id }) => id === 'form')).toEqual(['Form is no longer asked for'])
    expect(retire(({ id }) => id === 'perspective')).toEqual(['The layer Perspective is no longer offered'])
  })
})

describe('a quotation', () => {
  const uncovered = (annotations: Annotation[]) =>
    new ProblemFinder().find(checked(annotations)).filter(p => p.checkId === 'quotation-without-perspective')

  test('that nobody is given for is found with its marks; quoted terms are not', () => {
    const [problem, ...more] = uncovered([])
    expect(more).toEqual([])
    expect(problem).toMatchObject({
      excerpt: '“it was never safe to use”',
      mending: { label: 'Tag as perspective', layerId: 'perspective' }
    })
  })

  test.each([
    { layer: 'perspective', quote: 'never safe', count: 0 },
    { layer: 'claim', quote: 'She said “it was never safe to use”', count: 0 },
    // It says what happened, not who said so.
    { layer: 'legal-event', quote: 'it was never safe to use', count: 1 },
    { layer: 'perspective', quote: 'She said ', count: 1 },
    { layer: 'perspective', quote: ' and left', count: 1 }
  ])('under a $layer over “$quote”: $count', ({ layer, quote, count }) => {
    expect(uncovered([annotation('n', layer, quote)])).toHaveLength(count)
  })
})

test('problems stand in text order and have ids of their own', () => {
  const problems = found([
    view({}),
    claim({}),
    { ...claim({}), id: 'o' as Annotation['id'] },
    event({ ...wholeEvent, date: '2019' })
  ])
  const starts = problems.map(problem => problem.range.startUtf16)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length)
})

test('every check has words of its own', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  for (const { name, why } of checks) {
    expect(name).toMatch(/^[A-Z].+[^.]$/)
    expect(why).toMatch(/\.$/)
  }
})

describe('asked again', () => {
  const world = () => {
    const finder = new ProblemFinder()
    const first = checked([covering, view(without(wholePerspective, 'holder')), claim(wholeClaim)])
    return { finder, first, before: finder.find(first) }
  }

  // With thousands of annotations the checks must not run for all of them after each tag.
  test('it looks only at rows that are others', () => {
    const { finder, first, before } = world()
    const after = finder.find({
      ...first,
      annotations: first.annotations.map(row => (row.id === 'n' ? row : { ...row }))
    })
    expect(after).toEqual(before)
    const problem = (list: typeof before) => list.find(p => p.checkId === 'perspective-without-holder')
    expect(problem(after)).toBe(problem(before))
  })

  test('it forgets what the registers said when they change', () => {
    const { finder, first, before } = world()
    const known = { ...first.known, actors: new Set<string>() }
    const after = finder.find({ ...first, known })
    expect(after.length).toBe(before.length + 1)
    expect(after.find(p => p.checkId === 'unknown-reference')?.annotationId).toBe('cover')
  })

  test.each([
    { what: 'the date of publication', change: { article: { ...article, publishedAt: '1999' } } },
    { what: 'the codebook', change: { codebook: { ...codebook, layers: codebook.layers.slice(0, 1) } } }
  ])('it forgets everything when $what changes', ({ change }) => {
    const finder = new ProblemFinder()
    const first = checked([covering, event(wholeEvent)])
    expect(finder.find(first)).toEqual([])
    const after = finder.find({ ...first, ...change })
    expect(after.length).toBeGreaterThan(0)
    expect(after).toEqual(new ProblemFinder().find({ ...first, ...change }))
  })
})

// The target is a frame of 16 ms; the limit leaves room for a machine that does other things as well.
test('20,000 annotations are asked again in a moment', () => {
  const finder = new ProblemFinder()
  const rows = Array.from({ length: 20_000 }, (_, i) => annotation(`n${i}`, 'claim', 'The mayor', {}))
  for (const [i, row] of rows.entries())
    row.spans = [{ ...span('The mayor'), startUtf16: i, endUtf16: i + 9 }]
  const first = { ...checked([]), annotations: rows }
  finder.find(first)
  const times = Array.from({ length: 9 }, (_, i) => {
    const annotations = rows.map((row, at) => (at === i * 100 ? { ...row, memo: 'changed' } : row))
    const start = performance.now()
    finder.find({ ...first, annotations })
    return performance.now() - start
  }).sort((a, b) => a - b)
  const median = times[4] ?? Infinity
  if (process.env['SHOW_TIMES'] === '1') console.log(`median of asking again: ${median.toFixed(1)} ms`)
  expect(median).toBeLessThan(200)
})
