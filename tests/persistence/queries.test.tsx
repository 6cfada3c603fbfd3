// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { setMemo } from '../../src/core/annotation/edits'
import type { RowChange } from '../../src/core/history/change-set'
import { countsAfter, loadLayerCounts, type LayerCounts } from '../../src/renderer/persistence/layer-counts'
import {
  useActors,
  useArticles,
  useCodebook,
  useHistory,
  useLayerCounts,
  useProject,
  useProjects
} from '../../src/renderer/persistence/queries'
import { sampleData } from './sample-data'
import { freshName, rename, sampleWorkspace, storedAnnotation, value, workspaceOver } from './test-workspace'

afterEach(cleanup)

const plain = (counts: LayerCounts | undefined) =>
  Object.fromEntries([...(counts ?? [])].map(([article, layers]) => [article, Object.fromEntries(layers)]))

describe('queries', () => {
  test('answer the rows of their project and follow commits', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const { database } = workspace
    const { result } = renderHook(() => ({
      projects: useProjects(database),
      project: useProject(database, projectId),
      none: useProject(database, 'nobody' as never),
      codebook: useCodebook(database, projectId),
      articles: useArticles(database, projectId),
      actors: useActors(database, projectId)
    }))
    await waitFor(() => expect(Object.values(result.current)).not.toContain(undefined))
    expect(result.current.none).toBeNull()
    expect(result.current.codebook?.title).toBe('Codes')
    expect(result.current.articles?.map(row => row.id)).toEqual(['second', 'first'])
    expect(result.current.actors?.map(row => row.name)).toEqual(['anna', 'judge', 'mayor'])
    value(await workspace.perform(await rename(workspace, projectId, 'Renamed')))
    await waitFor(() => expect(result.current.project?.title).toBe('Renamed'))
    value(await workspace.importProject(sampleData(), { label: 'Import' }))
    await waitFor(() => expect(result.current.projects).toHaveLength(2))
    expect(result.current.actors).toHaveLength(3)
  })

  test('the history of an annotation is its own, newest first, of its own project', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const second = value(await workspace.importProject(sampleData(), { label: 'Import' }))
    const { database } = workspace
    const { result } = renderHook(() => [
      useHistory(database, projectId, 'n1' as never),
      useHistory(database, second, 'n1' as never)
    ])
    const note = async (id: string, memo: string) =>
      value(await workspace.perform(setMemo(await storedAnnotation(workspace, projectId, id), memo, at)))
    const at = '2026-03-03T00:00:00.000Z'
    await note('n1', 'one')
    await note('n2', 'of another')
    await note('n1', '')
    await waitFor(() => expect(result.current[0]).toHaveLength(2))
    expect(result.current[0]?.map(entry => entry.label)).toEqual(['Clear memo', 'Write memo'])
    expect(result.current[1]).toEqual([])
  })
})

describe('layer counts', () => {
  const start = { first: { claim: 1, perspective: 1 }, second: { claim: 1 } }

  test('count by article and layer, and follow commits, undo and imports', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const { database } = workspace
    const { result } = renderHook(() => useLayerCounts(database, projectId))
    await waitFor(() => expect(plain(result.current)).toEqual(start))
    const before = await storedAnnotation(workspace, projectId, 'n1')
    const change: RowChange = { table: 'annotations', id: 'n1', before, after: null }
    value(await workspace.perform({ label: 'Delete', changes: [change] }))
    await waitFor(() => expect(plain(result.current)).toEqual({ first: start.first }))
    value(await workspace.undo())
    await waitFor(() => expect(plain(result.current)).toEqual(start))
    value(await workspace.importProject(sampleData(30), { label: 'Import' }))
    expect(plain(await loadLayerCounts(database, projectId))).toEqual(start)
  })

  test('of a project that was asked for before its import ended are those of the whole import', async () => {
    const workspace = workspaceOver(freshName())
    const { database } = workspace
    const { project } = sampleData()
    expect(plain(await loadLayerCounts(database, project.id))).toEqual({})
    value(await workspace.importProject(sampleData(), { label: 'Import' }))
    expect(plain(await loadLayerCounts(database, project.id))).toEqual(start)
  })

  test('brought up to date they equal a fresh count', async () => {
    const { workspace, projectId, name } = await sampleWorkspace()
    await loadLayerCounts(workspace.database, projectId)
    for (const [id, patch] of [
      ['n1', { layer: 'perspective' }],
      ['n2', { articleId: 'second' }],
      ['n3', { memo: 'stays where it is' }]
    ] as const) {
      const before = await storedAnnotation(workspace, projectId, id)
      const change = { table: 'annotations', id, before, after: { ...before, ...patch } } as RowChange
      value(await workspace.perform({ label: 'Move', changes: [change] }))
    }
    const kept = plain(await loadLayerCounts(workspace.database, projectId))
    // Another connection remembers nothing and counts from the keys.
    expect(plain(await loadLayerCounts(workspaceOver(name).database, projectId))).toEqual(kept)
    expect(kept).toEqual({ first: { claim: 1 }, second: { perspective: 2 } })
  })

  test('stay the same object when no annotation came, went or moved', () => {
    const counts: LayerCounts = new Map()
    expect(
      countsAfter(counts, [{ table: 'issues', id: 'x', before: null, after: sampleData().issues[0]! }])
    ).toBe(counts)
  })
})
