import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLargerThan } from '../../src/main/message-size'

describe('what is counted', () => {
  const kilobyte = 'x'.repeat(512)
  test.each<[name: string, value: unknown]>([
    ['a string', kilobyte],
    ['a typed array', new Uint8Array(1024)],
    ['a buffer', new ArrayBuffer(1024)],
    ['a member of an object', { a: { b: [kilobyte] } }],
    ['a name in an object', { [kilobyte]: 1 }],
    ['a map', new Map([['a', kilobyte]])],
    ['a set', new Set([kilobyte])],
    ['many small things', Array.from({ length: 200 }, () => 0)]
  ])('%s', (_name, value) => {
    expect(isLargerThan(value, 1000)).toBe(true)
    expect(isLargerThan(value, 10_000)).toBe(false)
  })
})

test('an object that contains itself ends', () => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  expect(isLargerThan(circular, 1000)).toBe(false)
})

test('depth does not overflow the stack', () => {
  let deep: unknown = null
  for (let level = 0; level < 200_000; level += 1) deep = [deep]
  expect(isLargerThan(deep, 1024 * 1024)).toBe(true)
})

test('it never says less than the UTF-8 of the plain text in it needs', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii' })
  fc.assert(fc.property(fc.array(ascii), texts => isLargerThan(texts, texts.join('').length - 1)))
})
