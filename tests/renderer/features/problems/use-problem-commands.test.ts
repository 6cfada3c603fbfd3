import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../../src/core/problems/problem'
import { neighbour } from '../../../../src/renderer/features/problems/use-problem-commands'

function problem(id: string, startUtf16: number, annotationId?: string): Problem {
  return { id, range: { startUtf16, endUtf16: startUtf16 + 1 }, annotationId } as unknown as Problem
}

const first = problem('first', 10, 'n1')
const quotation = problem('quotation', 20)
const last = problem('last', 30, 'n2')
const all = [first, quotation, last]
const at = (annotationId: string, startUtf16: number) => ({ annotationId: annotationId as never, startUtf16 })

describe('the next problem', () => {
  test.each([
    { what: 'from nowhere', current: null, standing: null, next: 'first', previous: 'last' },
    { what: 'from one', current: first, standing: at('n1', 10), next: 'quotation', previous: 'last' },
    { what: 'from a quotation', current: quotation, standing: null, next: 'last', previous: 'first' },
    { what: 'round the end', current: last, standing: at('n2', 30), next: 'first', previous: 'quotation' },
    {
      what: 'from an annotation focused since',
      current: first,
      standing: at('other', 25),
      next: 'last',
      previous: 'quotation'
    },
    {
      what: 'from an annotation before all',
      current: null,
      standing: at('other', 1),
      next: 'first',
      previous: 'last'
    },
    {
      what: 'from one that is mended',
      current: problem('gone', 15, 'n3'),
      standing: at('n3', 15),
      next: 'quotation',
      previous: 'first'
    }
  ])('$what', ({ current, standing, next, previous }) => {
    expect(neighbour(all, current, standing, 1)?.id).toBe(next)
    expect(neighbour(all, current, standing, -1)?.id).toBe(previous)
  })

  test('of none is none', () => {
    expect(neighbour([], null, null, 1)).toBeUndefined()
    expect(neighbour([], first, null, -1)).toBeUndefined()
  })
})
