// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { indexMentions } from '../../src/core/project/registers/mentions'
import { builtInCodebook } from '../../src/core/project/built-in-codebook'
import { annotationsAfter, useAllAnnotations } from '../../src/renderer/persistence/mentions'
import { sampleData } from './sample-data'
import { sampleWorkspace, storedAnnotation, value } from './test-workspace'

afterEach(cleanup)

test('annotations are read once and follow every commit, undo included', async () => {
  const { workspace, projectId } = await sampleWorkspace()
  const { result } = renderHook(() => useAllAnnotations(workspace, projectId))
  await waitFor(() => expect(result.current?.size).toBe(3))
  const before = await storedAnnotation(workspace, projectId, 'n1')
  const after = { ...before, memo: 'New' }
  await act(async () => {
    value(
      await workspace.perform({
        label: 'Edit',
        changes: [{ table: 'annotations', id: before.id, before, after }]
      })
    )
  })
  expect(result.current?.get('n1')?.memo).toBe('New')
  await act(async () => {
    value(await workspace.undo())
  })
  expect(result.current?.get('n1')).toEqual(before)
})

test('changes of other tables leave the same map', () => {
  const [row] = sampleData().annotations
  const before = new Map([[row!.id, row!]])
  expect(annotationsAfter(before, [])).toBe(before)
  expect(
    annotationsAfter(before, [{ table: 'annotations', id: row!.id, before: row!, after: null }]).size
  ).toBe(0)
})

test('who is named in 10,000 annotations is counted without a wait that one would notice', () => {
  const [row] = sampleData().annotations
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    ...row!,
    id: `m${i}` as never,
    layer: 'perspective' as never,
    attributes: { holder: `actor-${i % 300}`, issue: `issue-${i % 20}`, stance: 'supports' }
  }))
  const from = performance.now()
  const index = indexMentions(rows, builtInCodebook, 'actor')
  const took = performance.now() - from
  expect(index.size).toBe(300)
  expect(took).toBeLessThan(300)
})
