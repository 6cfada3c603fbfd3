import { describe, expect, test } from 'vitest'
import { measureDeletions, measureMutations, shortfalls } from '../../bench/anchoring/measure'
import { generatedArticle, publicDomainTexts, sampleArticle } from '../../bench/anchoring/prose'

// The short version of `npm run bench:anchoring`, with the same bars.
const root = process.cwd()
const generated = Array.from({ length: 9 }, (_, i) => generatedArticle(i + 1))
const texts = [sampleArticle(root), ...publicDomainTexts(root), ...generated]

describe('annotations of a changed article', () => {
  test.each(measureMutations(texts, 30))('$name: found again', row => {
    expect(row.annotations).toBeGreaterThan(200)
    expect(shortfalls(row)).toEqual([])
  })

  test.each(measureDeletions(texts, 200))('a passage that is $kind is not attached to other text', row => {
    expect(row.passages).toBe(200)
    expect(shortfalls(row)).toEqual([])
  })
})
