import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearlyTheSame, resemblance, sketchOf } from '../../../src/core/importing/resemblance'

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ')
const alike = (a: string, b: string) => resemblance(sketchOf(a), sketchOf(b))

describe('resemblance', () => {
  test.each([
    ['itself', numbered(0, 900), numbered(0, 900)],
    ['other case, marks and line breaks', 'The “court”, said\nso it is.', 'the court said so — it is'],
    ['a short text', 'Hello', 'hello!'],
    ['a script without spaces', '檢察官說他們提供了便利', '檢察官說，他們提供了便利。']
  ])('is whole: %s', (_, a, b) => {
    expect(alike(a, b)).toBe(1)
  })

  test.each([
    ['a corrected typo in 900 words', numbered(0, 900), numbered(0, 900).replace('word450', 'wrod450')],
    ['another headline and a line below', numbered(0, 900), `Another headline ${numbered(0, 900)} Read more`],
    ['Chinese with one sign changed', '檢'.concat(numbered(0, 99), '官'), numbered(0, 99).concat('官')]
  ])('is near to whole: %s', (_, a, b) => {
    expect(alike(a, b)).toBeGreaterThan(nearlyTheSame)
  })

  test.each([
    ['other words', numbered(0, 900), numbered(1000, 1900)],
    ['no words at all', '', ''],
    ['no words on one side', '— … —', 'a text with words']
  ])('is nothing: %s', (_, a, b) => {
    expect(alike(a, b)).toBe(0)
  })

  // Two stories about one event quote the same people; they are not one text.
  test('of two texts that share half is a third', () => {
    expect(alike(numbered(0, 2000), numbered(1000, 3000))).toBeCloseTo(1 / 3, 1)
  })

  test('is the same both ways, and never beyond 0 and 1', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '漢', 'é', '.'), { maxLength: 60 })
      .map(row => row.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a))
        expect(alike(a, b)).toBeGreaterThanOrEqual(0)
        expect(alike(a, b)).toBeLessThanOrEqual(1)
      })
    )
  })
})
