import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchQuote } from '../../../src/core/anchoring/match-quote'
import { quoteAt } from '../../../src/core/anchoring/quote-score'
import { seededRandom, seededText } from '../../bench/seeded-dataset'

const filler = seededText(30, seededRandom(11))
const passage = 'Prosecutors said the site had known for years what it was selling.'
const before = `${filler.slice(0, 3000)} ${passage} ${filler.slice(3000)}`
const start = before.indexOf(passage)
const wanted = quoteAt(before, { startUtf16: start, endUtf16: start + passage.length })

function found(text: string, expected = start): string | null {
  const match = matchQuote(text, wanted, expected)
  return match === null ? null : text.slice(match.startUtf16, match.endUtf16)
}

describe('matchQuote', () => {
  test('an exact copy in its context scores 1 where it was expected', () => {
    expect(matchQuote(before, wanted, start)).toEqual({
      startUtf16: start,
      endUtf16: start + passage.length,
      score: 1
    })
  })

  test.each([
    ['text put in above', `A new top.\n\n${before}`, passage],
    ['a typo mended', before.replace('known for', 'knwon for'), passage.replace('known for', 'knwon for')],
    ['a word replaced', before.replace('selling', 'hosting'), passage.replace('selling', 'hosting')],
    ['moved to the end', `${before.replace(passage, '')} ${wanted.prefix}${passage}`, passage]
  ])('%s', (_, after, expected) => {
    expect(found(after)).toBe(expected)
  })

  test('a passage that is gone is not found elsewhere', () => {
    expect(found(before.replace(passage, ''))).toBeNull()
    expect(
      found(before.replace(passage, 'Nobody in the harbour answered that winter, or the next one.'))
    ).toBeNull()
  })

  test('of two equally good places the expected one is taken, and neither far from both', () => {
    const both = `${before}\n\n${before}`
    expect(matchQuote(both, wanted, start)?.startUtf16).toBe(start)
    const second = start + before.length + 2
    expect(matchQuote(both, wanted, second + 10)?.startUtf16).toBe(second)
    expect(matchQuote(both, wanted, 900)).toBeNull()
  })

  test('of two copies the one in the old context is taken, wherever it lies', () => {
    const text = `${passage} ${filler}\n\n${before}`
    expect(matchQuote(text, wanted, 0)?.startUtf16).toBe(text.lastIndexOf(passage))
  })

  test('looks only where told, and heeds what is not accepted', () => {
    const windows = [{ startUtf16: 0, endUtf16: start }]
    expect(matchQuote(before, wanted, start, { windows })).toBeNull()
    expect(matchQuote(before, wanted, start, { accepts: () => false })).toBeNull()
    expect(matchQuote('', wanted, 0)).toBeNull()
    expect(matchQuote(before, { ...wanted, quote: '' }, 0)).toBeNull()
  })

  test('every stretch of a text is found in it at its place', () => {
    fc.assert(
      fc.property(fc.nat(before.length - 200), fc.integer({ min: 1, max: 150 }), (startUtf16, length) => {
        const range = { startUtf16, endUtf16: startUtf16 + length }
        expect(matchQuote(before, quoteAt(before, range), startUtf16)).toEqual({ ...range, score: 1 })
      })
    )
  })
})
