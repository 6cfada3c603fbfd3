import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snapToGraphemes } from '../../../src/core/anchoring/graphemes'
import { awkwardText, longAwkwardText } from './texts'

/** All cluster boundaries, found the slow way over the whole text. */
function allBoundaries(text: string): number[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
  return [...Array.from(segments, segment => segment.index), text.length]
}

describe('snapToGraphemes', () => {
  test.each([
    { name: 'plain letters stay', text: 'abc', range: [1, 2], expected: [1, 2] },
    { name: 'a family is one', text: 'x👨‍👩‍👧‍👦y', range: [3, 5], expected: [1, 12] },
    { name: 'a surrogate pair', text: '😀', range: [0, 1], expected: [0, 2] },
    { name: 'a mark joins its letter', text: 'cafe\u0301s', range: [0, 4], expected: [0, 5] },
    { name: 'a letter is not torn from its mark', text: 'cafe\u0301s', range: [4, 6], expected: [3, 6] },
    { name: 'flags pair from the run’s start', text: '🇺🇸🇬🇧', range: [2, 6], expected: [0, 8] },
    { name: 'CR LF', text: 'a\r\nb', range: [0, 2], expected: [0, 3] },
    { name: 'an empty range stays empty', text: 'x😀', range: [2, 2], expected: [1, 1] },
    { name: 'at the end', text: 'x😀', range: [3, 3], expected: [3, 3] }
  ])('$name', ({ text, range, expected }) => {
    const [start = 0, end = 0] = range
    expect(snapToGraphemes(text, start, end)).toEqual({ startUtf16: expected[0], endUtf16: expected[1] })
  })

  test.each([
    [-1, 0],
    [0, 4],
    [2, 1],
    [0.5, 1],
    [NaN, 1]
  ])('refuses the range %s–%s in a text of three', (start, end) => {
    expect(() => snapToGraphemes('abc', start, end)).toThrow(RangeError)
  })

  test('is the smallest range without a split cluster, as segmenting the whole text says', () => {
    fc.assert(
      fc.property(fc.oneof(awkwardText, longAwkwardText), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number
        ]
        fc.pre(start < end)
        const boundaries = allBoundaries(text)
        expect(snapToGraphemes(text, start, end)).toEqual({
          startUtf16: boundaries.findLast(at => at <= start),
          endUtf16: boundaries.find(at => at >= end)
        })
      }),
      { numRuns: 1000 }
    )
  })

  test.each([
    { name: 'combining marks', text: `a${'\u0301'.repeat(5000)}b`, at: 2500, expected: [0, 5001] },
    { name: 'joined emoji', text: `a${'👩\u200d'.repeat(2000)}👩b`, at: 3000, expected: [1, 6003] },
    { name: 'an odd flag in a long run', text: `a${'🇺'.repeat(2001)}b`, at: 4003, expected: [4001, 4003] }
  ])('keeps a very long run of $name right', ({ text, at, expected }) => {
    expect(snapToGraphemes(text, at - 1, at)).toEqual({ startUtf16: expected[0], endUtf16: expected[1] })
  })
})
