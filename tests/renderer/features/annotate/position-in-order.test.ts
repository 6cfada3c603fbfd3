import { expect, test } from 'vitest'
import { AnnotationIndex } from '../../../../src/core/annotation/annotation-index'
import type { Annotation, Block } from '../../../../src/core/project/entities'
import { positionInOrder } from '../../../../src/renderer/features/annotate/position-in-order'

const block = { type: 'paragraph', startUtf16: 0, endUtf16: 100 } as Block

function annotation(id: string, startUtf16: number, endUtf16: number): Annotation {
  const part = { role: 'source', startUtf16: 0, endUtf16: 1, quote: 'x' }
  return {
    id,
    layer: 'claim',
    spans: [part, { role: 'content', startUtf16, endUtf16, quote: 'x' }]
  } as Annotation
}

// Several share a start, and a part before the content must not count.
const all = [
  annotation('c', 4, 9),
  annotation('a', 4, 20),
  annotation('b', 4, 9),
  annotation('d', 0, 2),
  annotation('e', 60, 70)
]

test('the position is the one in the index, for each annotation', () => {
  const ordered = new AnnotationIndex([block], all).inOrder()
  expect(ordered.map(row => positionInOrder(ordered, row))).toEqual([0, 1, 2, 3, 4])
})

test.each([
  ['one that is not there', annotation('z', 5, 6)],
  ['one with the start of others', annotation('z', 4, 9)],
  ['one after all', annotation('z', 90, 91)]
])('%s has no position', (_name, row) => {
  expect(positionInOrder(new AnnotationIndex([block], all).inOrder(), row)).toBe(-1)
})
