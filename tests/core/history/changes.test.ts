import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, emptyRowState, type RowState } from '../../../src/core/history/apply'
import type { RowChange } from '../../../src/core/history/change-set'
import { invert } from '../../../src/core/history/invert'
import { rowsEqual } from '../../../src/core/history/rows-equal'
import { squash } from '../../../src/core/history/squash'
import { actor, arbitraryChanges } from './arbitrary-changes'

function applied(state: RowState, changes: readonly RowChange[]): RowState {
  const result = applyChanges(state, changes)
  if (!result.ok) throw new Error(`${result.error.message} (${result.error.place})`)
  return result.value
}

describe('changes', () => {
  test('what is done and taken back leaves nothing behind', () => {
    fc.assert(
      fc.property(arbitraryChanges, changes => {
        const before = emptyRowState()
        expect(applied(applied(before, changes), invert(changes))).toEqual(before)
      })
    )
  })

  test('taking back the second half leads to where the first half ended', () => {
    fc.assert(
      fc.property(arbitraryChanges, fc.nat(20), (changes, cut) => {
        const middle = applied(emptyRowState(), changes.slice(0, cut))
        const end = applied(middle, changes.slice(cut))
        expect(applied(end, invert(changes.slice(cut)))).toEqual(middle)
      })
    )
  })

  test('inverting twice changes nothing', () => {
    fc.assert(
      fc.property(arbitraryChanges, changes => {
        expect(invert(invert(changes))).toEqual(changes)
      })
    )
  })

  test('squashed changes have the same effect, one to a row, none without effect', () => {
    fc.assert(
      fc.property(arbitraryChanges, fc.nat(20), (changes, cut) => {
        const start = applied(emptyRowState(), changes.slice(0, cut))
        const squashed = squash(changes.slice(cut))
        expect(applied(start, squashed)).toEqual(applied(start, changes.slice(cut)))
        expect(new Set(squashed.map(change => `${change.table} ${change.id}`)).size).toBe(squashed.length)
        expect(squashed.filter(change => rowsEqual(change.before, change.after))).toEqual([])
      })
    )
  })
})

describe('applyChanges', () => {
  const ann = actor('a', 'Ann')
  const cases: [string, RowChange][] = [
    [
      'an edit of a row that is not there',
      { table: 'actors', id: 'b', before: actor('b', 'Bo'), after: null }
    ],
    [
      'an edit of a row that says something else',
      { table: 'actors', id: 'a', before: actor('a', 'X'), after: ann }
    ],
    ['a new row where one is', { table: 'actors', id: 'a', before: null, after: actor('a', 'Y') }]
  ]
  test.each(cases)('refuses %s and leaves the state alone', (_, change) => {
    const state = applied(emptyRowState(), [{ table: 'actors', id: 'a', before: null, after: ann }])
    const copy = structuredClone(state)
    const result = applyChanges(state, [{ table: 'actors', id: 'a', before: ann, after: ann }, change])
    expect(result).toMatchObject({ ok: false, error: { code: 'stale-change', place: `actors/${change.id}` } })
    expect(state).toEqual(copy)
  })
})

describe('rowsEqual', () => {
  test.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    // A member that is undefined is lost in JSON: a row from a journal has none.
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: null }, {}, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ a: 1 }, { b: 1 }, false],
    [null, null, true],
    [null, {}, false],
    [0, false, false]
  ])('%j and %j: %s', (a, b, expected) => {
    expect(rowsEqual(a, b)).toBe(expected)
    expect(rowsEqual(b, a)).toBe(expected)
  })
})
