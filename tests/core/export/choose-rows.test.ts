import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseRows } from '../../../src/core/export/choose-rows'
import { dataOf, sourceOf, type ProjectSource } from '../../../src/core/formats/project-source'
import type { RowChoice } from '../../../src/core/export/export-options'
import { goldenProject } from '../../fixtures/golden-project'
import { arbitraryProject } from '../formats/arbitrary-project'

const chosen = (choice: RowChoice) => dataOf(chooseRows(sourceOf(goldenProject()), choice))

test.each<[string, RowChoice, readonly string[], readonly string[]]>([
  ['a layer', { layers: ['legal-event'] }, ['across'], []],
  ['an annotator', { annotators: ['other'] }, ['across'], []],
  ['two layers', { layers: ['claim', 'nothing'] }, ['nested-in', 'overlap', 'astral', 'end'], ['r1']],
  ['no status that is there', { statuses: ['new'] }, [], []],
  ['articles that are not there', { articles: ['a2'] }, [], []]
])('of the golden project, %s', (_, choice, annotations, relations) => {
  const data = chosen(choice)
  expect(data.annotations.map(row => row.id)).toEqual(annotations)
  expect(data.relations.map(row => row.id)).toEqual(relations)
})

test('what is complete is what has all that its own layer requires', () => {
  const data = structuredClone(goldenProject())
  for (const layer of data.codebook.layers)
    layer.attributes = layer.attributes.map(row => ({
      ...row,
      required: ['holder', 'date'].includes(row.id)
    }))
  const kept = dataOf(chooseRows(sourceOf(data), { onlyComplete: true })).annotations.map(row => row.id)
  // Claims require nothing here; the perspective in two pieces has no holder.
  expect(kept).toEqual(['nested-out', 'nested-in', 'overlap', 'astral', 'rtl', 'across', 'end'])
})

test('annotators that are not chosen are not told; registers and codebook stay', () => {
  const before = goldenProject()
  const data = chosen({ annotators: ['other'] })
  expect(data.annotators.map(row => row.id)).toEqual(['other'])
  expect([data.actors, data.codebook, data.issues]).toEqual([before.actors, before.codebook, before.issues])
})

test('what is chosen agrees with itself: counts, orders and relations', () => {
  fc.assert(
    fc.property(arbitraryProject, fc.nat(), fc.boolean(), (data, pick, onlyComplete) => {
      const article = data.articles[pick % Math.max(1, data.articles.length)]
      const source = chooseRows(sourceOf(data), {
        articles: article === undefined ? [] : [article.id],
        layers: ['claim', 'perspective'],
        onlyComplete
      })
      const kept = dataOf(source)
      expect(countsOf(source)).toEqual(source.counts)
      const ids = new Set<string>(kept.annotations.map(row => row.id))
      expect(kept.relations.every(row => ids.has(row.from) && ids.has(row.to))).toBe(true)
      const byArticle = [...source.articles()].flatMap(rows => rows.annotations.map(row => row.id))
      expect(new Set(byArticle)).toEqual(ids)
      expect(kept.annotations).toEqual(data.annotations.filter(row => ids.has(row.id)))
    }),
    { numRuns: 30 }
  )
})

test('a choice of nothing in particular is the project itself', () => {
  const source = sourceOf(goldenProject())
  expect(chooseRows(source, {})).toBe(source)
})

function countsOf(source: ProjectSource): ProjectSource['counts'] {
  const rows = [...source.articles()]
  return {
    articles: rows.length,
    annotations: [...source.annotations()].length,
    relations: [...source.relations()].length
  }
}
