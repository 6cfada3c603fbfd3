import { describe, expect, test } from 'vitest'
import type { ArticleId, LayerId } from '../../../../src/core/project/ids'
import {
  annotationCount,
  libraryRows,
  type LayerCounts,
  type SortKey
} from '../../../../src/renderer/features/library/library-rows'
import { libraryArticle } from './library-article'

const articles = [
  libraryArticle('Part 10', { wordCount: 10, publishedAt: '2018-04-06', byline: 'Imogen Vale' }),
  libraryArticle('part 2', { wordCount: 30, publishedAt: '', outlet: 'Harbour Review' }),
  libraryArticle('Éclair', {
    wordCount: 20,
    publishedAt: '2024',
    updatedAt: '2026-03-01T00:00:00.000Z',
    byline: 'Theo Vale'
  })
]
const counts: LayerCounts = new Map([
  ['part 2' as ArticleId, new Map([['claim' as LayerId, 2]])],
  [
    'Part 10' as ArticleId,
    new Map([
      ['claim' as LayerId, 1],
      ['perspective' as LayerId, 4]
    ])
  ]
])

const titles = (query: string, sort: SortKey) =>
  libraryRows(articles, counts, query, sort).map(({ title }) => title)

describe('order', () => {
  const cases: { sort: SortKey; order: string[]; why: string }[] = [
    { sort: 'title', order: ['Éclair', 'part 2', 'Part 10'], why: 'as people sort: accents, case, numbers' },
    { sort: 'published', order: ['Éclair', 'Part 10', 'part 2'], why: 'newest first, undated last' },
    { sort: 'words', order: ['part 2', 'Éclair', 'Part 10'], why: 'longest first' },
    { sort: 'annotations', order: ['Part 10', 'part 2', 'Éclair'], why: 'of all layers together' },
    { sort: 'changed', order: ['Éclair', 'part 2', 'Part 10'], why: 'newest first, then by title' }
  ]
  test.each(cases)('by $sort: $why', ({ sort, order }) => {
    expect(titles('', sort)).toEqual(order)
  })
})

describe('search', () => {
  const cases = [
    { query: 'VALE', found: ['Éclair', 'Part 10'] },
    { query: 'vale 10', found: ['Part 10'] },
    { query: 'harbour', found: ['part 2'] },
    { query: '  ', found: ['Éclair', 'part 2', 'Part 10'] },
    { query: 'nobody', found: [] }
  ]
  test.each(cases)('“$query”', ({ query, found }) => {
    expect(titles(query, 'title')).toEqual(found)
  })
})

// The rows come from a live query: sorting them in place would reorder what others hold.
test('the articles given stay in their order', () => {
  libraryRows(articles, counts, '', 'title')
  expect(articles.map(({ title }) => title)).toEqual(['Part 10', 'part 2', 'Éclair'])
})

test('an article that nobody tagged has no annotations', () => {
  expect(annotationCount(counts, 'Éclair' as ArticleId)).toBe(0)
})
