// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Operation, RowChange } from '../../src/core/history/change-set'
import type { Annotation, Article } from '../../src/core/project/entities'
import type { ProjectId } from '../../src/core/project/ids'
import { CounterpointDatabase, type HistoryEntry } from '../../src/renderer/persistence/database'
import { loadLastChanges, type LastChanges } from '../../src/renderer/persistence/last-changes'
import { useLastChanges, useProjectChanges } from '../../src/renderer/persistence/queries'

const projectId = 'p' as ProjectId
let name = ''
let database: CounterpointDatabase
let stores = 0
beforeEach(() => {
  name = `last-changes-${(stores += 1)}`
  database = new CounterpointDatabase(name)
})
afterEach(cleanup)

const [monday, tuesday, friday] = ['02', '03', '06'].map(date => `2026-03-${date}T09:00:00.000Z`) as [
  string,
  string,
  string
]

/** A change of an annotation in this article; only what the history is asked for is there. */
function annotationIn(articleId: string): RowChange {
  const row = { id: 'n', articleId } as unknown as Annotation
  return { table: 'annotations', id: 'n', before: row, after: row }
}
function deletedFrom(articleId: string): RowChange {
  const row = { id: 'n', articleId } as unknown as Annotation
  return { table: 'annotations', id: 'n', before: row, after: null }
}

let sequence = 0
async function add(at: string, changes: RowChange[], kind: 'edit' | 'baseline' = 'edit'): Promise<void> {
  sequence += 1
  const operation: Operation = { kind }
  const entry = {
    projectId,
    sequence,
    id: `c${sequence}`,
    label: '',
    at,
    annotatorId: 'me',
    operation,
    changes
  }
  await database.changeLog.put({ ...entry, annotationIds: [] } as unknown as HistoryEntry)
}

const plain = (changes: LastChanges | undefined) => Object.fromEntries(changes ?? [])
const now = async (store = database) => plain(await loadLastChanges(store, projectId))

describe('when an article was last changed', () => {
  const cases: { what: string; changes: RowChange[]; found: Record<string, string> }[] = [
    { what: 'one of its annotations', changes: [annotationIn('a')], found: { a: monday } },
    { what: 'one that is gone', changes: [deletedFrom('a')], found: { a: monday } },
    {
      what: 'what is known about it',
      changes: [{ table: 'articles', id: 'b', before: null, after: { id: 'b' } as Article }],
      found: { b: monday }
    },
    {
      what: 'what belongs to no article',
      changes: [{ table: 'actors', id: 'x', before: null, after: null }],
      found: {}
    }
  ]
  test.each(cases)('$what', async ({ changes, found }) => {
    await add(monday, changes)
    expect(await now()).toEqual(found)
  })

  // Its articles say themselves when they were changed, before they came here.
  test('an import is no change', async () => {
    await add(monday, [annotationIn('a')], 'baseline')
    expect(await now()).toEqual({})
  })

  test('brought up to date it equals a fresh reading, also of a long history', async () => {
    for (let i = 0; i < 520; i++) await add(monday, [annotationIn(i % 2 === 0 ? 'a' : 'b')])
    expect(await now()).toEqual({ a: monday, b: monday })
    await add(tuesday, [annotationIn('a')])
    expect(await now()).toEqual({ a: tuesday, b: monday })
    expect(await now(new CounterpointDatabase(name))).toEqual({ a: tuesday, b: monday })
  })

  test('a component sees it change', async () => {
    const { result } = renderHook(() => useLastChanges(database, projectId))
    await waitFor(() => expect(plain(result.current)).toEqual({}))
    await add(friday, [annotationIn('a')])
    await waitFor(() => expect(plain(result.current)).toEqual({ a: friday }))
  })
})

test('a project was changed when anything in it was', async () => {
  const { result } = renderHook(() => useProjectChanges(database, [projectId]))
  await waitFor(() => expect(result.current?.size).toBe(0))
  await add(monday, [annotationIn('a')])
  await waitFor(() => expect(result.current?.get(projectId)).toBe(monday))
  await add(tuesday, [{ table: 'actors', id: 'x', before: null, after: null }])
  await waitFor(() => expect(result.current?.get(projectId)).toBe(tuesday))
})
