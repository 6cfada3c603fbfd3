import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { deleteAnnotation } from '../../../../src/core/annotation/edits'
import type { Annotation } from '../../../../src/core/project/entities'
import { loadNewHistory } from '../../../../src/renderer/persistence/history'
import { deletedIn, restoreDeleted } from '../../../../src/renderer/features/history/restore-deleted'
import { sampleWorkspace, storedAnnotation, value } from '../../../persistence/test-workspace'

const now = () => '2026-03-03T00:00:00.000Z'

async function withDeleted() {
  const { workspace, projectId } = await sampleWorkspace()
  const { database } = workspace
  const annotation = await storedAnnotation(workspace, projectId, 'n1')
  value(await workspace.perform(deleteAnnotation(annotation, undefined, [])))
  const [entry] = await loadNewHistory(database, projectId, -1)
  const codebook = (await database.codebooks.toArray()).find(row => row.projectId === projectId)
  if (entry === undefined || codebook === undefined) throw new Error('nothing was stored')
  return { workspace, projectId, annotation, entry, codebook }
}

test('a deleted annotation comes back as it was, and undo takes it away again', async () => {
  const { workspace, projectId, annotation, entry, codebook } = await withDeleted()
  const deleted = deletedIn(entry)
  expect(deleted).toEqual(annotation)
  const place = value(await restoreDeleted(deleted as Annotation, { workspace, codebook, now }))
  expect(place).toEqual({ articleId: annotation.articleId, annotationId: 'n1' })
  const restored = await storedAnnotation(workspace, projectId, 'n1')
  expect({ ...restored, updatedAt: '' }).toEqual({ ...annotation, updatedAt: '' })
  value(await workspace.undo())
  await expect(storedAnnotation(workspace, projectId, 'n1')).rejects.toThrow()
})

test('it is refused in words when the one who tagged it is gone', async () => {
  const { workspace, annotation, codebook } = await withDeleted()
  const wanted = { ...annotation, annotatorId: 'gone' as Annotation['annotatorId'] }
  const refused = await restoreDeleted(wanted, { workspace, codebook, now })
  expect(refused.ok ? 'restored' : refused.error.code).toBe('no-such-row')
})

test('an entry that deleted several, or none, or took an edit back, offers nothing', async () => {
  const { annotation, entry } = await withDeleted()
  const change = entry.changes.find(({ table }) => table === 'annotations')
  if (change === undefined) throw new Error('no change')
  expect(deletedIn({ ...entry, changes: [] })).toBeNull()
  expect(deletedIn({ ...entry, changes: [change, change] })).toBeNull()
  expect(deletedIn({ ...entry, operation: { kind: 'undo', of: entry.id } })).toBeNull()
  expect(annotation.id).toBe('n1')
})
