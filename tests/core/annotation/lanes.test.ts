import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLanes } from '../../../src/core/annotation/lanes'
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
