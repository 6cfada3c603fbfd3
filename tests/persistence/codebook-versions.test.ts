import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDraft } from '../../src/core/codebook/draft'
import { changeLayerId, renameLayer } from '../../src/core/codebook/layer-edits'
import { saveDraft } from '../../src/core/codebook/save-draft'
import type { Codebook } from '../../src/core/project/codebook'
import { loadCodebookVersions } from '../../src/renderer/persistence/codebook-versions'
import { loadAllAnnotations } from '../../src/renderer/persistence/load-annotations'
import { rename, rowsOnly, sampleWorkspace, value } from './test-workspace'

async function stored(
  workspace: Awaited<ReturnType<typeof sampleWorkspace>>['workspace']
): Promise<Codebook> {
  const codebook = await workspace.database.codebooks.toCollection().first()
  if (codebook === undefined) throw new Error('no codebook')
  return codebook
}

test('a version is stored with its annotations in one step, listed, and taken back whole', async () => {
  const { workspace, projectId } = await sampleWorkspace()
  const { database } = workspace
  const before = await stored(workspace)
  const versions = async () =>
    (await loadCodebookVersions(database, projectId, await stored(workspace))).map(({ codebook, change }) => [
      codebook.version,
      codebook.layers[0]?.name,
      change?.kind ?? null
    ])
  expect(await versions()).toEqual([[1, 'claim', null]])

  const annotations = value(await loadAllAnnotations(database, projectId))
  expect(annotations).toHaveLength(3)
  const untouched = await rowsOnly(workspace)
  const renamed = value(renameLayer(openDraft(before), 'claim', 'Assertion'))
  const draft = value(changeLayerId(renamed, 'claim', 'assertion', annotations))
  value(await workspace.perform(value(saveDraft(draft, before, annotations, '2026-03-01T00:00:00.000Z'))))
  const layers = value(await loadAllAnnotations(database, projectId)).map(row => row.layer)
  expect([...layers].sort()).toEqual(['assertion', 'assertion', 'perspective'])

  value(await workspace.undo())
  expect(await rowsOnly(workspace)).toEqual(untouched)
  // What else happens is no version.
  value(await workspace.perform(await rename(workspace, projectId, 'Another title')))
  expect(await versions()).toEqual([
    [1, 'claim', null],
    [2, 'Assertion', 'edit'],
    [1, 'claim', 'undo']
  ])
})
