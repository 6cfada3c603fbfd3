import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sha256, sha256Hex, sha256OfText } from '../../../src/core/project/sha256'

const nodeHex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

describe('sha256Hex', () => {
  // The examples of FIPS 180-4 / NIST, so that the peer below is not the only witness.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
    ]
  ])('answers the published digest of %j', (text, digest) => {
    expect(sha256OfText(text)).toBe(digest)
  })

  // Padding changes shape at 55/56 and 63/64 bytes.
  test.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1000])(
    'agrees with Node at %i bytes',
    length => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256)
      expect(sha256Hex(bytes)).toBe(nodeHex(bytes))
    }
  )

  test('agrees with Node on any bytes and any text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => sha256Hex(bytes) === nodeHex(bytes)))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => sha256OfText(text) === nodeHex(text)))
  })
})

test('pieces of any size come to the digest of the whole, and asking in between changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), pieces => {
      const sum = new Sha256()
      for (const piece of pieces) {
        sum.add(piece)
        sum.hex()
      }
      const whole = Buffer.concat(pieces)
      expect(sum.hex()).toBe(nodeHex(whole))
      expect(sum.bytes).toBe(whole.length)
    })
  )
})
