import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messagePieces } from '../../src/renderer/persistence/message-pieces'

// A message above the limit is refused by the main process, and with it the whole export.
test('pieces are the same text, none of them larger than the limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 40 })),
      fc.integer({ min: 1, max: 20 }),
      (chunks, limit) => {
        const pieces = [...messagePieces(chunks, limit)].filter(piece => piece !== '')
        expect(pieces.join('')).toBe(chunks.join(''))
        expect(pieces.every(piece => piece.length <= limit)).toBe(true)
        expect(pieces.slice(0, -1).every(piece => piece.length === limit)).toBe(true)
      }
    )
  )
})

test('the caller can rest after every chunk, also when none fills a piece', () => {
  expect([...messagePieces(['a', 'b', 'c'], 100)]).toEqual(['', '', '', 'abc'])
})
