import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spanOver } from '../../../src/core/annotation/spans'
import { carryAnnotation, carryArticle } from '../../../src/core/anchoring/carry-over'
import { snapToGraphemes } from '../../../src/core/anchoring/graphemes'
import type { Span } from '../../../src/core/project/entities'
import { annotationOver, randomAnnotation } from '../../bench/anchoring/cases'
import { applyEdits, paragraphsChanged, wordTypos } from '../../bench/anchoring/mutations'
import { generatedArticle } from '../../bench/anchoring/prose'
import { seededRandom, seededText } from '../../bench/seeded-dataset'
import { longAwkwardText } from './texts'

const before = [
  'The board met on Monday. “We knew,” said Renn, “and we did nothing.” Nobody answered him.',
  'Six weeks later the county court read the letter aloud, and the gallery fell silent at once.',
  'The ferry left without its captain. What became of the ledger was never explained to anybody.'
].join('\n\n')

function spanOf(quote: string, role = 'content', text = before): Span {
  const startUtf16 = text.indexOf(quote)
  return spanOver(text, { startUtf16, endUtf16: startUtf16 + quote.length }, role)
}

function carry(spans: Span[], after: string, text = before) {
  return carryAnnotation(annotationOver(spans), { text }, { text: after })
}

function outcome(quotes: string[], after: string): string[] {
  const carried = carry(
    quotes.map(quote => spanOf(quote)),
    after
  )
  return [carried.status, ...(carried.status === 'orphaned' ? [] : carried.spans.map(span => span.quote))]
}

const letter = 'the county court read the letter aloud'

describe('carryAnnotation', () => {
  test.each([
    { name: 'nothing changed', after: before, expected: ['exact', letter] },
    { name: 'a typo above', after: before.replace('Monday', 'Sunday'), expected: ['exact', letter] },
    { name: 'a paragraph above', after: `New.\n\n${before}`, expected: ['exact', letter] },
    {
      name: 'text at its edge',
      after: before.replace('aloud,', 'aloud twice,'),
      expected: ['exact', letter]
    },
    {
      name: 'a typo inside',
      after: before.replace('county', 'country'),
      expected: ['moved', 'the country court read the letter aloud']
    },
    {
      name: 'a change across its end',
      after: before.replace('aloud, and the gallery', 'allowed; the gallery'),
      expected: ['moved', 'the county court read the letter allowed']
    },
    { name: 'deleted', after: before.replace(letter, ''), expected: ['orphaned'] },
    { name: 'its sentence deleted', after: before.replace(/Six.*once\.\n\n/, ''), expected: ['orphaned'] },
    {
      name: 'its paragraph put last',
      after: before.replace(/(Six.*once\.)\n\n(The ferry.*)/, '$2\n\n$1'),
      expected: ['moved', letter]
    },
    { name: 'all text replaced', after: 'Nothing of this is left.', expected: ['orphaned'] },
    { name: 'an empty text', after: '', expected: ['orphaned'] }
  ])('$name', ({ after, expected }) => {
    expect(outcome([letter], after)).toEqual(expected)
  })

  test('a sentence put elsewhere is found there, to be confirmed', () => {
    const sentence = 'What became of the ledger was never explained to anybody.'
    const after = `${sentence} ${before.replace(` ${sentence}`, '')}`
    expect(outcome([sentence], after)).toEqual(['moved', sentence])
  })

  test('the one of two equal sentences that stays is not taken for the one that went', () => {
    const twice = 'It rained. The court said no. They left.\n\nA year passed. The court said no. Nobody wept.'
    const [first] = [spanOf('The court said no.', 'content', twice)]
    const carried = carry([first], twice.replace('The court said no. They', 'They'), twice)
    expect(carried).toEqual({ status: 'orphaned' })
  })

  test('the pieces of an interrupted quotation, its source and its cue are carried together', () => {
    const spans = [
      spanOf('We knew'),
      spanOf('and we did nothing'),
      spanOf('Renn', 'source'),
      spanOf('said', 'cue')
    ]
    const after = before.replace('The board met', 'In the end the board met').replaceAll(/[“”]/g, '"')
    const carried = carry(spans, after)
    expect(carried.status).toBe('exact')
    if (carried.status === 'orphaned') return
    expect(carried.spans.map(span => [span.role, span.quote])).toEqual(
      spans.map(span => [span.role, span.quote])
    )
    expect(carry(spans, before.replace('and we did nothing', '')).status).toBe('orphaned')
  })

  test('a piece that would land before an earlier one makes an orphan', () => {
    const [first, second] = [
      'The ferry left without its captain on Friday night.',
      'Nobody in the harbour could say who held the ledger.'
    ]
    const middle = seededText(4, seededRandom(5))
    const text = `${first}\n\n${middle}\n\n${second}`
    const spans = [spanOf(first, 'content', text), spanOf(second, 'content', text)]
    expect(carry(spans, `${second}\n\n${middle}\n\n${first}`, text).status).toBe('orphaned')
  })

  test('a span whose quotation is not in its own revision is not guessed', () => {
    expect(carry([{ ...spanOf('Renn'), quote: 'Lenn' }], before).status).toBe('orphaned')
  })

  test('a mark that joins the last letter comes along, and asks', () => {
    const carried = carry([spanOf(letter)], before.replace('aloud', 'aloud\u0301'))
    expect(carried).toMatchObject({ status: 'moved', spans: [{ quote: `${letter}\u0301` }] })
  })
})

function expectSound(spans: Span[], text: string, after: string): void {
  const carried = carry(spans, after, text)
  if (carried.status === 'orphaned') return
  expect(carried.spans.map(span => span.role)).toEqual(spans.map(span => span.role))
  carried.spans.forEach((span, i) => {
    expect(after.slice(span.startUtf16, span.endUtf16)).toBe(span.quote)
    expect(span.quote).not.toBe('')
    expect(snapToGraphemes(after, span.startUtf16, span.endUtf16)).toEqual({
      startUtf16: span.startUtf16,
      endUtf16: span.endUtf16
    })
    if (carried.status === 'exact') expect(span.quote).toBe(spans[i]?.quote)
    const earlier = carried.spans.findLast((other, j) => j < i && other.role === span.role)
    expect(span.startUtf16).toBeGreaterThanOrEqual(earlier?.endUtf16 ?? 0)
  })
  if (carried.status === 'moved') {
    expect(carried.score).toBeGreaterThan(0)
    expect(carried.score).toBeLessThanOrEqual(1)
  }
}

describe('whatever changes', () => {
  test('spans are whole, verbatim and in order, in awkward texts', () => {
    const cuts = fc.array(fc.nat(), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(longAwkwardText, longAwkwardText, cuts, fc.nat(), (text, piece, places, cut) => {
        const sorted = places.map(place => place % (text.length + 1)).sort((a, b) => a - b)
        const spans: Span[] = []
        for (let i = 0; i + 1 < sorted.length; i += 2) {
          const range = snapToGraphemes(text, sorted[i] ?? 0, sorted[i + 1] ?? 0)
          const isApart = range.startUtf16 >= (spans.at(-1)?.endUtf16 ?? 0)
          if (isApart && range.endUtf16 > range.startUtf16) spans.push(spanOver(text, range))
        }
        fc.pre(spans.length > 0)
        const at = cut % (text.length + 1)
        expectSound(spans, text, text.slice(0, at) + piece + text.slice(at + piece.length))
        expectSound(spans, text, piece)
      }),
      { numRuns: 200 }
    )
  })

  test('spans are whole, verbatim and in order, in prose', () => {
    const text = generatedArticle(77)
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed)
      const mutation = seed % 2 === 0 ? wordTypos(0.2) : paragraphsChanged
      expectSound(randomAnnotation(text, random).spans, text, applyEdits(text, mutation(text, random)).text)
    }
  })

  test('an unchanged text leaves every annotation as it is', () => {
    const text = generatedArticle(78)
    const random = seededRandom(1)
    const rows = Array.from({ length: 50 }, () => randomAnnotation(text, random))
    for (const { annotation, carried } of carryArticle(rows, { text }, { text })) {
      expect(carried).toEqual({ status: 'exact', spans: annotation.spans })
    }
  })
})

test('2,000 annotations of 200,000 words are carried over a rewritten tenth in half a minute at most', () => {
  const random = seededRandom(9)
  const text = seededText(4000, random)
  const after = text
    .split('\n\n')
    .map((paragraph, i) => (i % 10 === 0 ? seededText(1, random) : paragraph))
    .join('\n\n')
  const starts = Array.from({ length: 2000 }, (_, i) => text.indexOf(' ', i * 600) + 1)
  const rows = starts.map(startUtf16 =>
    annotationOver([spanOver(text, { startUtf16, endUtf16: text.indexOf(' ', startUtf16 + 80) })])
  )
  const start = performance.now()
  const carried = carryArticle(rows, { text }, { text: after })
  expect(performance.now() - start).toBeLessThan(30_000)
  expect(carried.filter(row => row.carried.status === 'exact').length).toBeGreaterThan(1500)
}, 60_000)
