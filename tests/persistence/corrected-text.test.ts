import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { carryArticle } from '../../src/core/anchoring/carry-over'
import { confirmPlacement, correctText } from '../../src/core/anchoring/correct-text'
import { correctedBlocks } from '../../src/core/anchoring/corrected-blocks'
import type { ProjectId, RevisionId } from '../../src/core/project/ids'
import { loadAnnotations, loadArticle } from '../../src/renderer/persistence/load-article'
import {
  loadPlaceBefore,
  loadRevisionAnnotations,
  loadRevisions
} from '../../src/renderer/persistence/load-revisions'
import type { Workspace } from '../../src/renderer/persistence/workspace'
import { rowsOnly, sampleWorkspace, storedAnnotation, value } from './test-workspace'

let made = 0

async function rowsOf(workspace: Workspace, projectId: ProjectId) {
  const article = (await workspace.database.articles.toArray()).find(row => row.projectId === projectId)!
  const { revision } = value(await loadArticle(workspace.database, projectId, article.id))
  const annotations = value(await loadAnnotations(workspace.database, projectId, article.id))
  const revisions = value(await loadRevisions(workspace.database, projectId, article.id))
  return { article, revision, annotations, revisions }
}

/** Saves the text that `edit` makes of the current one, as the dialog does. */
async function correct(workspace: Workspace, projectId: ProjectId, edit: (text: string) => string) {
  const { article, revision, annotations, revisions } = await rowsOf(workspace, projectId)
  const corrected = value(correctedBlocks(revision, edit(revision.text)))
  const current = annotations.filter(row => row.revision === revision.number)
  made += 1
  const change = correctText({
    ...{ article, revisions, corrected, now: '2026-03-01T00:00:00.000Z' },
    carried: carryArticle(current, revision, corrected),
    revisionId: `corrected-${made}` as RevisionId
  })
  value(await workspace.perform(change))
}

const withTypo = (text: string) => text.replace('ruled', 'ruuled')
const withoutEnd = (text: string) => text.slice(0, text.indexOf(' She said'))

describe('a corrected text in the store', () => {
  test('undo brings the older revision back with its annotations, and its number is free again', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const before = await rowsOnly(workspace)
    await correct(workspace, projectId, withTypo)
    expect((await rowsOf(workspace, projectId)).revision).toMatchObject({ number: 2 })
    value(await workspace.undo())
    expect(await rowsOnly(workspace)).toEqual(before)

    await correct(workspace, projectId, withoutEnd)
    const { article, revision, revisions } = await rowsOf(workspace, projectId)
    expect(article.revision).toBe(2)
    expect(revision.text).toBe('The court ruled.')
    expect(revisions.map(row => row.number)).toEqual([1, 2])
  })

  test('an older revision is read with the annotations it had, whatever became of them', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const old = await rowsOf(workspace, projectId)
    await correct(workspace, projectId, withTypo)
    const moved = (await rowsOf(workspace, projectId)).annotations.filter(row => row.placement === 'moved')
    for (const row of moved)
      value(await workspace.perform(confirmPlacement(row, '2026-03-02T00:00:00.000Z')!))
    await correct(workspace, projectId, withoutEnd)

    const { revisions } = await rowsOf(workspace, projectId)
    const [first, second, third] = revisions
    const byId = <T extends { id: string }>(rows: readonly T[]) =>
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const ofFirst = value(await loadRevisionAnnotations(workspace.database, first!, second!))
    expect(byId(ofFirst)).toEqual(byId(old.annotations))
    const ofSecond = value(await loadRevisionAnnotations(workspace.database, second!, third!))
    expect(ofSecond.every(row => row.revision === 2 && row.placement === undefined)).toBe(true)
    for (const row of ofSecond)
      for (const span of row.spans)
        expect(second!.text.slice(span.startUtf16, span.endUtf16)).toBe(span.quote)
  })

  test('what an annotation was before a correction is read from the history', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const old = await rowsOf(workspace, projectId)
    await correct(workspace, projectId, text => `Late. ${text}`)
    for (const { id } of old.annotations) {
      const now = await storedAnnotation(workspace, projectId, id)
      if (now.revision === 1) continue
      const before = value(await loadPlaceBefore(workspace.database, projectId, now.id, now.revision))
      expect(before?.spans).toEqual(old.annotations.find(row => row.id === id)?.spans)
    }
    const { id } = old.annotations[0]!
    expect(value(await loadPlaceBefore(workspace.database, projectId, id, 1))).toBeNull()
  })
})
