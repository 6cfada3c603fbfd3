import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAll, hitFrom, hitsBetween } from '../../../src/core/search/find-text'
import { foldText } from '../../../src/core/search/fold'

function find(text: string, query: string, options: { matchCase?: boolean; wholeWords?: boolean } = {}) {
  const { matchCase = false, wholeWords = false } = options
  const hits = findAll(foldText(text, { keepCase: matchCase }), query, { matchCase, wholeWords })
  return hits.starts.map((start, i) => text.slice(start, hits.ends[i]))
}

describe('findAll', () => {
  test.each([
    ['capital and small letters', 'The site. THE SITE.', 'the site', {}, ['The site', 'THE SITE']],
    ['diacritics in the text', 'a café and a Cafe\u0301.', 'cafe', {}, ['café', 'Cafe\u0301']],
    ['diacritics in the query', 'a cafe', 'café', {}, ['cafe']],
    ['plain quotation marks', '“We don’t,” she said', '"we don\'t', {}, ['“We don’t']],
    ['a line break for a space', 'broken\nline', 'broken line', {}, ['broken\nline']],
    ['the case when asked', 'The the', 'the', { matchCase: true }, ['the']],
    ['whole words when asked', 'art, party, Art.', 'art', { wholeWords: true }, ['art', 'Art']],
    ['whole words beside marks', '(art) “art”', 'art', { wholeWords: true }, ['art', 'art']],
    ['whole words that begin with a mark', 'x “art”', '“art', { wholeWords: true }, ['“art']],
    ['hits that do not overlap', 'aaaa', 'aa', {}, ['aa', 'aa']],
    ['nothing for nothing', 'text', '', {}, []],
    ['nothing for spaces', 'a b', ' ', {}, []]
  ])('%s', (_, text, query, options, expected) => expect(find(text, query, options)).toEqual(expected))

  test('whatever stands in a text is found where it stands', () => {
    const words = fc.array(fc.constantFrom('site', 'Café', 'Zoe\u0308', 'don’t', '–', 'soft\u00adly', '😀'), {
      minLength: 1
    })
    fc.assert(
      fc.property(words, fc.nat(), (list, pick) => {
        const text = list.join(' ')
        const word = list[pick % list.length] ?? ''
        const found = find(text, word)
        expect(found).toHaveLength(list.filter(other => other === word).length)
        expect(new Set(found)).toEqual(new Set([word]))
      })
    )
  })
})

describe('walking the hits', () => {
  const hits = { starts: [2, 10, 20], ends: [5, 15, 22] }
  test.each([
    [0, 0],
    [3, 1],
    [20, 2],
    [21, 0]
  ])('from offset %i on comes hit %i', (at, number) => expect(hitFrom(hits, at)).toBe(number))
  test.each([
    [0, 30, 0, 3],
    [5, 10, 1, 1],
    [4, 11, 0, 2],
    [14, 21, 1, 3]
  ])('between %i and %i', (start, end, first, last) =>
    expect(hitsBetween(hits, start, end)).toEqual({ first, end: last })
  )
})
