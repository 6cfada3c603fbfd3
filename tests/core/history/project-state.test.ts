import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, emptyRowState } from '../../../src/core/history/apply'
import {
  tableNames,
  type ChangeSet,
  type Operation,
  type RowChange
} from '../../../src/core/history/change-set'
import {
  applyChangeSet,
  countRows,
  emptyProjectState,
  isImportPiece
} from '../../../src/core/history/project-state'
import { rewind } from '../../../src/core/history/rewind'
import { actor, arbitraryChanges, issue } from './arbitrary-changes'

const edit = (changes: RowChange[]) => ({ operation: { kind: 'edit' }, changes }) as ChangeSet
const piece = (changes: RowChange[]) => ({ operation: { kind: 'baseline' }, changes }) as ChangeSet

function insertion(table: 'actors' | 'issues', id: string): RowChange {
  const after = table === 'actors' ? actor(id, id) : issue(id, id)
  return { table, id, before: null, after } as RowChange
}
const project = {
  table: 'projects',
  id: 'p',
  before: null,
  after: { id: 'p', title: 'P', description: '', createdAt: '', updatedAt: '' }
} as unknown as RowChange

/** Changes cut into change sets, as a history holds them. */
const arbitraryHistory = fc
  .tuple(arbitraryChanges, fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }))
  .map(([changes, sizes]) => {
    const history: ChangeSet[] = []
    for (let start = 0, index = 0; start < changes.length; index += 1) {
      const end = start + 1 + sizes[index % sizes.length]!
      history.push(edit(changes.slice(start, end)))
      start = end
    }
    return history
  })

describe('applyChangeSet', () => {
  test('leads to the same rows as applying what is compared, one history at a time', () => {
    fc.assert(
      fc.property(arbitraryHistory, history => {
        const state = emptyProjectState()
        for (const changeSet of history) applyChangeSet(state, changeSet)
        const compared = applyChanges(
          emptyRowState(),
          history.flatMap(({ changes }) => changes)
        )
        if (!compared.ok) throw new Error(compared.error.message)
        for (const table of tableNames) expect(state.rows[table], table).toEqual(compared.value[table])
        expect(state.orders.size).toBe(0)
      })
    )
  })

  test('keeps what follows a change that was lost', () => {
    const state = emptyProjectState()
    const before = actor('a', 'what a damaged line said')
    applyChangeSet(state, edit([{ table: 'actors', id: 'a', before, after: actor('a', 'Ann') }]))
    applyChangeSet(state, edit([{ table: 'issues', id: 'gone', before: issue('gone', '?'), after: null }]))
    expect([...state.rows.actors.values()]).toEqual([actor('a', 'Ann')])
    expect(state.rows.issues.size).toBe(0)
  })

  test('an import gives the order of its rows, over all of its pieces; nothing else does', () => {
    const state = emptyProjectState()
    applyChangeSet(state, piece([insertion('actors', 'z'), insertion('issues', 'q')]))
    applyChangeSet(state, piece([insertion('actors', 'a')]))
    applyChangeSet(state, piece([insertion('issues', 'own'), project]))
    applyChangeSet(state, edit([insertion('actors', 'new')]))
    const gone = insertion('actors', 'z').after as ReturnType<typeof actor>
    applyChangeSet(state, edit([{ table: 'actors', id: 'z', before: gone, after: null }]))
    // A row that is gone keeps its place: when an undo brings it back, it is where it was.
    expect(Object.fromEntries(state.orders)).toEqual({ actors: ['z', 'a'], issues: ['q'] })
    expect(countRows(state)).toMatchObject({ projects: 1, actors: 2, issues: 2, articles: 0 })
  })
})

describe('isImportPiece', () => {
  const cases: [string, Operation, RowChange[], boolean][] = [
    ['rows of an import', { kind: 'baseline' }, [insertion('actors', 'a')], true],
    ['the import itself', { kind: 'baseline' }, [project], false],
    ['a project that is created', { kind: 'baseline' }, [insertion('actors', 'a'), project], false],
    ['an edit', { kind: 'edit' }, [insertion('actors', 'a')], false],
    ['an undo', { kind: 'undo', of: 'x' as ChangeSet['id'] }, [insertion('actors', 'a')], false]
  ]
  test.each(cases)('%s', (_, operation, changes, expected) => {
    expect(isImportPiece({ operation, changes })).toBe(expected)
  })
})

describe('rewind', () => {
  test('leads back to any earlier state', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat(20), (history, cut) => {
        const state = emptyProjectState()
        for (const changeSet of history.slice(0, cut)) applyChangeSet(state, changeSet)
        const earlier = structuredClone(state)
        for (const changeSet of history.slice(cut)) applyChangeSet(state, changeSet)
        expect(rewind(state, history.slice(cut))).toBe(true)
        expect(state.rows).toEqual(earlier.rows)
        expect(state.orders).toEqual(earlier.orders)
      })
    )
  })

  test('takes a row that changed twice in one action back to the first', () => {
    const state = emptyProjectState()
    const [one, two] = [actor('a', 'one'), actor('a', 'two')]
    const twice = edit([
      { table: 'actors', id: 'a', before: null, after: one },
      { table: 'actors', id: 'a', before: one, after: two }
    ])
    applyChangeSet(state, twice)
    expect(rewind(state, [twice])).toBe(true)
    expect(state.rows.actors.size).toBe(0)
  })

  const ann = actor('a', 'Ann')
  const cases: [string, RowChange][] = [
    ['a row that says something else', { table: 'actors', id: 'a', before: null, after: actor('a', 'Bo') }],
    ['a row that is gone', { table: 'actors', id: 'b', before: null, after: actor('b', 'Bo') }],
    ['a row that should be gone', { table: 'actors', id: 'a', before: ann, after: null }]
  ]
  test.each(cases)('refuses %s', (_, change) => {
    const state = emptyProjectState()
    applyChangeSet(state, edit([{ table: 'actors', id: 'a', before: null, after: ann }]))
    expect(rewind(state, [edit([change])])).toBe(false)
  })

  test('does not mind what JSON loses', () => {
    const state = emptyProjectState()
    const changes = [insertion('actors', 'a')]
    applyChangeSet(state, edit(JSON.parse(JSON.stringify(changes)) as RowChange[]))
    const withUndefined = { ...actor('a', 'a'), affiliation: '', extra: undefined }
    expect(rewind(state, [edit([{ table: 'actors', id: 'a', before: null, after: withUndefined }])])).toBe(
      true
    )
  })
})
