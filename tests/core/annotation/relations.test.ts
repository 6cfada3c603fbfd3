import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addRelation,
  offeredKinds,
  readFrom,
  relationKind,
  relationKinds,
  removeRelation,
  retypeRelation,
  reverseRelation,
  type NewRelation,
  type RelationType
} from '../../../src/core/annotation/relations'
import type { Edit } from '../../../src/core/history/change-set'
import { relationTypes, type Relation } from '../../../src/core/project/entities'
import type { AnnotationId } from '../../../src/core/project/ids'
import type { Result } from '../../../src/core/result'

function relation(type: RelationType, from: string, to: string, id = `${type}-${from}-${to}`): NewRelation {
  return { id, projectId: 'p', type, from, to, annotatorId: 'me' } as NewRelation
}

const outcome = (result: Result<Edit>) => {
  if (!result.ok) return result.error.code
  const [change] = result.value.changes
  if (change?.table !== 'relations' || change.after === null) return 'nothing'
  return `${change.after.from} ${change.after.type} ${change.after.to}`
}

describe('the kinds', () => {
  test('are the types of the data, each once, with words for both directions', () => {
    expect(relationKinds.map(({ type }) => type).sort()).toEqual([...relationTypes].sort())
    for (const { verb, inverse, isSymmetric, definition } of relationKinds) {
      expect(verb === inverse).toBe(isSymmetric)
      expect(definition).toMatch(/^[A-Z].*\.$/)
    }
  })

  test.each([
    { from: 'legal-event', to: 'legal-event', first: 'same-event', suited: 6 },
    { from: 'perspective', to: 'perspective', first: 'supports', suited: 4 },
    { from: 'legal-event', to: 'claim', first: 'evidence-for', suited: 1 },
    { from: 'claim', to: 'legal-event', first: 'supports', suited: 0 },
    { from: 'metaphor', to: 'claim', first: 'supports', suited: 0 }
  ])('$from to $to: $suited suit, and all are offered', ({ from, to, first, suited }) => {
    const offered = offeredKinds(from, to)
    expect(offered.kinds[0]?.type).toBe(first)
    expect(offered.suited).toBe(suited)
    expect(new Set(offered.kinds).size).toBe(relationKinds.length)
  })

  test('read from either end', () => {
    const read = (end: string) => readFrom(relation('supports', 'a', 'b'), end as AnnotationId)
    expect(read('a')).toEqual({ verb: 'supports', other: 'b' })
    expect(read('b')).toEqual({ verb: 'is supported by', other: 'a' })
  })
})

describe('adding', () => {
  const existing = [relation('supports', 'a', 'b'), relation('same-event', 'a', 'b')]
  test.each([
    { added: relation('supports', 'a', 'a'), expected: 'self-relation' },
    { added: relation('supports', 'a', 'b', 'other'), expected: 'same-relation' },
    { added: relation('supports', 'b', 'a'), expected: 'b supports a' },
    { added: relation('disputes', 'a', 'b'), expected: 'a disputes b' },
    // It reads the same both ways, so the other way round it is there already.
    { added: relation('same-event', 'b', 'a'), expected: 'same-relation' }
  ])('$added.from $added.type $added.to: $expected', ({ added, expected }) => {
    expect(outcome(addRelation(added, existing))).toBe(expected)
  })
})

describe('changing', () => {
  const first = relation('supports', 'a', 'b')
  const second = relation('disputes', 'a', 'b')
  const back = relation('supports', 'b', 'a')
  const same = relation('same-event', 'a', 'b')
  test.each([
    {
      what: 'to a free type',
      result: retypeRelation(first, 'rephrases', [first]),
      expected: 'a rephrases b'
    },
    {
      what: 'to one that is there',
      result: retypeRelation(first, 'disputes', [first, second]),
      expected: 'same-relation'
    },
    { what: 'around', result: reverseRelation(first, [first]), expected: 'b supports a' },
    { what: 'around onto another', result: reverseRelation(first, [first, back]), expected: 'same-relation' },
    {
      what: 'around where that says nothing',
      result: reverseRelation(same, [same]),
      expected: 'symmetric-relation'
    }
  ])('$what', ({ result, expected }) => {
    expect(outcome(result)).toBe(expected)
  })

  test('keeps the relation’s id, so that it is one row with a history', () => {
    const result = retypeRelation(first, 'rephrases', [])
    expect(result.ok && result.value.changes.map(({ id, before }) => [id, before])).toEqual([
      [first.id, first]
    ])
  })

  test('removing takes the row away', () => {
    expect(removeRelation(first).changes).toEqual([
      { table: 'relations', id: first.id, before: first, after: null }
    ])
  })
})

// Whatever is clicked in whatever order, no two relations ever say the same, and none leads to itself.
test('no sequence of edits makes a relation that says what another says', () => {
  const end = fc.constantFrom('a', 'b', 'c')
  const type = fc.constantFrom(...relationTypes)
  const action = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), type, from: end, to: end }),
    fc.record({ kind: fc.constant('retype' as const), type, at: fc.nat(5) }),
    fc.record({ kind: fc.constant('reverse' as const), at: fc.nat(5) })
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), actions => {
      let rows: Relation[] = []
      for (const [i, step] of actions.entries()) {
        const old = 'at' in step ? rows[step.at % Math.max(rows.length, 1)] : undefined
        const result =
          step.kind === 'add'
            ? addRelation(relation(step.type, step.from, step.to, `r${i}`), rows)
            : old === undefined
              ? undefined
              : step.kind === 'retype'
                ? retypeRelation(old, step.type, rows)
                : reverseRelation(old, rows)
        if (result?.ok !== true) continue
        for (const change of result.value.changes) {
          rows = rows.filter(row => row.id !== change.id)
          if (change.table === 'relations' && change.after !== null) rows = [...rows, change.after]
        }
      }
      const said = rows.map(row => {
        const ends = [row.from, row.to]
        if (relationKind(row.type).isSymmetric) ends.sort()
        return [row.type, ...ends].join(' ')
      })
      expect(new Set(said).size).toBe(rows.length)
      expect(rows.every(row => row.from !== row.to)).toBe(true)
    })
  )
})
