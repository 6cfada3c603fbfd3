// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { addRelation, removeRelation } from '../../src/core/annotation/relations'
import { loadHistoryPage, loadNewHistory } from '../../src/renderer/persistence/history'
import { useAnnotationsById, useRelations } from '../../src/renderer/persistence/relations'
import { rename, sampleWorkspace, value } from './test-workspace'

afterEach(cleanup)

/** A project that was renamed this many times, to "1", "2" and so on. */
async function renamed(times: number) {
  const world = await sampleWorkspace()
  for (let i = 1; i <= times; i++)
    value(await world.workspace.perform(await rename(world.workspace, world.projectId, String(i))))
  return { ...world, database: world.workspace.database }
}

const every = () => true
const signal = new AbortController().signal

describe('the history of a project', () => {
  test('comes in pages, newest first, each entry once', async () => {
    const { database, projectId } = await renamed(25)
    const labels: string[] = []
    let before: number | null = null
    for (let page = 0; page < 10; page++) {
      const found = await loadHistoryPage(database, projectId, { before, matches: every, limit: 10, signal })
      labels.push(...found.entries.map(({ label }) => label))
      before = found.before
      if (before === null) break
      expect(found.entries).toHaveLength(10)
    }
    const expected = Array.from({ length: 25 }, (_, i) => `Rename to ${25 - i}`)
    expect(labels).toEqual([...expected, 'Import dataset'])
  })

  // What is asked for can lie further back than is read at once.
  test('is looked through for what matches', async () => {
    const { database, projectId } = await renamed(130)
    const matches = ({ label }: { label: string }) => label === 'Rename to 3'
    const found = await loadHistoryPage(database, projectId, { before: null, matches, limit: 10, signal })
    expect(found.entries.map(({ label }) => label)).toEqual(['Rename to 3'])
    expect(found.before).toBeNull()
  })

  test('is not read on when it is stopped', async () => {
    const { database, projectId } = await renamed(3)
    const stopped = AbortSignal.abort()
    const page = await loadHistoryPage(database, projectId, {
      before: null,
      matches: every,
      limit: 10,
      signal: stopped
    })
    expect(page.entries).toEqual([])
  })

  test('is one project’s alone, also what was added last', async () => {
    const first = await renamed(2)
    const { entries } = await loadHistoryPage(first.database, 'nobody' as never, {
      before: null,
      matches: every,
      limit: 10,
      signal
    })
    expect(entries).toEqual([])
    const all = await loadNewHistory(first.database, first.projectId, -1)
    const [newest, second] = all
    expect(newest?.label).toBe('Rename to 2')
    const added = await loadNewHistory(first.database, first.projectId, second?.sequence ?? 0)
    expect(added.map(({ label }) => label)).toEqual(['Rename to 2'])
  })
})

describe('relations', () => {
  test('of a project follow commits, and their ends are read by id', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const { database } = workspace
    const { result } = renderHook(() => ({
      relations: useRelations(database, projectId),
      ends: useAnnotationsById(database, projectId, ['n1', 'ghost'] as never[])
    }))
    await waitFor(() => expect(result.current.relations).toBeDefined())
    const before = result.current.relations?.length ?? 0
    const relation = {
      id: 'new',
      projectId,
      type: 'amends',
      from: 'n1',
      to: 'n2',
      annotatorId: 'zoe'
    } as never
    value(await workspace.perform(value(addRelation(relation, []))))
    await waitFor(() => expect(result.current.relations).toHaveLength(before + 1))
    expect([...(result.current.ends?.keys() ?? [])]).toEqual(['n1'])
    value(await workspace.perform(removeRelation(relation)))
    await waitFor(() => expect(result.current.relations).toHaveLength(before))
  })
})
