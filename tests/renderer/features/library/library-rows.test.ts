import { describe, expect, test } from 'vitest'
import type { ArticleId, LayerId } from '../../../../src/core/project/ids'
import {
  annotationCount,
  changedAt,
  libraryRows,
  type LastChanges,
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

const changes: LastChanges = new Map()

const titles = (query: string, sort: SortKey) =>
  libraryRows(articles, { counts, changes }, query, sort).map(({ title }) => title)

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
  libraryRows(articles, { counts, changes }, '', 'title')
  expect(articles.map(({ title }) => title)).toEqual(['Part 10', 'part 2', 'Éclair'])
})

test('an article that nobody tagged has no annotations', () => {
  expect(annotationCount(counts, 'Éclair' as ArticleId)).toBe(0)
})

// An article's own row does not move when it is tagged.
describe('last changed', () => {
  const cases: { why: string; tagged: string | undefined; changed: string }[] = [
    { why: 'tagged since', tagged: '2026-05-05T10:00:00.000Z', changed: '2026-05-05T10:00:00.000Z' },
    { why: 'edited since', tagged: '2026-02-01T10:00:00.000Z', changed: '2026-03-01T00:00:00.000Z' },
    { why: 'never tagged', tagged: undefined, changed: '2026-03-01T00:00:00.000Z' },
    {
      why: 'tagged later, in a zone whose clock shows less',
      tagged: '2026-02-28T23:00:00.000-05:00',
      changed: '2026-02-28T23:00:00.000-05:00'
    }
  ]
  test.each(cases)('$why', ({ tagged, changed }) => {
    const article = libraryArticle('Éclair', { updatedAt: '2026-03-01T00:00:00.000Z' })
    expect(changedAt(article, new Map(tagged === undefined ? [] : [[article.id, tagged]]))).toBe(changed)
  })

  test('the article tagged last comes first', () => {
    const tagged: LastChanges = new Map([['Part 10' as ArticleId, '2026-06-01T00:00:00.000Z']])
    const [first] = libraryRows(articles, { counts, changes: tagged }, '', 'changed')
    expect(first?.title).toBe('Part 10')
  })
})
