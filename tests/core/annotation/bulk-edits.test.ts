import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulkChangeLayer, bulkDelete, bulkSetAttribute } from '../../../src/core/annotation/bulk-edits'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { findLayer, type Layer } from '../../../src/core/project/codebook'
import type { Annotation, Relation } from '../../../src/core/project/entities'

const now = '2026-02-02T00:00:00.000Z'
const perspective = findLayer(builtInCodebook, 'perspective') as Layer
const claim = findLayer(builtInCodebook, 'claim') as Layer
const stance = perspective.attributes.find(({ id }) => id === 'stance')!

function annotation(id: string, layer: string, attributes: Record<string, unknown> = {}): Annotation {
  return {
    id,
    layer,
    attributes,
    spans: [
      { role: 'content', startUtf16: 0, endUtf16: 4, quote: 'Text' },
      { role: 'cue', startUtf16: 5, endUtf16: 9, quote: 'said' }
    ],
    memo: 'kept',
    updatedAt: '2026-01-01T00:00:00.000Z'
  } as unknown as Annotation
}

const rows = [
  annotation('a', 'perspective', { stance: 'supports' }),
  annotation('b', 'perspective', { stance: 'opposes', form: 'direct' }),
  annotation('c', 'perspective'),
  annotation('d', 'claim', { type: 'other' })
]

describe('bulkSetAttribute', () => {
  test('sets the value where the layer has it and it is another, in one step', () => {
    const edit = bulkSetAttribute(rows, perspective, stance, 'opposes', now)
    expect(edit?.label).toBe('Set stance on 2 annotations')
    expect(edit?.changes.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(edit?.changes.map(({ after }) => (after as Annotation).attributes['stance'])).toEqual([
      'opposes',
      'opposes'
    ])
    expect(edit?.changes.every(({ after }) => (after as Annotation).updatedAt === now)).toBe(true)
  })

  test('clears, and says so', () => {
    const edit = bulkSetAttribute(rows, perspective, stance, undefined, now)
    expect(edit?.label).toBe('Clear stance on 2 annotations')
    expect((edit?.changes[1]?.after as Annotation).attributes).toEqual({ form: 'direct' })
  })

  test('one is one', () => {
    expect(bulkSetAttribute(rows.slice(2), perspective, stance, 'mixed', now)?.label).toBe(
      'Set stance on 1 annotation'
    )
  })

  test.each([
    ['none of that layer', [rows[3]!], 'mixed'],
    ['the value is there already', [rows[0]!], 'supports'],
    ['nothing to clear', [rows[2]!], undefined]
  ])('%s: no step', (_, some, value) =>
    expect(bulkSetAttribute(some, perspective, stance, value, now)).toBeUndefined()
  )

  test('nothing but the attribute and the instant changes', () => {
    const value = fc.constantFrom('supports', 'opposes', 'mixed', undefined)
    const some = fc.subarray(rows)
    fc.assert(
      fc.property(some, value, (chosen, wanted) => {
        for (const { before, after } of bulkSetAttribute(chosen, perspective, stance, wanted, now)?.changes ??
          []) {
          const strip = (row: unknown) => {
            const { attributes, updatedAt: _, ...rest } = row as Annotation
            const { stance: __, ...others } = attributes
            return { ...rest, others }
          }
          expect(strip(after)).toEqual(strip(before))
        }
      })
    )
  })
})

test('bulkChangeLayer leaves those of the layer alone and drops what the new layer has no place for', () => {
  const edit = bulkChangeLayer(rows, builtInCodebook, claim, now)
  expect(edit?.label).toBe('Change layer to claim on 3 annotations')
  expect(edit?.changes.map(({ after }) => (after as Annotation).layer)).toEqual(['claim', 'claim', 'claim'])
  expect((edit?.changes[0]?.after as Annotation).attributes).toEqual({})
})

test('bulkDelete takes each hanging relation once', () => {
  const relation = (id: string, from: string, to: string) => ({ id, from, to }) as unknown as Relation
  const edit = bulkDelete(rows.slice(0, 2), [
    relation('r1', 'a', 'b'),
    relation('r2', 'b', 'd'),
    relation('r3', 'c', 'd')
  ])
  expect(edit?.label).toBe('Delete 2 annotations')
  expect(edit?.changes.map(({ table, id, after }) => [table, id, after])).toEqual([
    ['relations', 'r1', null],
    ['relations', 'r2', null],
    ['annotations', 'a', null],
    ['annotations', 'b', null]
  ])
  expect(bulkDelete([], [])).toBeUndefined()
})
