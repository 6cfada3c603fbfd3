import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, nextWordBoundary, snapToWords } from '../../../src/core/anchoring/words'
import { longAwkwardText } from './texts'

function allSegments(text: string) {
  return Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
}

/** `[` and `]` in the text stand for the selection; answers what the snapped selection covers. */
function snapMarked(marked: string): string | null {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  const range = snapToWords(text, start, end)
  return range === null ? null : text.slice(range.startUtf16, range.endUtf16)
}

describe('snapToWords', () => {
  test.each([
    { marked: 'the pro[secut]ors said', expected: 'prosecutors' },
    { marked: 'the[ prosecutors ]said', expected: 'prosecutors' },
    { marked: 'the [prosecutors sa]id so', expected: 'prosecutors said' },
    { marked: 'he said [“We neve]r knew,” twice', expected: '“We never' },
    { marked: 'he said “[We never knew,”] twice', expected: 'We never knew,”' },
    { marked: 'he said “[We never kne]w,” twice', expected: 'We never knew' },
    { marked: 'it did[n’]t end', expected: 'didn’t' },
    { marked: "it did[n't] end", expected: "didn't" },
    { marked: 'Robert Corn-Re[ver]e spoke', expected: 'Revere' },
    { marked: 'one[\n\n]two', expected: null },
    { marked: 'one[   ]two', expected: null },
    { marked: 'one[] two', expected: null },
    { marked: 'o[ne\n\ntw]o', expected: 'one\n\ntwo' },
    { marked: 'a 👨‍👩‍👧[‍👦] b', expected: '👨‍👩‍👧‍👦' },
    { marked: 'cost $[1,2]00.50 now', expected: '1,200.50' },
    { marked: 'שָׁ[לו]ֹם עולם', expected: 'שָׁלוֹם' }
  ])('$marked', ({ marked, expected }) => {
    expect(snapMarked(marked)).toBe(expected)
  })

  test('covers the visible selection and splits no word', () => {
    fc.assert(
      fc.property(longAwkwardText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number
        ]
        const range = snapToWords(text, start, end)
        fc.pre(range !== null)
        const lead = text.slice(start, end).length - text.slice(start, end).trimStart().length
        expect(range.startUtf16).toBeLessThanOrEqual(start + lead)
        expect(range.endUtf16).toBeGreaterThanOrEqual(start + text.slice(start, end).trimEnd().length)
        for (const { index, segment, isWordLike } of allSegments(text)) {
          if (!isWordLike) continue
          for (const at of [range.startUtf16, range.endUtf16]) {
            expect(at <= index || at >= index + segment.length).toBe(true)
          }
        }
      }),
      { numRuns: 100 }
    )
  })
})

describe('nextWordBoundary', () => {
  const text = 'He said: “We  never knew.”'
  test.each([
    { from: 0, direction: 'forward', edge: undefined, to: 2 },
    { from: 2, direction: 'forward', edge: undefined, to: 7 },
    { from: 3, direction: 'forward', edge: 'start', to: 10 },
    { from: 7, direction: 'forward', edge: undefined, to: 12 },
    { from: 24, direction: 'forward', edge: undefined, to: 26 },
    { from: 26, direction: 'forward', edge: undefined, to: 26 },
    { from: 10, direction: 'backward', edge: undefined, to: 3 },
    { from: 12, direction: 'backward', edge: 'end', to: 7 },
    { from: 5, direction: 'backward', edge: undefined, to: 3 },
    { from: 0, direction: 'backward', edge: undefined, to: 0 }
  ] as const)('from $from $direction to $to', ({ from, direction, edge, to }) => {
    expect(nextWordBoundary(text, from, direction, edge)).toBe(to)
  })

  test('is the nearest border that segmenting the whole text finds', () => {
    fc.assert(
      fc.property(longAwkwardText, fc.nat(), fc.constantFrom('start', 'end'), (source, a, edge) => {
        const offset = a % (source.length + 1)
        const borders = allSegments(source)
          .filter(segment => segment.isWordLike)
          .map(({ index, segment }) => (edge === 'start' ? index : index + segment.length))
        const after = borders.find(at => at > offset)
        const before = borders.findLast(at => at < offset)
        if (after !== undefined) expect(nextWordBoundary(source, offset, 'forward', edge)).toBe(after)
        if (before !== undefined) expect(nextWordBoundary(source, offset, 'backward', edge)).toBe(before)
      }),
      { numRuns: 100 }
    )
  })
})

describe('countWords', () => {
  test.each([
    { text: '', words: 0 },
    { text: ' — … “”', words: 0 },
    { text: 'It didn’t end in 2016.', words: 5 },
    { text: 'sex-advertising website', words: 3 },
    { text: 'one\n\ntwo 😀', words: 2 }
  ])('$text', ({ text, words }) => {
    expect(countWords(text)).toBe(words)
  })

  test('counting in windows equals counting the whole', () => {
    fc.assert(
      fc.property(longAwkwardText, fc.integer({ min: 1, max: 4 }), (piece, times) => {
        const text = piece.repeat(times)
        expect(countWords(text)).toBe(allSegments(text).filter(segment => segment.isWordLike).length)
      }),
      { numRuns: 50 }
    )
  })
})

test('plain texts are counted as the segmenter counts them', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const bySegmenter = (text: string) =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
  const plain = fc.string({
    unit: fc.constantFrom(...'aZé9 0.,;:!?\'"‘’“”()[]/–—…$%&*-\n\t'),
    maxLength: 24
  })
  fc.assert(
    fc.property(plain, text => {
      expect(countWords(text), JSON.stringify(text)).toBe(bySegmenter(text))
    }),
    { numRuns: 3000 }
  )
})
