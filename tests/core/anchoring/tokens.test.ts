import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from '../../../src/core/anchoring/tokens'

/** What the segmenter says of the whole text at once, without windows and shortcuts. */
function segmented(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  return [...segmenter.segment(text)].flatMap(({ segment }) => segment.match(/[^\s\p{Cc}\p{Z}]+/gu) ?? [])
}

function tokenTexts(text: string): string[] {
  return tokensOf(text, 'en').map(({ startUtf16, endUtf16 }) => text.slice(startUtf16, endUtf16))
}

const plain = 'abcÀéſ019 .,;:!?\'"‘’“”()[]/–—…$%&*-\n\u00a0'
const any = [...plain, '\u0301', '_', 'ß', '語', 'の', '\u{1f469}\u200d\u{1f33e}', '\u{1d4e0}', 'ש', '\u200b']

test.each([
  ['plain', [...plain]],
  ['any', any]
])('tokens of %s texts are those of the segmenter', (_, characters) => {
  const texts = fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map(list => list.join(''))
  fc.assert(
    fc.property(texts, text => {
      expect(tokenTexts(text)).toEqual(segmented(text))
    }),
    { numRuns: 2000 }
  )
})

test('the borders of windows part no word', () => {
  const text = 'A well-known 3.5-fold can’t, said “日本語” the naïve one. '.repeat(200)
  expect(tokenTexts(text)).toEqual(segmented(text))
})
