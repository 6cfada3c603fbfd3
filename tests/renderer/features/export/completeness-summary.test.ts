import { expect, test } from 'vitest'
import { allSteps } from '../../../../src/core/steps'
import type { ArticleRows, ProjectHead } from '../../../../src/core/formats/project-source'
import type { Annotation } from '../../../../src/core/project/entities'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import { summariseCompleteness } from '../../../../src/renderer/features/export/completeness-summary'

const layer = builtInCodebook.layers[0]!
const complete = Object.fromEntries(layer.attributes.map(attribute => [attribute.id, 'x']))
const required = layer.attributes.filter(attribute => attribute.required === true)

function summaryOf(annotations: Partial<Annotation>[]) {
  const head = { codebook: builtInCodebook } as unknown as ProjectHead
  const rows = { annotations } as unknown as ArticleRows
  return allSteps(summariseCompleteness({ head, articles: () => [rows] }))
}

test('annotations are counted once, what they lack as often as it is lacking', () => {
  expect(required.length, 'the built-in codebook requires something').toBeGreaterThan(0)
  const summary = summaryOf([
    { layer: layer.id, attributes: complete },
    { layer: layer.id, attributes: {} },
    { layer: layer.id, attributes: {} }
  ])
  expect(summary).toMatchObject({ annotations: 3, incomplete: 2 })
  expect(summary.missing).toHaveLength(required.length)
  expect(summary.missing.every(({ count }) => count === 2)).toBe(true)
})

// A layer that was removed from the codebook requires nothing; its annotations are still counted.
test('an annotation of an unknown layer is complete', () => {
  const summary = summaryOf([{ layer: 'gone' as Annotation['layer'], attributes: {} }])
  expect(summary).toEqual({ articles: 1, annotations: 1, incomplete: 0, missing: [] })
})
