import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../../src/core/project/utf8'

describe('encodeUtf8', () => {
  test('agrees with TextEncoder, lone surrogates included', () => {
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units))
    fc.assert(
      fc.property(anyUnits, text => {
        expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text))
      })
    )
  })
})

describe('decodeUtf8', () => {
  test('reads back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        fc.pre(!text.startsWith('\ufeff'))
        expect(decodeUtf8(encodeUtf8(text))).toEqual({ ok: true, text })
      })
    )
  })

  // Pieces end in the middle of nothing: a pair at the border must not be cut.
  test('keeps a long text with pairs whole', () => {
    const text = 'a' + '👩‍⚖️'.repeat(20_000)
    expect(decodeUtf8(encodeUtf8(text))).toEqual({ ok: true, text })
  })

  test('agrees with a fatal TextDecoder on any bytes', () => {
    const biased = fc.array(
      fc.oneof(fc.constantFrom(0xc0, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x9f, 0xbf), fc.nat(255))
    )
    fc.assert(
      fc.property(biased, list => {
        const bytes = Uint8Array.from(list)
        let expected: string | null
        try {
          expected = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        } catch {
          expected = null
        }
        const decoded = decodeUtf8(bytes)
        expect(decoded.ok ? decoded.text : null).toBe(expected)
      }),
      { numRuns: 2000 }
    )
  })

  test.each([
    ['an overlong slash', [0x61, 0xc0, 0xaf], 1],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['a cut sequence', [0x61, 0x62, 0xe2, 0x82], 2]
  ])('names the place of %s', (_, list, invalidAt) => {
    expect(decodeUtf8(Uint8Array.from(list))).toEqual({ ok: false, invalidAt })
  })
})
