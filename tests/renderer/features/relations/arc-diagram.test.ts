import { describe, expect, test } from 'vitest'
import type { Annotation, Relation } from '../../../../src/core/project/entities'
import { layOutDiagram } from '../../../../src/renderer/features/relations/arc-diagram'

const annotations = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `n${i}` }) as unknown as Annotation)
const relation = (from: number, to: number, type = 'supports') =>
  ({ id: `${from}-${to}`, type, from: `n${from}`, to: `n${to}` }) as unknown as Relation
const size = { width: 800, height: 200 }

describe('the diagram', () => {
  test('has the related annotations only, in the order of the text', () => {
    const { nodes, arcs } = layOutDiagram(annotations(10), [relation(7, 2), relation(2, 5)], size)
    expect(nodes.map(({ id, degree }) => [id, degree])).toEqual([
      ['n2', 2],
      ['n5', 1],
      ['n7', 1]
    ])
    expect(nodes.map(({ x }) => x)).toEqual(nodes.map(({ x }) => x).sort((a, b) => a - b))
    expect(arcs.map(({ from, to }) => [from, to])).toEqual([
      ['n7', 'n2'],
      ['n2', 'n5']
    ])
  })

  test('leaves out what leads elsewhere or nowhere', () => {
    const { nodes, arcs } = layOutDiagram(annotations(2), [relation(0, 9), relation(1, 1)], size)
    expect([nodes, arcs]).toEqual([[], []])
  })

  test.each([
    { what: 'a few', count: 4, isWider: false },
    { what: 'a few hundred', count: 300, isWider: true }
  ])('of $what keeps annotations apart and everything inside', ({ count, isWider }) => {
    const relations = Array.from({ length: count - 1 }, (_, i) => relation(0, i + 1))
    const { nodes, width, arcs, baseline, height } = layOutDiagram(annotations(count), relations, size)
    expect(width > size.width).toBe(isWider)
    for (const [i, { x }] of nodes.entries()) {
      expect(x).toBeGreaterThan(10)
      expect(x).toBeLessThan(width - 10)
      if (i > 0) expect(x - nodes[i - 1]!.x).toBeGreaterThanOrEqual(26)
    }
    expect(baseline).toBeLessThan(height)
    // A cubic stays below its handles by a quarter.
    for (const { path } of arcs) {
      const [, start, handle] = /^M\S+ (\S+)C\S+ (\S+)/.exec(path)!.map(Number)
      expect(start! - (start! - handle!) * 0.75).toBeGreaterThanOrEqual(0)
    }
  })

  test('points to where a relation leads, unless it reads the same both ways', () => {
    const { arcs } = layOutDiagram(annotations(3), [relation(0, 1), relation(1, 2, 'same-event')], size)
    expect(arcs.map(({ arrow }) => arrow === '')).toEqual([false, true])
  })
})
