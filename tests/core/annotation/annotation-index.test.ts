import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AnnotationIndex, blockAt } from '../../../src/core/annotation/annotation-index'
import type { RowChange } from '../../../src/core/history/change-set'
import type { Annotation, Block } from '../../../src/core/project/entities'
import type { AnnotationId, ArticleId, LayerId } from '../../../src/core/project/ids'

const articleId = 'a' as ArticleId
const blockCount = 12
const blockLength = 20
const blocks: Block[] = Array.from({ length: blockCount }, (_, i) => ({
  type: 'paragraph',
  startUtf16: i * (blockLength + 2),
  endUtf16: i * (blockLength + 2) + blockLength
}))
const textLength = blocks.at(-1)!.endUtf16

function annotation(
  id: string,
  spans: readonly [number, number][],
  more: Partial<Annotation> = {}
): Annotation {
  return {
    id: id as AnnotationId,
    projectId: 'p' as Annotation['projectId'],
    articleId,
    revision: 1,
    layer: 'claim' as LayerId,
    spans: spans.map(([startUtf16, endUtf16]) => ({ role: 'content', startUtf16, endUtf16, quote: '…' })),
    attributes: {},
    memo: '',
    confidence: null,
    annotatorId: 'me' as Annotation['annotatorId'],
    origin: 'manual',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...more
  }
}

function change(id: string, before: Annotation | null, after: Annotation | null): RowChange {
  return { table: 'annotations', id, before, after }
}

const ids = (found: readonly Annotation[]) => found.map(each => each.id)

describe('asking', () => {
  const long = annotation('long', [[0, 60]])
  const short = annotation('short', [[5, 10]])
  const pieces = annotation('pieces', [
    [24, 30],
    [70, 80]
  ])
  const sourced = annotation('sourced', [[90, 95]])
  sourced.spans.push({ role: 'source', startUtf16: 0, endUtf16: 4, quote: '…' })
  const index = new AnnotationIndex(blocks, [pieces, short, sourced, long])

  test.each([
    ['inside two: shortest first', 6, ['short', 'long']],
    ['the end of a span is not covered', 10, ['long']],
    ['first piece', 24, ['pieces', 'long']],
    ['between the pieces', 40, ['long']],
    ['second piece', 75, ['pieces']],
    ['parts that are not content do not answer', 2, ['long']],
    ['nothing', 200, []]
  ])('at an offset: %s', (_, offset, expected) => {
    expect(ids(index.atOffset(offset))).toEqual(expected)
  })

  test('in blocks: each once, in text order', () => {
    expect(ids(index.inBlocks(0, 2))).toEqual(['long', 'short', 'pieces'])
    expect(ids(index.inBlocks(3, 3))).toEqual(['pieces'])
    expect(ids(index.inBlocks(-5, 99))).toEqual(['long', 'short', 'pieces', 'sourced'])
  })

  test('longer first where two start together, then by id', () => {
    const together = new AnnotationIndex(blocks, [
      annotation('b', [[3, 6]]),
      annotation('a', [[3, 6]]),
      annotation('z', [[3, 9]])
    ])
    expect(ids(together.inOrder())).toEqual(['z', 'a', 'b'])
  })

  test('walking by id and by offset stops at both ends', () => {
    expect(index.next(long.id)?.id).toBe('short')
    expect(index.previous(long.id)).toBeUndefined()
    expect(index.next(sourced.id)).toBeUndefined()
    expect(index.next(0)?.id).toBe('long')
    expect(index.next(1)?.id).toBe('short')
    expect(index.previous(24)?.id).toBe('short')
    expect(index.next('unknown' as AnnotationId)).toBeUndefined()
  })

  test('an offset between two blocks belongs to the one before', () => {
    expect([0, 19, 20, 21, 22, 9999, -1].map(offset => blockAt(blocks, offset))).toEqual([
      0, 0, 0, 0, 1, 11, 0
    ])
  })

  test('counts by layer', () => {
    expect([...index.countByLayer()]).toEqual([['claim', 4]])
  })
})

describe('patching', () => {
  test('answers the blocks touched and tells listeners once', () => {
    const index = new AnnotationIndex(blocks, [annotation('x', [[0, 5]])])
    const heard: number[][] = []
    const stop = index.subscribe(touched => heard.push([...touched]))
    const before = index.inOrder()
    const moved = annotation('x', [[44, 70]])
    expect([...index.patch([change('x', null, moved)], articleId, 1)].sort()).toEqual([0, 2, 3])
    stop()
    index.patch([change('x', moved, null)], articleId, 1)
    expect(heard).toEqual([[0, 2, 3]])
    expect(index.version).toBe(2)
    expect(ids(before)).toEqual(['x'])
    expect(index.size).toBe(0)
  })

  test('other articles and revisions are passed over, and what moves to one leaves', () => {
    const index = new AnnotationIndex(blocks, [annotation('x', [[0, 5]])])
    const elsewhere = annotation('y', [[0, 5]], { articleId: 'b' as ArticleId })
    expect(index.patch([change('y', null, elsewhere)], articleId, 1).size).toBe(0)
    expect(index.version).toBe(0)
    index.patch([change('x', null, annotation('x', [[0, 5]], { revision: 2 }))], articleId, 1)
    expect(index.size).toBe(0)
  })

  const spanArbitrary = fc
    .tuple(fc.integer({ min: 0, max: textLength - 1 }), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]): [number, number] => [start, Math.min(start + length, textLength)])
  const editArbitrary = fc.record({
    id: fc.integer({ min: 0, max: 15 }),
    spans: fc.option(fc.array(spanArbitrary, { minLength: 1, maxLength: 3 }), { freq: 4 }),
    layer: fc.constantFrom('claim', 'perspective', 'legal-event')
  })

  test('after any change sets it equals an index built from the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.array(editArbitrary, { maxLength: 90 }), { maxLength: 8 }), changeSets => {
        const rows = new Map<string, Annotation>()
        const index = new AnnotationIndex(blocks, [])
        for (const changeSet of changeSets) {
          const changes = changeSet.map(({ id, spans, layer }) => {
            const name = `n${id}`
            const before = rows.get(name) ?? null
            const after = spans && annotation(name, spans, { layer: layer as LayerId })
            if (after === null) rows.delete(name)
            else rows.set(name, after)
            return change(name, before, after)
          })
          index.patch(changes, articleId, 1)
          const built = new AnnotationIndex(blocks, [...rows.values()])
          expect(index.inOrder()).toEqual(built.inOrder())
          expect(index.countByLayer()).toEqual(built.countByLayer())
          for (let block = 0; block < blockCount; block++) {
            expect(index.inBlocks(block, block)).toEqual(built.inBlocks(block, block))
          }
          for (let offset = 0; offset < textLength; offset += 7) {
            expect(index.atOffset(offset)).toEqual(built.atOffset(offset))
          }
        }
      }),
      { numRuns: 60 }
    )
  })
})

test('rows that come late fill the index, and change sets applied again make it equal to the store', () => {
  const [kept, changed, deleted] = [
    annotation('kept', [[0, 5]]),
    annotation('changed', [[6, 9]]),
    annotation('gone', [[10, 12]])
  ]
  const after = annotation('changed', [[24, 30]], { memo: 'newer' })
  const early = [change('changed', changed, after), change('gone', deleted, null)]
  const index = new AnnotationIndex(blocks, [])
  index.patch(early, articleId, 1)
  let told = 0
  index.subscribe(() => told++)
  // Read before the change sets were committed: older than what the index knows.
  index.fill([kept, changed, deleted])
  index.patch(early, articleId, 1)
  expect(ids(index.inOrder())).toEqual(['kept', 'changed'])
  expect(index.get(after.id)?.memo).toBe('newer')
  expect([...index.countByLayer()]).toEqual([['claim', 2]])
  expect(told).toBeGreaterThan(0)
})
