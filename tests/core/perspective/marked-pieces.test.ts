import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedPieces } from '../../../src/core/perspective/marked-pieces'

const range = fc
  .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
  .map(([startUtf16, length]) => ({ startUtf16, endUtf16: startUtf16 + length }))

test('pieces cover the range without gaps, and each place has the marks that lie over it', () => {
  fc.assert(
    fc.property(range, fc.array(range), (whole, marks) => {
      const pieces = markedPieces(whole, marks)
      expect(pieces[0]?.startUtf16).toBe(whole.startUtf16)
      expect(pieces.at(-1)?.endUtf16).toBe(whole.endUtf16)
      pieces.slice(1).forEach((piece, i) => expect(piece.startUtf16).toBe(pieces[i]?.endUtf16))
      for (const piece of pieces)
        for (let at = piece.startUtf16; at < piece.endUtf16; at++)
          expect(new Set(piece.marks)).toEqual(
            new Set(marks.filter(mark => mark.startUtf16 <= at && at < mark.endUtf16))
          )
    })
  )
})
