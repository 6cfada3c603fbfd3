import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignLanes, placeDeepest, subtractRanges } from '../../../src/core/annotation/lanes'
import type { Annotation } from '../../../src/core/project/entities'

function annotation(id: string, spans: readonly [number, number, string?][]): Annotation {
  return {
    id,
    spans: spans.map(([startUtf16, endUtf16, role = 'content']) => ({
      role,
      startUtf16,
      endUtf16,
      quote: '…'
    }))
  } as Annotation
}

const lanesOf = (annotations: Annotation[]) => Object.fromEntries(assignLanes(annotations))

test.each<[string, Annotation[], Record<string, number>]>([
  ['apart: all next to the text', [annotation('a', [[0, 5]]), annotation('b', [[5, 9]])], { a: 0, b: 0 }],
  ['shorter nearer the text', [annotation('a', [[0, 50]]), annotation('b', [[5, 9]])], { a: 1, b: 0 }],
  [
    'third and deeper share one lane',
    [
      [0, 40],
      [0, 30],
      [0, 20],
      [0, 10]
    ].map(([from, to], i) => annotation('abcd'[i]!, [[from!, to!]])),
    { a: 2, b: 2, c: 1, d: 0 }
  ],
  [
    'a later neighbour of the long one takes the free lane',
    [annotation('a', [[0, 50]]), annotation('b', [[0, 9]]), annotation('c', [[40, 45]])],
    { a: 1, b: 0, c: 0 }
  ],
  [
    'the gap between two pieces is free',
    [
      annotation('a', [
        [0, 5],
        [20, 40]
      ]),
      annotation('b', [[5, 20]])
    ],
    { a: 0, b: 0 }
  ],
  [
    'sources and cues take no lane',
    [
      annotation('a', [
        [0, 5],
        [6, 9, 'source']
      ]),
      annotation('b', [[6, 9]])
    ],
    { a: 0, b: 0 }
  ]
])('%s', (_, annotations, expected) => {
  expect(lanesOf(annotations)).toEqual(expected)
})

test('does not depend on the order, and the two drawn lanes never hold two overlapping annotations', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 30 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (spans, random) => {
      const annotations = spans.map(([start, length], i) => annotation(`n${i}`, [[start, start + length]]))
      const shuffled = annotations
        .map(each => ({ each, key: random.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
      const lanes = assignLanes(annotations)
      expect(assignLanes(shuffled)).toEqual(lanes)
      for (const a of annotations) {
        for (const b of annotations) {
          const overlaps =
            a.spans[0]!.startUtf16 < b.spans[0]!.endUtf16 && b.spans[0]!.startUtf16 < a.spans[0]!.endUtf16
          if (a !== b && overlaps && lanes.get(a.id) !== 2) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id))
        }
      }
    })
  )
})

describe('the third overlap', () => {
  test('is drawn where an upper lane is free, and nowhere else', () => {
    const annotations = [
      annotation('a', [[0, 100]]),
      annotation('b', [[20, 60]]),
      annotation('c', [[40, 70]])
    ]
    const lanes = assignLanes(annotations)
    expect(lanesOf(annotations)).toEqual({ a: 2, b: 1, c: 0 })
    expect(placeDeepest(annotations, lanes).get(annotations[0]!.id)).toEqual([
      { lane: 1, startUtf16: 0, endUtf16: 20 },
      { lane: 1, startUtf16: 60, endUtf16: 100 },
      { lane: 0, startUtf16: 20, endUtf16: 40 }
    ])
  })

  test('no place is drawn twice in one lane, and every tagged place has a line', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 20 }), spans => {
        const annotations = spans.map(([start, length], i) => annotation(`n${i}`, [[start, start + length]]))
        const lanes = assignLanes(annotations)
        const deepest = placeDeepest(annotations, lanes)
        for (let offset = 0; offset < 90; offset++) {
          const covers = (range: { startUtf16: number; endUtf16: number }) =>
            range.startUtf16 <= offset && offset < range.endUtf16
          const covering = annotations.filter(each => covers(each.spans[0]!))
          const drawn = covering.flatMap(each =>
            lanes.get(each.id) === 2
              ? deepest
                  .get(each.id)!
                  .filter(covers)
                  .map(piece => piece.lane)
              : [lanes.get(each.id)]
          )
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(drawn.length).toBe(Math.min(2, covering.length))
        }
      })
    )
  })

  test.each([
    ['nothing covers', [], [[10, 20]]],
    ['all covered', [[5, 25]], []],
    [
      'the middle',
      [[12, 14]],
      [
        [10, 12],
        [14, 20]
      ]
    ],
    [
      'both edges, touching',
      [
        [0, 12],
        [12, 13],
        [18, 30]
      ],
      [[13, 18]]
    ]
  ])('subtracting: %s', (_, others, expected) => {
    const range = ([startUtf16, endUtf16]: number[]) => ({ startUtf16: startUtf16!, endUtf16: endUtf16! })
    expect(subtractRanges(range([10, 20]), others.map(range))).toEqual(expected.map(range))
  })
})
