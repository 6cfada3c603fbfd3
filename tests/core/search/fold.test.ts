import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, foldWords } from '../../../src/core/search/fold'

describe('foldWords: what a person types finds what the article has', () => {
  test.each([
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['don’t', "don't"],
    ['“No” – he said', '"no" - he said'],
    ['ﬁne', 'ﬁne'],
    ['Straße', 'straße'],
    ['İstanbul', 'istanbul'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['a\u00a0b', 'a b'],
    ['한국어', '한국어'],
    ['😀 Émile', '😀 emile'],
    ['Łódź', 'lodz']
  ])('%s → %s', (text, folded) => expect(foldWords(text)).toBe(folded))

  test('capital letters can be kept', () => expect(foldText('Émile', { keepCase: true }).text).toBe('Emile'))
})

describe('foldText', () => {
  test('says where a character stood, also after one that was left out', () => {
    const text = 'Cafe\u0301 Zoe\u0308 ends'
    const folded = foldText(text)
    const at = folded.text.indexOf('ends')
    expect(folded.toOriginal(at)).toBe(text.indexOf('ends'))
  })

  test('offsets never run backwards, end with the text, and unchanged characters are themselves', () => {
    const character = fc.constantFrom(
      'a',
      'B',
      ' ',
      'é',
      'e\u0301',
      '’',
      '😀',
      'İ',
      '\u00ad',
      '한',
      'ß',
      '\n'
    )
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), characters => {
        const text = characters.join('')
        const { text: folded, toOriginal } = foldText(text)
        expect(toOriginal(folded.length)).toBe(text.length)
        for (let at = 0; at < folded.length; at++) {
          expect(toOriginal(at + 1)).toBeGreaterThan(toOriginal(at))
          const plain = foldText(text[toOriginal(at)] ?? '').text
          if (plain.length === 1) expect(folded[at]).toBe(plain)
        }
      })
    )
  })
})
