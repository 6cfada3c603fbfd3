import { describe, expect, test } from 'vitest'
import {
  maximumCodebookBytes,
  readCodebookFile,
  writeCodebookFile
} from '../../../../src/core/formats/codebook/codebook-file'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import { codebook } from '../../codebook/small-codebook'

const context = { generator: { name: 'Counterpoint', version: '1' }, exportedAt: '2026-11-22T12:00:00.000Z' }
const textOf = (content: typeof builtInCodebook) => [...writeCodebookFile(content, context).chunks].join('')
const read = (text: string) => readCodebookFile({ name: 'x.json', bytes: new TextEncoder().encode(text) })

test('what is written is read back, without whose project it was', () => {
  const { projectId: _, ...content } = codebook
  expect(read(textOf(codebook))).toEqual({ ok: true, value: content })
  expect(read(textOf(builtInCodebook))).toEqual({ ok: true, value: builtInCodebook })
  expect(writeCodebookFile(codebook, context).name).toBe('sides.counterpoint-codebook.json')
})

describe('bad input answers a named error with its place', () => {
  const text = textOf(codebook)
  const cases: [name: string, text: string, code: string, place: string | undefined][] = [
    ['nothing', '  ', 'empty-file', 'x.json'],
    ['cut off', text.slice(0, -40), 'not-json', undefined],
    ['a dataset', '{"format":"counterpoint-dataset","version":1}', 'not-a-codebook', 'format'],
    ['a list', '[]', 'not-a-codebook', 'format'],
    ['null', 'null', 'not-a-codebook', 'format'],
    ['from the future', text.replace('"version": 1', '"version": 2'), 'newer-version', 'version'],
    [
      'an unknown kind',
      text.replace('"kind": "choice"', '"kind": "guess"'),
      'wrong-shape',
      'codebook.layers[0].attributes[0].kind'
    ],
    ['an unknown key', text.replace('"title"', '"script": "x", "title"'), 'wrong-shape', 'codebook.script'],
    ['an id twice', text.replace('"id": "fact"', '"id": "view"'), 'duplicate-id', 'codebook.layers[1].id'],
    [
      'an option twice',
      text.replace('"id": "against"', '"id": "for"'),
      'duplicate-id',
      'codebook.layers[0].attributes[0].options[1].id'
    ],
    [
      'an id that every object has',
      text.replace('"id": "note"', '"id": "toString"'),
      'wrong-shape',
      'codebook.layers[0].attributes[4].id'
    ],
    [
      'a key that hides',
      text.replace('"title"', '"__proto__": {}, "title"'),
      'wrong-shape',
      'codebook.__proto__'
    ],
    ['no layers', text.replace(/"layers": \[[\s\S]*\]/u, '"layers": []'), 'wrong-shape', 'codebook.layers']
  ]
  test.each(cases)('%s', (_, bad, code, place) => {
    const result = read(bad)
    expect(result.ok ? result : result.error.code).toBe(code)
    if (!result.ok && place !== undefined) expect(result.error.place).toBe(place)
  })
  test('bytes that are no text, and too many of them', () => {
    const of = (bytes: Uint8Array) => readCodebookFile({ name: 'x', bytes })
    expect(of(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({ error: { code: 'not-utf8' } })
    expect(of(new Uint8Array(maximumCodebookBytes + 1))).toMatchObject({ error: { code: 'too-large' } })
  })
})
