import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locateJsonError, parseJson } from '../../../src/core/formats/parse-json'

describe('where JSON stops being JSON', () => {
  test.each([
    ['{"a": 1,}', 'line 1, column 9', 'a key'],
    ['{"a": 1\n "b": 2}', 'line 2, column 2', 'a comma or “}”'],
    ['[1, 2', 'line 1, column 6', 'ends too early'],
    ['[01]', 'line 1, column 3', 'a comma or “]”'],
    ["{'a': 1}", 'line 1, column 2', 'a key'],
    ['{"a" 1}', 'line 1, column 6', 'a colon'],
    ['"a\nb"', 'line 1, column 3', 'line break'],
    ['"\\x"', 'line 1, column 2', 'backslash'],
    ['{} {}', 'line 1, column 4', 'goes on'],
    ['[NaN]', 'line 1, column 2', 'a value']
  ])('%j', (text, place, words) => {
    const result = parseJson(text)
    expect(result).toMatchObject({ ok: false, error: { code: 'not-json', place } })
    expect(result.ok ? '' : result.error.message).toContain(words)
  })

  // The scanner is a second opinion: it must find a fault exactly where the engine does, and nowhere else.
  test('it finds a fault in every text the engine refuses', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', ':', '1', 'x', '\n'))
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1)
      )
    fc.assert(
      fc.property(damaged, text => {
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        const { expected, index } = locateJsonError(text)
        expect(expected === 'unknown error').toBe(isJson)
        expect(index).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 }
    )
  })
})

test('nesting ends where a recursive walk is still safe', () => {
  expect(parseJson('['.repeat(60) + ']'.repeat(60)).ok).toBe(true)
  expect(parseJson('['.repeat(80) + ']'.repeat(80))).toMatchObject({ error: { code: 'wrong-shape' } })
  expect(parseJson('['.repeat(2_000_000))).toMatchObject({ error: { code: 'not-json' } })
})

test('a __proto__ key is an error however it is spelt', () => {
  expect(parseJson('{"a": [{"\\u005f_proto__": {}}]}')).toMatchObject({
    error: { code: 'wrong-shape', place: 'a[0].__proto__' }
  })
})
