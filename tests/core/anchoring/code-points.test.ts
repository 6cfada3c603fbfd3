import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CodePointIndex } from '../../../src/core/anchoring/code-points'
import { longAwkwardText } from './texts'

describe('CodePointIndex', () => {
  test.each([
    { text: 'plain', utf16: 3, codePoint: 3 },
    { text: '😀a', utf16: 2, codePoint: 1 },
    { text: 'a😀b😀', utf16: 6, codePoint: 4 },
    { text: '👨‍👩‍👧‍👦!', utf16: 11, codePoint: 7 },
    { text: '\ud83dx', utf16: 1, codePoint: 1 },
    { text: '\ude00\ud83d', utf16: 2, codePoint: 2 },
    { text: '', utf16: 0, codePoint: 0 }
  ])('$text: UTF-16 $utf16 is code point $codePoint', ({ text, utf16, codePoint }) => {
    const index = new CodePointIndex(text)
    expect(index.toCodePoint(utf16)).toBe(codePoint)
    expect(index.toUtf16(codePoint)).toBe(utf16)
  })

  test.each([-1, 1, 3, 1.5, NaN, Infinity])('refuses UTF-16 offset %s in one emoji', offset => {
    expect(() => new CodePointIndex('😀').toCodePoint(offset)).toThrow(RangeError)
  })

  test.each([-1, 2, 0.5, NaN])('refuses code point offset %s in one emoji', offset => {
    expect(() => new CodePointIndex('😀').toUtf16(offset)).toThrow(RangeError)
  })

  // Array.from splits by code points in the engine itself: an independent count.
  test('agrees with the engine at every code point and round-trips, lone surrogates included', () => {
    const anyText = fc.oneof(longAwkwardText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(anyText, fc.boolean(), (sound, cut) => {
        const text = cut ? sound.slice(1) : sound
        const index = new CodePointIndex(text)
        const points = Array.from(text)
        let utf16 = 0
        points.forEach((point, codePoint) => {
          expect(index.toCodePoint(utf16)).toBe(codePoint)
          expect(index.toUtf16(codePoint)).toBe(utf16)
          utf16 += point.length
        })
        expect(index.lengthCodePoints).toBe(points.length)
        expect(index.toUtf16(points.length)).toBe(text.length)
      }),
      { numRuns: 40 }
    )
  })

  test('counts in the text that is kept, not in a source file with CRLF', () => {
    const source = '😀\r\nb'
    const index = new CodePointIndex(source.replace(/\r\n/g, '\n'))
    expect(index.toCodePoint(3)).toBe(2)
  })
})
