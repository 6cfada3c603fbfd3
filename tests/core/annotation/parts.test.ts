import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addSpan,
  namedSpans,
  nearestContentSpan,
  removeSpan,
  replaceSpan
} from '../../../src/core/annotation/parts'
import { contentSpans, spanOver } from '../../../src/core/annotation/spans'
import { snapToGraphemes } from '../../../src/core/anchoring/graphemes'
import { invert } from '../../../src/core/history/invert'
import type { Edit } from '../../../src/core/history/change-set'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { findLayer, type Layer } from '../../../src/core/project/codebook'
import { annotationSchema, type Annotation, type Span } from '../../../src/core/project/entities'

const now = '2024-05-01T10:00:00.000Z'
const later = '2024-05-01T11:00:00.000Z'
const text = '“It was a board,” said Joan Ferris on Friday. “It was a business.” 👩‍👩‍👧 e\u0301'
const layer = (id: string): Layer => findLayer(builtInCodebook, id)!
const at = (quote: string, role = 'content'): Span => {
  const startUtf16 = text.indexOf(quote)
  return spanOver(text, { startUtf16, endUtf16: startUtf16 + quote.length }, role)
}
const annotated = (spans: Span[], layerId = 'perspective') =>
  ({
    id: 'ann',
    projectId: 'p',
    articleId: 'art',
    revision: 1,
    layer: layerId,
    spans,
    attributes: {},
    memo: '',
    confidence: null,
    annotatorId: 'me',
    origin: 'manual',
    createdAt: now,
    updatedAt: now
  }) as unknown as Annotation
const after = (edit: Edit | undefined): Annotation => {
  const [change] = edit?.changes ?? []
  if (change?.table !== 'annotations' || change.after === null) throw new Error('Nothing was changed')
  return change.after
}
const shape = (annotation: Annotation) => annotation.spans.map(span => `${span.role}: ${span.quote}`)
const add = (annotation: Annotation, span: Span) =>
  addSpan(annotation, layer(annotation.layer), span.role, span, text, later)

describe('adding a span', () => {
  const first = at('“It was a board,”')
  const second = at('“It was a business.”')

  test.each([
    ['a later piece', [first], second, ['content: “It was a board,”', 'content: “It was a business.”']],
    [
      'an earlier piece goes first',
      [second],
      first,
      ['content: “It was a board,”', 'content: “It was a business.”']
    ],
    [
      'an overlapping piece becomes one with it',
      [first],
      at('board,” said'),
      ['content: “It was a board,” said']
    ],
    ['so does one that touches', [at('It was')], at(' a board'), ['content: It was a board']],
    [
      'one over a gap closes it',
      [at('Joan'), at('Friday')],
      at('Ferris on'),
      ['content: Joan', 'content: Ferris on', 'content: Friday']
    ],
    [
      'a bridge joins all three',
      [at('Joan'), at('Friday')],
      at('Joan Ferris on Friday'),
      ['content: Joan Ferris on Friday']
    ],
    [
      'parts follow what is tagged, in the codebook’s order',
      [first, at('said', 'cue')],
      at('Joan Ferris', 'source'),
      ['content: “It was a board,”', 'source: Joan Ferris', 'cue: said']
    ],
    [
      'a part may lie inside what is tagged',
      [first],
      at('It', 'source'),
      ['content: “It was a board,”', 'source: It']
    ],
    [
      'marking again corrects',
      [first, at('Joan', 'source')],
      at('Joan Ferris', 'source'),
      ['content: “It was a board,”', 'source: Joan Ferris']
    ],
    [
      'a second source elsewhere is another',
      [first, at('Joan', 'source')],
      at('Ferris', 'source'),
      ['content: “It was a board,”', 'source: Joan', 'source: Ferris']
    ]
  ])('%s', (_name, spans, span, expected) => {
    expect(shape(after(add(annotated(spans), span)))).toEqual(expected)
  })

  test('a grapheme is never split', () => {
    const family = text.indexOf('👩')
    const range = { startUtf16: family + 2, endUtf16: family + 3 }
    const edit = addSpan(annotated([first]), layer('perspective'), 'content', range, text, later)
    expect(contentSpans(after(edit))[1]?.quote).toBe('👩‍👩‍👧')
  })

  test.each([
    ['content', 'Extend quotation'],
    ['source', 'Add source'],
    ['cue', 'Add cue']
  ])('%s is labelled for the Edit menu', (role, label) => {
    expect(add(annotated([first]), { ...second, role })?.label).toBe(label)
  })

  test('what is marked already is no edit, so that it is no undo step', () => {
    expect(add(annotated([first]), first)).toBeUndefined()
    expect(add(annotated([first]), at('board'))).toBeUndefined()
    expect(add(annotated([first, at('said', 'cue')]), at('said', 'cue'))).toBeUndefined()
  })

  test('a role that the layer does not have is refused, and so is no text', () => {
    expect(() => add(annotated([first], 'legal-event'), at('Joan', 'source'))).toThrow(RangeError)
    const empty = { startUtf16: 3, endUtf16: 3 }
    expect(() => addSpan(annotated([first]), layer('claim'), 'cue', empty, text, later)).toThrow(RangeError)
  })
})

describe('removing and replacing', () => {
  const split = annotated([at('Joan'), at('Friday'), at('said', 'cue')])

  test.each([
    [0, 'Shorten quotation', ['content: Friday', 'cue: said']],
    [2, 'Remove cue', ['content: Joan', 'content: Friday']]
  ])('span %i goes', (index, label, expected) => {
    const edit = removeSpan(split, index, later)
    expect(edit?.label).toBe(label)
    expect(shape(after(edit))).toEqual(expected)
  })

  test('the last passage stays: an annotation is of something', () => {
    expect(removeSpan(annotated([at('said', 'cue'), at('Joan')]), 1, later)).toBeUndefined()
    expect(removeSpan(split, 9, later)).toBeUndefined()
  })

  test.each([
    [
      'a boundary moves',
      0,
      at('Joan Ferris'),
      'Change boundaries',
      ['content: Joan Ferris', 'content: Friday', 'cue: said']
    ],
    [
      'into its neighbour',
      0,
      at('Joan Ferris on Fri'),
      'Change boundaries',
      ['content: Joan Ferris on Friday', 'cue: said']
    ],
    [
      'past its neighbour',
      0,
      at('business'),
      'Change boundaries',
      ['content: Friday', 'content: business', 'cue: said']
    ],
    ['a part moves', 2, at('said Joan'), 'Change cue', ['content: Joan', 'content: Friday', 'cue: said Joan']]
  ])('%s', (_name, index, range, label, expected) => {
    const edit = replaceSpan(split, index, range, text, later)
    expect(edit?.label).toBe(label)
    expect(shape(after(edit))).toEqual(expected)
  })

  test.each([
    ['Joan', 0],
    ['said', 0],
    ['Friday', 1],
    ['business', 1]
  ])('the passage nearest “%s” is number %i, wherever its part stands', (quote, expected) => {
    const range = at(quote)
    expect(nearestContentSpan(split, range)).toBe(expected)
    const partFirst = annotated([at('said', 'cue'), ...contentSpans(split)])
    expect(nearestContentSpan(partFirst, range)).toBe(expected + 1)
  })
})

test('spans are named by role, numbered where there are several, unknown roles last', () => {
  const annotation = annotated([at('on', 'place'), at('said', 'cue'), at('Friday'), at('Joan')])
  expect(
    namedSpans(annotation, layer('perspective')).map(({ name, spanIndex }) => [name, spanIndex])
  ).toEqual([
    ['Passage 1', 3],
    ['Passage 2', 2],
    ['Cue', 1],
    ['Place', 0]
  ])
})

describe('whatever is done to the parts', () => {
  const bits = fc.constantFrom('a', 'b ', '“', 'é', 'e\u0301', '👩‍👩‍👧', '🇫🇷', '한', '\n\n')
  const step = fc.record({
    kind: fc.constantFrom('add', 'add', 'remove', 'replace'),
    role: fc.constantFrom('content', 'content', 'source', 'cue'),
    index: fc.nat(5),
    a: fc.nat(1000),
    b: fc.nat(1000)
  })
  const scenario = fc.record({
    pieces: fc.array(bits, { minLength: 2, maxLength: 40 }),
    steps: fc.array(step, { minLength: 1, maxLength: 12 })
  })

  test('quotes are the text, passages lie apart in order on whole graphemes, and undoing restores everything', () => {
    fc.assert(
      fc.property(scenario, ({ pieces, steps }) => {
        const body = pieces.join('')
        const start = snapToGraphemes(body, 0, 1)
        let annotation = annotated([spanOver(body, start)])
        const done: Edit[] = []
        const original = annotation
        for (const { kind, role, index, a, b } of steps) {
          const startUtf16 = Math.min(a, b) % body.length
          const endUtf16 = startUtf16 + 1 + (Math.max(a, b) % (body.length - startUtf16))
          const range = { startUtf16, endUtf16 }
          const edit =
            kind === 'add'
              ? addSpan(annotation, layer('perspective'), role, range, body, later)
              : kind === 'remove'
                ? removeSpan(annotation, index, later)
                : replaceSpan(annotation, index, range, body, later)
          if (edit === undefined) continue
          expect(edit.changes[0]?.before).toBe(annotation)
          done.push(edit)
          annotation = after(edit)
          check(annotation, body)
        }
        for (const edit of done.reverse()) {
          const [back] = invert(edit.changes)
          expect(back?.before).toEqual(annotation)
          annotation = back?.after as Annotation
        }
        expect(annotation).toEqual(original)
      })
    )
  })

  function check(annotation: Annotation, body: string) {
    annotationSchema.shape.spans.parse(annotation.spans)
    expect(contentSpans(annotation).length).toBeGreaterThan(0)
    for (const { startUtf16, endUtf16, quote } of annotation.spans) {
      expect(body.slice(startUtf16, endUtf16)).toBe(quote)
      expect(snapToGraphemes(body, startUtf16, endUtf16)).toEqual({ startUtf16, endUtf16 })
    }
    for (const role of ['content', 'source', 'cue']) {
      const spans = annotation.spans.filter(span => span.role === role)
      spans.slice(1).forEach((span, i) => expect(span.startUtf16).toBeGreaterThanOrEqual(spans[i]!.endUtf16))
      if (role === 'content')
        spans.slice(1).forEach((span, i) => expect(span.startUtf16).toBeGreaterThan(spans[i]!.endUtf16))
    }
  }
})

test('new boundaries of what is tagged are a place that nobody has to confirm', () => {
  const first = at('“It was a board,”')
  const moved: Annotation = { ...annotated([first, at('Joan Ferris', 'source')]), placement: 'moved' }
  expect(after(replaceSpan(moved, 0, at('a board'), text, later))).not.toHaveProperty('placement')
  expect(after(replaceSpan(moved, 1, at('Joan'), text, later))).toHaveProperty('placement', 'moved')
})
