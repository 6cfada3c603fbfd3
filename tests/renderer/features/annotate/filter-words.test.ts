import { describe, expect, test } from 'vitest'
import { conditionsOf, noFilter, type AnnotationFilter } from '../../../../src/core/annotation/filter'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import {
  filterChips,
  filterOptions,
  type FilterNames
} from '../../../../src/renderer/features/annotate/filter-words'

const names = {
  codebook: builtInCodebook,
  registers: {
    actors: [{ id: 'f', name: 'Joan Ferris', aliases: ['Ferris'] }],
    issues: [{ id: 'i', question: 'Was it right?', shortName: 'Closing' }],
    cases: [{ id: 'c', name: 'State v. Hale' }],
    actorName: () => 'Joan Ferris',
    issueName: () => 'Closing',
    caseName: () => 'State v. Hale'
  },
  annotators: [{ id: 'n', name: 'Haas' }]
} as unknown as FilterNames

describe('options', () => {
  const options = filterOptions(names)

  test('have ids of their own', () => expect(new Set(options.map(({ id }) => id)).size).toBe(options.length))

  test('each adds one condition, and choosing it again adds none', () => {
    for (const option of options) {
      const once = option.choose(noFilter)
      expect(conditionsOf(once), option.name).toHaveLength(1)
      expect(option.choose(once), option.name).toEqual(once)
    }
  })

  test('two values of one attribute are one condition', () => {
    const stances = options.filter(({ detail }) => detail === 'Perspective · Stance').slice(0, 2)
    const filter = stances.reduce((made, option) => option.choose(made), noFilter)
    expect(filterChips(filter, names).map(({ words }) => words)).toEqual(['Stance: supports or opposes'])
  })
})

test.each<[Partial<AnnotationFilter>, string]>([
  [{ layers: ['legal-event'] }, 'Legal event'],
  [{ actors: ['f'] }, 'Joan Ferris'],
  [{ actors: ['article'] }, "Article's own voice"],
  [{ issues: ['i'] }, 'Closing'],
  [{ annotators: ['n'] }, 'By Haas'],
  [{ statuses: ['to-confirm'] }, 'To confirm'],
  [{ onlyProblems: true }, 'With problems'],
  [{ text: ' site ' }, 'Containing “site”'],
  [{ attributes: [{ layer: 'perspective', attribute: 'stance', values: [null] }] }, 'Stance: not set']
])('a chip says %j as %s', (filter, words) =>
  expect(filterChips({ ...noFilter, ...filter }, names)[0]?.words).toBe(words)
)
