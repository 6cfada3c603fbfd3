import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalizeText, decodeText, maxTextUtf16 } from '../../../src/core/anchoring/canonical-text'
import { longAwkwardText } from './texts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => new Uint8Array(values)

function utf16(text: string, order: 'le' | 'be', withMark = true): Uint8Array {
  const source = (withMark ? '\ufeff' : '') + text
  const view = new DataView(new ArrayBuffer(source.length * 2))
  for (let at = 0; at < source.length; at++) view.setUint16(at * 2, source.charCodeAt(at), order === 'le')
  return new Uint8Array(view.buffer)
}

describe('decodeText', () => {
  test.each([
    { name: 'UTF-8', input: utf8('Größe 😀'), text: 'Größe 😀' },
    { name: 'UTF-8 with a byte order mark', input: utf8('\ufeffText'), text: 'Text' },
    { name: 'only the first mark goes', input: utf8('\ufeff\ufeffText'), text: '\ufeffText' },
    { name: 'UTF-16 LE', input: utf16('Größe 😀', 'le'), text: 'Größe 😀' },
    { name: 'UTF-16 BE', input: utf16('Größe 😀', 'be'), text: 'Größe 😀' },
    { name: 'CRLF, lone CR and LF', input: utf8('a\r\nb\rc\nd\r\r\ne'), text: 'a\nb\nc\nd\n\ne' },
    { name: 'tabs and form feeds stay', input: utf8('a\tb\fc'), text: 'a\tb\fc' },
    {
      name: 'one stray escape in a long text',
      input: utf8(`${'word '.repeat(40)}\u001b`),
      text: `${'word '.repeat(40)}\u001b`
    },
    { name: 'no Unicode rewriting', input: utf8('e\u0301 é \u212b'), text: 'e\u0301 é \u212b' },
    { name: 'a view into a larger buffer', input: utf16('xabc', 'le').subarray(0, 6), text: 'xa' }
  ])('reads $name', ({ input, text }) => {
    expect(decodeText(input, 'a.txt')).toEqual({ ok: true, value: text })
  })

  test.each([
    { name: 'no bytes', input: bytes(), code: 'empty-file' },
    { name: 'only a UTF-8 mark', input: bytes(0xef, 0xbb, 0xbf), code: 'empty-file' },
    { name: 'only a UTF-16 mark', input: bytes(0xff, 0xfe), code: 'empty-file' },
    { name: 'a NUL in text', input: utf8('text\0text'), code: 'binary-file' },
    {
      name: 'the head of a PNG',
      input: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      code: 'unknown-encoding'
    },
    { name: 'the head of a ZIP (docx)', input: bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0), code: 'binary-file' },
    { name: 'many control characters', input: utf8('\u0001\u0002\u0003 abc'), code: 'binary-file' },
    { name: 'UTF-16 without a mark', input: utf16('plain', 'le', false), code: 'binary-file' },
    { name: 'UTF-32 with a mark', input: bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), code: 'binary-file' },
    { name: 'Latin-1', input: bytes(0x47, 0x72, 0xf6, 0xdf, 0x65), code: 'unknown-encoding' },
    { name: 'Windows-1252 quotation marks', input: bytes(0x93, 0x48, 0x69, 0x94), code: 'unknown-encoding' },
    { name: 'a torn UTF-8 tail', input: utf8('😀').subarray(0, 3), code: 'unknown-encoding' },
    { name: 'overlong UTF-8', input: bytes(0xc0, 0xaf), code: 'unknown-encoding' },
    { name: 'a surrogate in UTF-8', input: bytes(0x61, 0xed, 0xa0, 0x80), code: 'unknown-encoding' },
    { name: 'beyond the last code point', input: bytes(0xf4, 0x90, 0x80, 0x80), code: 'unknown-encoding' },
    { name: 'UTF-16 with an odd byte', input: bytes(0xff, 0xfe, 0x61, 0, 0x62), code: 'unknown-encoding' },
    { name: 'UTF-16 LE with half a pair', input: utf16('a\ud83d b', 'le'), code: 'lone-surrogate' },
    {
      name: 'UTF-16 BE with halves in the wrong order',
      input: utf16('\ude00\ud83d', 'be'),
      code: 'lone-surrogate'
    },
    { name: 'white space only', input: utf8(' \r\n\t\u00a0\n'), code: 'no-text' },
    { name: 'characters that show nothing', input: utf8('\u200b\u200e\n'), code: 'no-text' },
    { name: 'too many bytes', input: new Uint8Array(maxTextUtf16 * 3 + 4), code: 'text-too-large' },
    { name: 'too many characters', input: utf8('a'.repeat(maxTextUtf16 + 1)), code: 'text-too-large' }
  ])('refuses $name: $code', ({ input, code }) => {
    const result = decodeText(input, 'a.txt')
    expect(result).toMatchObject({ ok: false, error: { code, place: 'a.txt' } })
    expect(!result.ok && result.error.message).toMatch(/^.*a\.txt.*\.$/)
  })

  test('takes a text of exactly the limit', () => {
    expect(decodeText(utf8('a'.repeat(maxTextUtf16)), 'a.txt').ok).toBe(true)
  })

  test('every encoding of a text gives the same text, and what it gives is stable', () => {
    fc.assert(
      fc.property(longAwkwardText, text => {
        fc.pre(!text.startsWith('\ufeff') && text.trim() !== '')
        const crlf = text.replaceAll('\n', '\r\n')
        const results = [utf8(crlf), utf16(crlf, 'le'), utf16(text, 'be')].map(input =>
          decodeText(input, 'a')
        )
        expect(results[1]).toEqual(results[0])
        expect(results[2]).toEqual(results[0])
        if (results[0]!.ok) {
          expect(results[0]!.value).toBe(text)
          expect(canonicalizeText(results[0]!.value, 'a')).toEqual(results[0])
        }
      })
    )
  })

  test('any bytes end in text or in one named failure, never in a throw', () => {
    const codes = [
      'empty-file',
      'binary-file',
      'unknown-encoding',
      'text-too-large',
      'no-text',
      'lone-surrogate'
    ]
    const marks = [[], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]]
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 60 }), (mark, rest) => {
        const result = decodeText(bytes(...mark, ...rest), 'a.txt')
        if (result.ok) expect(result.value).not.toMatch(/\r|\0/)
        else expect(codes).toContain(result.error.code)
      }),
      { numRuns: 2000 }
    )
  })
})
