import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dealGroups, sizes, type DealtGroup } from '../../../src/core/export/deal-articles'
import { defaultSplit, type SplitOptions } from '../../../src/core/export/export-options'
import { seededRandom, shuffle } from '../../../src/core/export/seeded-random'
import { splitArticles } from '../../../src/core/export/split-articles'
import { sourceOf } from '../../../src/core/formats/project-source'
import type { Article, ProjectData, Revision } from '../../../src/core/project/entities'
import { articleIdSchema } from '../../../src/core/project/ids'
import { goldenProject } from '../../fixtures/golden-project'
import { arbitraryProject } from '../formats/arbitrary-project'

const shares = (train: number, validation: number, test: number) => ({ train, validation, test })

describe('how many articles each share gets', () => {
  test.each([
    [10, [0.8, 0.1, 0.1], [8, 1, 1]],
    [7, [0.8, 0.1, 0.1], [5, 1, 1]],
    [3, [0.8, 0.1, 0.1], [1, 1, 1]],
    [2, [0.8, 0.1, 0.1], [2, 0, 0]],
    [0, [0.5, 0.5], [0, 0]],
    [1001, [0.7, 0.3], [701, 300]]
  ])('%i by %j', (count, parts, expected) => {
    expect(sizes(count, parts)).toEqual(expected)
  })
})

test('a rare label is spread where chance would often leave a subset without it', () => {
  // Twelve of a hundred articles bear a rare label, thirty a second one.
  const groups = Array.from({ length: 100 }, (_, index): DealtGroup => ({
    articleIds: [`a${index}`],
    labels: new Map([
      ['common', 5],
      ...(index % 8 === 0 ? [['rare', 1] as const] : []),
      ...(index % 3 === 0 ? [['second', 2] as const] : [])
    ])
  }))
  for (const seed of [1, 2, 3, 4, 5]) {
    const handOf = dealGroups(shuffle(groups, seededRandom(seed)), [0.8, 0.1, 0.1])
    const tally = (label: string) =>
      [0, 1, 2].map(hand =>
        groups.reduce(
          (sum, group) =>
            sum + (handOf.get(group.articleIds[0] ?? '') === hand ? (group.labels.get(label) ?? 0) : 0),
          0
        )
      )
    expect(tally('common')).toEqual([400, 50, 50])
    expect(tally('rare')[0]).toBeGreaterThanOrEqual(10)
    expect(Math.min(...tally('rare'))).toBeGreaterThanOrEqual(1)
    expect(Math.min(...tally('second'))).toBeGreaterThanOrEqual(6)
  }
})

test('every article goes to one subset, the same with the same seed, and no text to two', () => {
  fc.assert(
    fc.property(arbitraryProject, fc.integer(), fc.nat({ max: 9 }), (data, seed, weight) => {
      const options: SplitOptions = { shares: shares(8, weight, 1), seed }
      const parts = splitArticles(sourceOf(data), options)
      expect(parts.flatMap(part => part.articleIds).sort()).toEqual(data.articles.map(row => row.id).sort())
      expect(splitArticles(sourceOf(data), options).map(part => part.articleIds)).toEqual(
        parts.map(part => part.articleIds)
      )
      const texts = parts.map(part =>
        [...part.source.articles()].map(
          rows => rows.revisions.find(row => row.number === rows.article.revision)?.textSha256
        )
      )
      const all = texts.flatMap(list => [...new Set(list)])
      expect(all).toHaveLength(new Set(all).size)
    }),
    { numRuns: 30 }
  )
})

test('another seed deals otherwise', () => {
  const data = manyArticles(40, index => `Text ${index}`)
  const train = (seed: number) =>
    splitArticles(sourceOf(data), { ...defaultSplit, seed })[0]?.articleIds.join(' ')
  expect(train(1)).not.toBe(train(2))
})

test('articles of one text stay together', () => {
  const data = manyArticles(20, index => `Text ${index % 5}`)
  const parts = splitArticles(sourceOf(data), { shares: shares(3, 1, 1), seed: 7 })
  expect(parts.map(part => part.articleIds.length % 4)).toEqual([0, 0, 0])
})

test.each([
  ['nothing', shares(0, 0, 0)],
  ['less than nothing', shares(9, -1, 1)],
  ['no number', shares(NaN, 1, 1)]
])('shares of %s are refused', (_, wrong) => {
  expect(() => splitArticles(sourceOf(goldenProject()), { shares: wrong, seed: 1 })).toThrow(RangeError)
})

function manyArticles(count: number, textOf: (index: number) => string): ProjectData {
  const golden = goldenProject()
  const [article] = golden.articles
  const [revision] = golden.revisions
  if (article === undefined || revision === undefined) throw new Error('The golden project has an article')
  const articles = Array.from({ length: count }, (_, i): Article => ({
    ...article,
    id: articleIdSchema.parse(`t${i}`)
  }))
  const revisions = articles.map((row, i): Revision => ({
    ...revision,
    articleId: row.id,
    text: textOf(i),
    textSha256: textOf(i)
  }))
  return { ...golden, articles, revisions, annotations: [], relations: [] }
}
