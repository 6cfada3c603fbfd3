import { describe, expect, test } from 'vitest'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type { Annotation, Block } from '../../../src/core/project/entities'
import { excerptOf, searchAnnotation, searchBlock } from '../../../src/core/search/project-search'

const query = (words: string, more = {}) => ({ words, matchCase: false, wholeWords: false, ...more })
const registers = {
  actorName: (id: string) => ({ f: 'Zoë Ferris' })[id],
  issueName: () => 'Closing the site',
  caseName: () => undefined
}
const annotation = {
  id: 'n1',
  layer: 'perspective',
  memo: 'Compare with the first article',
  spans: [
    { role: 'content', startUtf16: 10, endUtf16: 20, quote: 'the closing' },
    { role: 'source', startUtf16: 0, endUtf16: 8, quote: 'Zoë said' },
    { role: 'content', startUtf16: 30, endUtf16: 44, quote: 'site was right' }
  ],
  attributes: { holder: 'f', issue: 'i', stance: 'opposes', frames: ['morality'] }
} as unknown as Annotation

describe('searchAnnotation', () => {
  const found = (words: string, more = {}) =>
    searchAnnotation(annotation, query(words, more), { codebook: builtInCodebook, registers }).map(
      ({ kind, attribute, excerpt, range }) => [kind, attribute ?? '', excerpt.match, range.startUtf16]
    )
  test.each([
    ['compare', [['memo', '', 'Compare', 10]]],
    ['zoe', [['value', 'Holder', 'Zoë', 10]]],
    ['oppose', [['value', 'Stance', 'Oppose', 10]]],
    ['was right', [['quote', '', 'was right', 30]]],
    ['nobody', []]
  ])('%s', (words, expected) => expect(found(words)).toEqual(expected))

  test('what stands in several places is found in each', () =>
    expect(found('closing').map(([kind]) => kind)).toEqual(['quote', 'value']))

  test('case counts when asked', () => expect(found('ZOË', { matchCase: true })).toEqual([]))
})

test('searchBlock answers offsets into the whole text, and finds nothing outside its block', () => {
  const text = 'A site.\n\nThe site of the site.'
  const block: Block = { type: 'paragraph', startUtf16: 9, endUtf16: text.length }
  const hits = searchBlock(text, block, query('site'))
  expect(hits.map(({ range }) => text.slice(range.startUtf16, range.endUtf16))).toEqual(['site', 'site'])
  expect(hits.map(({ range }) => range.startUtf16)).toEqual([13, 25])
})

describe('excerptOf', () => {
  test('a short text is there whole', () =>
    expect(excerptOf('The site closed.', 4, 8)).toEqual({ before: 'The ', match: 'site', after: ' closed.' }))

  test('a long one is cut at words on both sides', () => {
    const text = `${'word '.repeat(30)}HIT${' word'.repeat(30)}`
    const { before, match, after } = excerptOf(text, 150, 153)
    expect(before).toMatch(/^…(word )+$/)
    expect(match).toBe('HIT')
    expect(after).toMatch(/^( word)+…$/)
    expect(before.length + after.length).toBeLessThan(160)
  })
})
