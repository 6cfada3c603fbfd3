import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distancesTo, similarity } from '../../../src/core/anchoring/edit-distance'

/** The plain table of Wagner and Fischer, with Sellers' free start. */
function tableDistances(pattern: string, text: string, mode: 'free' | 'anchored'): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, i) => i)
  const last = [pattern.length]
  for (let j = 1; j <= text.length; j++) {
    const next = [mode === 'free' ? 0 : j]
    for (let i = 1; i <= pattern.length; i++) {
      const replaced = column[i - 1]! + (pattern[i - 1] === text[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, column[i]! + 1, next[i - 1]! + 1))
    }
    column = next
    last.push(column[pattern.length]!)
  }
  return last
}

const fewLetters = (maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c', ' ', '😀'), { maxLength }).map(letters => letters.join(''))

describe('distancesTo', () => {
  test('agrees with the plain table, over one block and several', () => {
    fc.assert(
      fc.property(
        fewLetters(110),
        fewLetters(130),
        fc.constantFrom('free' as const, 'anchored' as const),
        (pattern, text, mode) => {
          expect([...distancesTo(pattern, text, mode)]).toEqual(
            pattern === '' && mode === 'free'
              ? new Array<number>(text.length + 1).fill(0)
              : tableDistances(pattern, text, mode)
          )
        }
      ),
      { numRuns: 300 }
    )
  })

  test.each([31, 32, 33, 63, 64, 65, 96])('a pattern of %i units is found without an error', length => {
    const pattern = 'the quick brown fox jumps over '.repeat(5).slice(0, length)
    expect(distancesTo(pattern, `xx${pattern}`, 'free')[length + 2]).toBe(0)
    expect(distancesTo(pattern, pattern, 'anchored')[length]).toBe(0)
  })
})

test.each([
  ['', '', 1],
  ['abc', 'abc', 1],
  ['abcd', 'abed', 0.75],
  ['abc', '', 0],
  ['abc', 'xyz', 0]
])('similarity of %j and %j is %d', (a, b, expected) => {
  expect(similarity(a, b)).toBe(expected)
})
