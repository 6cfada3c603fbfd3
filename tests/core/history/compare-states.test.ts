import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableNames, type RowChange } from '../../../src/core/history/change-set'
import { compareStates, type StateDifference } from '../../../src/core/history/compare-states'
import { applyChangeSet, emptyProjectState, type ProjectState } from '../../../src/core/history/project-state'
import { actor, arbitraryChanges, issue } from './arbitrary-changes'

/** A state that `changes` lead to. */
function stateOf(...changes: RowChange[]): ProjectState {
  const state = emptyProjectState()
  applyChangeSet(state, { operation: { kind: 'edit' }, changes })
  return state
}

/** The difference as changes: what the comparison promises to be. */
function changesOf(difference: StateDifference): RowChange[] {
  return tableNames.flatMap(table => {
    const { added, removed, changed } = difference[table]
    return [
      ...added.map(after => ({ table, id: after.id, before: null, after }) as RowChange),
      ...removed.map(before => ({ table, id: before.id, before, after: null }) as RowChange),
      ...changed.map(({ before, after }) => ({ table, id: after.id, before, after }) as RowChange)
    ]
  })
}

const arbitraryState = arbitraryChanges.map(changes => stateOf(...changes))

describe('compareStates', () => {
  test('finds nothing between a state and itself, even when read anew', () => {
    fc.assert(
      fc.property(arbitraryChanges, changes => {
        const state = stateOf(...changes)
        const again = stateOf(...(JSON.parse(JSON.stringify(changes)) as RowChange[]))
        expect(changesOf(compareStates(state, state))).toEqual([])
        expect(changesOf(compareStates(state, again))).toEqual([])
      })
    )
  })

  test('the difference, applied to the one, gives the other', () => {
    fc.assert(
      fc.property(arbitraryState, arbitraryState, (a, b) => {
        const difference = compareStates(a, b)
        applyChangeSet(a, { operation: { kind: 'edit' }, changes: changesOf(difference) })
        expect(a.rows).toEqual(b.rows)
      })
    )
  })

  test('is no larger than it must be: a row stands in it once, and only if it differs', () => {
    fc.assert(
      fc.property(arbitraryState, arbitraryState, (a, b) => {
        const changes = changesOf(compareStates(a, b))
        expect(new Set(changes.map(({ table, id }) => `${table} ${id}`)).size).toBe(changes.length)
        for (const { before, after } of changes) expect(before).not.toEqual(after)
      })
    )
  })

  test('says which rows came, went and changed', () => {
    const put = (row: ReturnType<typeof actor>): RowChange => ({
      table: 'actors',
      id: row.id,
      before: null,
      after: row
    })
    const question = issue('i', 'Did they know?')
    const { actors, issues, articles } = compareStates(
      stateOf(put(actor('stays', 'Ann')), put(actor('goes', 'Ben')), put(actor('changes', 'Cho'))),
      stateOf(put(actor('changes', 'Choi')), put(actor('comes', 'Dee')), put(actor('stays', 'Ann')), {
        table: 'issues',
        id: 'i',
        before: null,
        after: question
      })
    )
    expect(actors).toEqual({
      added: [actor('comes', 'Dee')],
      removed: [actor('goes', 'Ben')],
      changed: [{ before: actor('changes', 'Cho'), after: actor('changes', 'Choi') }]
    })
    expect(issues.added).toEqual([question])
    expect(articles).toEqual({ added: [], removed: [], changed: [] })
  })
})
