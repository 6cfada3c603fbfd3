import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { datasetFormat } from '../../../src/core/formats/dataset/dataset-format'
import type { Study } from '../../../src/core/project/study'
import { studyFigures } from '../../../src/core/report/study-figures'
import { studyOf } from '../../fixtures/real-article'

function sample(): Study {
  const url = new URL('../../../resources/sample/sample.counterpoint.json', import.meta.url)
  const file = { name: 'sample.counterpoint.json', bytes: new Uint8Array(readFileSync(url)) }
  let ids = 0
  const read = datasetFormat.read?.([file], { newId: () => `id-${ids++}`, now: '2024-10-01T09:00:00.000Z' })
  if (read?.ok !== true) throw new Error('The sample cannot be read')
  return studyOf(read.value.data)
}

const study = sample()
const only: Study = { ...study, articles: study.articles.slice(0, 1) }
const idsOf = (of: Study) => [...studyFigures(of, [])].map(({ id }) => id)

describe('whatever view one saves from, the others are offered', () => {
  test.each([
    ['two articles are compared', study, 'articles-side-by-side'],
    ['one article has an order of telling', only, 'story-order']
  ])('%s', (_why, of, fourth) => {
    const all = [
      'perspectives-by-stance',
      'perspective-matrix',
      'timeline',
      'ledger-accounts',
      'ledger-charges'
    ]
    const isOfShares = (id: string) => /^voice-|^where-|^verbs|^words-/u.test(id)
    expect(idsOf(of).some(isOfShares)).toBe(true)
    expect(new Set(idsOf(of).filter(id => !isOfShares(id)))).toEqual(new Set([...all, fourth]))
  })

  test('what the view itself offers stands there once', () => {
    const [given] = studyFigures(study, [])
    if (given === undefined) throw new Error('The sample has no figures')
    expect([...studyFigures(study, [given])].map(({ id }) => id)).not.toContain(given.id)
  })

  test('a study in which nothing is tagged offers nothing', () => {
    const bare = study.articles.map(of => ({ ...of, annotations: [] }))
    expect(idsOf({ ...study, articles: bare, relations: [], cases: [] })).toEqual([])
  })

  test('every passage behind a figure is one of the study, and every row is as wide as the head', () => {
    const known = new Set(study.articles.flatMap(of => of.annotations.map(({ id }) => id)))
    const measure = (text: string) => text.length * 6
    for (const { id, table, passages, draw } of studyFigures(study, [])) {
      expect(
        passages.filter(passage => !known.has(passage)),
        id
      ).toEqual([])
      for (const row of table.rows) expect(row, id).toHaveLength(table.columns.length)
      const { width, height } = draw({ width: 1128, measure })
      expect(width, id).toBeLessThanOrEqual(1128)
      expect(height, id).toBeGreaterThan(0)
    }
  })
})
