import { describe, expect, test } from 'vitest'
import {
  conditionsOf,
  isFiltering,
  matches,
  noFilter,
  toggleAttributeValue,
  toggleId,
  withoutCondition,
  type AnnotationFilter
} from '../../../src/core/annotation/filter'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type { Annotation } from '../../../src/core/project/entities'

const context = {
  codebook: builtInCodebook,
  registers: {
    actorName: (id: string) => ({ ferris: 'Zoë Ferris', hale: 'Tom Hale' })[id],
    issueName: (id: string) => ({ closing: 'Closing the site' })[id],
    caseName: (id: string) => ({ c1: 'State v. Hale' })[id]
  },
  hasProblem: (annotation: Annotation) => annotation.memo.includes('problem')
}

function annotation(
  layer: string,
  attributes: Record<string, unknown>,
  more: Partial<Annotation> = {}
): Annotation {
  return {
    id: 'n1',
    projectId: 'p',
    articleId: 'a',
    revision: 1,
    layer,
    spans: [{ role: 'content', startUtf16: 0, endUtf16: 11, quote: 'The café’s' }],
    attributes,
    memo: '',
    confidence: null,
    annotatorId: 'ann',
    origin: 'manual',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...more
  } as unknown as Annotation
}

const view = annotation('perspective', {
  holder: 'ferris',
  issue: 'closing',
  stance: 'opposes',
  frames: ['morality', 'economic']
})
const silent = annotation('perspective', {})
const claim = annotation('claim', { claimant: 'article' })
const event = annotation('legal-event', {
  case: 'c1',
  parties: [{ role: 'defendant', actor: 'hale' }],
  counts: { charged: 3 }
})
const all = { view, silent, claim, event }

function found(filter: Partial<AnnotationFilter>): string[] {
  return Object.entries(all)
    .filter(([, one]) => matches(one, { ...noFilter, ...filter }, context))
    .map(([name]) => name)
}

const stance = (...values: (string | null)[]) => ({ layer: 'perspective', attribute: 'stance', values })

describe('matches', () => {
  test.each<[string, Partial<AnnotationFilter>, string[]]>([
    ['no condition', {}, ['view', 'silent', 'claim', 'event']],
    ['a layer', { layers: ['perspective'] }, ['view', 'silent']],
    ['two layers', { layers: ['claim', 'legal-event'] }, ['claim', 'event']],
    ['a value', { attributes: [stance('opposes')] }, ['view']],
    ['one of two values', { attributes: [stance('supports', 'opposes')] }, ['view']],
    ['what is not set', { attributes: [stance(null)] }, ['silent']],
    [
      'a value, and a layer beside it',
      { layers: ['perspective', 'claim'], attributes: [stance('opposes')] },
      ['view', 'claim']
    ],
    [
      'a value of a layer that is left out',
      { layers: ['claim'], attributes: [stance('opposes')] },
      ['claim']
    ],
    [
      'one of several values of a list',
      { attributes: [{ layer: 'perspective', attribute: 'frames', values: ['economic'] }] },
      ['view']
    ],
    [
      'conditions on two layers',
      {
        attributes: [stance('opposes'), { layer: 'legal-event', attribute: 'parties', values: ['defendant'] }]
      },
      ['view', 'event']
    ],
    ['an actor who holds a view', { actors: ['ferris'] }, ['view']],
    ['an actor among the parties', { actors: ['hale'] }, ['event']],
    ["the article's own voice", { actors: ['article'] }, ['claim']],
    ['an issue', { issues: ['closing'] }, ['view']],
    ['a case', { cases: ['c1'] }, ['event']],
    ['an actor and a case', { actors: ['ferris'], cases: ['c1'] }, []],
    ['another annotator', { annotators: ['someone'] }, []],
    ['words of the quotation, folded', { text: 'CAFE' }, ['view', 'silent', 'claim', 'event']],
    ['the name of an actor, folded', { text: 'zoe' }, ['view']],
    ['words in any order', { text: 'opposes ferris' }, ['view']],
    ['a party', { text: 'tom hale (defendant' }, ['event']],
    ['words that nobody wrote', { text: 'xyz' }, []]
  ])('%s', (_, filter, expected) => expect(found(filter)).toEqual(expected))

  test('status: complete, incomplete, to confirm', () => {
    const moved = annotation('claim', {}, { placement: 'moved' } as never)
    expect(matches(moved, { ...noFilter, statuses: ['to-confirm'] }, context)).toBe(true)
    expect(matches(claim, { ...noFilter, statuses: ['to-confirm'] }, context)).toBe(false)
    const required = Object.fromEntries(
      requiredOf('perspective').map(({ id }) => [id, view.attributes[id] ?? 'something'])
    )
    const isIncomplete = (one: Annotation) => matches(one, { ...noFilter, statuses: ['incomplete'] }, context)
    expect(isIncomplete(silent)).toBe(true)
    expect(isIncomplete(annotation('perspective', required))).toBe(false)
  })

  test('problems are those the context knows', () => {
    const filter = { ...noFilter, onlyProblems: true }
    expect(matches(annotation('claim', {}, { memo: 'a problem' }), filter, context)).toBe(true)
    expect(matches(claim, filter, context)).toBe(false)
  })
})

describe('conditions', () => {
  const filter: AnnotationFilter = {
    ...noFilter,
    layers: ['claim'],
    attributes: [stance('opposes')],
    actors: ['hale'],
    statuses: ['incomplete'],
    onlyProblems: true,
    text: ' site '
  }

  test('each one can be taken away, and then nothing is filtered', () => {
    const conditions = conditionsOf(filter)
    expect(conditions).toHaveLength(6)
    expect(isFiltering(conditions.reduce(withoutCondition, filter))).toBe(false)
  })

  test('toggling twice changes nothing', () => {
    const twice = (value: string | null) =>
      toggleAttributeValue(toggleAttributeValue(noFilter, 'claim', 'type', value), 'claim', 'type', value)
    expect(twice('other')).toEqual(noFilter)
    expect(twice(null)).toEqual(noFilter)
    expect(toggleId(toggleId(noFilter, 'actors', 'hale'), 'actors', 'hale')).toEqual(noFilter)
  })
})

function requiredOf(layer: string) {
  const found = builtInCodebook.layers.find(({ id }) => id === layer)
  return (found?.attributes ?? []).filter(attribute => attribute.required === true)
}
