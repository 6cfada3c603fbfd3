import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordOffsets } from '../../../src/core/anchoring/word-offsets'
import { longAwkwardText } from './texts'

/** What the engine says, of the whole text at once. */
function bySegmenter(text: string, locale = 'en'): number[] {
  return Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)).flatMap(
    ({ index, segment, isWordLike }) => (isWordLike ? [index, index + segment.length] : [])
  )
}

// Every kind of unit the table knows, and enough that it does not: marks that combine, joiners, Hebrew, kana.
const units =
  'a b Z é 0 7 . \' ’ ‘ , ; : _ - – — … " “ ” ( ) $ % @ & / \n \t \u00a0 \u0301 \u200d \u00ad א ״ カ 漢 👩 ß · × ª'
    .split(/ /)
    .concat([' ', ' ', ' '])

describe('wordOffsets', () => {
  test.each([
    { text: 'It didn’t cost $1,200.50; 53 of 84.', words: 7 },
    { text: 'U.S. v. Lacey: e.g. 3.5a b.4', words: 7 },
    { text: 'one:two', words: bySegmenter('one:two').length / 2 },
    { text: 'cafe\u0301 naïve', words: 2 },
    { text: '“We”—he said…', words: 3 }
  ])('$text', ({ text, words }) => {
    expect(wordOffsets(text)).toEqual(bySegmenter(text))
    expect(wordOffsets(text)).toHaveLength(2 * words)
  })

  test('is what the segmenter says of any mixture of signs', () => {
    const mixed = fc.array(fc.constantFrom(...units), { maxLength: 40 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(mixed, text => {
        expect(wordOffsets(text)).toEqual(bySegmenter(text))
      }),
      { numRuns: 3000 }
    )
  })

  test('is what the segmenter says of each sign the table knows between letters, digits and spaces', () => {
    const around = ['a', '1', ' ', '.']
    const signs = [...Array(0x180).keys(), ...Array.from({ length: 0x70 }, (_, i) => 0x2000 + i), 0x20ac]
    for (const unit of signs) {
      for (const before of around) {
        const text = `${before}${String.fromCharCode(unit)}a 1${String.fromCharCode(unit)}2`
        expect(wordOffsets(text), `U+${unit.toString(16)} after “${before}”`).toEqual(bySegmenter(text))
      }
    }
  })

  test('is what the segmenter says of long awkward texts, in other languages too', () => {
    fc.assert(
      fc.property(longAwkwardText, fc.constantFrom('en', 'en-GB', 'sv', 'de', 'ja'), (text, locale) => {
        expect(wordOffsets(text, locale)).toEqual(bySegmenter(text, locale))
      }),
      { numRuns: 100 }
    )
  })
})
