import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import {
  loadAnnotations,
  loadArticle,
  loadArticleRows,
  loadFirstAnnotations
} from '../../src/renderer/persistence/load-article'
import { loadRelationsOf } from '../../src/renderer/persistence/load-relations'
import { toStoredAnnotation } from '../../src/renderer/persistence/stored-row'
import { deleteArticle } from '../../src/core/project/edits'
import { sampleData } from './sample-data'
import { rowsOnly, sampleWorkspace, value } from './test-workspace'

const id = (text: string) => text as never

describe('loading an article', () => {
  test('gives its row, the revision it is at, and its annotations alone', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    value(await workspace.importProject(sampleData(), { label: 'A second project with the same ids' }))
    const { article, revision } = value(await loadArticle(workspace.database, projectId, id('first')))
    const annotations = value(await loadAnnotations(workspace.database, projectId, id('first')))
    expect(article.title).toBe('The first')
    expect(revision.id).toBe('first-1')
    expect(annotations.map(row => row.id).sort()).toEqual(['n2', 'n3'])
    expect(new Set(annotations.map(row => row.projectId))).toEqual(new Set([projectId]))
  })

  test('reads all annotations in pieces, however many begin at one place', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const { database } = workspace
    const [row] = value(await loadAnnotations(database, projectId, id('first')))
    const rows = Array.from({ length: 9_000 }, (_, i) => {
      // Half of them at one place: more than a piece holds.
      const startUtf16 = i % 2 === 0 ? 4 : i
      return toStoredAnnotation({
        ...row!,
        id: id(`many-${i}`),
        articleId: id('many'),
        layer: id(i % 3 === 0 ? 'claim' : 'perspective'),
        spans: [{ role: 'content', startUtf16, endUtf16: startUtf16 + 5, quote: 'court' }]
      })
    })
    await database.annotations.bulkAdd(rows)
    const read = value(await loadAnnotations(database, projectId, id('many')))
    expect(new Set(read.map(annotation => annotation.id)).size).toBe(9_000)
    expect(read).toHaveLength(9_000)
    const first = value(await loadFirstAnnotations(database, projectId, id('many'), [id('claim')]))
    const expected = rows.filter(other => other.layer === 'claim' && other.startUtf16 < 8_000)
    expect(first.map(annotation => annotation.id).sort()).toEqual(expected.map(other => other.id).sort())
    expect(read[0]).not.toHaveProperty('startUtf16')
  })

  test('names what is missing', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const { database } = workspace
    expect(await loadArticle(database, projectId, id('third'))).toMatchObject({
      error: { code: 'no-such-article' }
    })
    await database.revisions.clear()
    expect(await loadArticle(database, projectId, id('first'))).toMatchObject({
      error: { code: 'no-such-revision' }
    })
  })

  test.each([
    ['n1', ['r1']],
    ['n2', ['r1']],
    ['n3', []]
  ])('relations of %s: %j', async (annotation, expected) => {
    const { workspace, projectId } = await sampleWorkspace()
    const found = await loadRelationsOf(workspace.database, projectId, id(annotation))
    expect(found.map(row => row.id)).toEqual(expected)
  })

  test('deleting it takes along all that hangs on it, and undo brings all back', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const before = await rowsOnly(workspace)
    const article = (await workspace.database.articles.get([projectId, 'second']))!
    const rows = value(await loadArticleRows(workspace.database, projectId, article.id))
    value(await workspace.perform(deleteArticle(article, rows.revisions, rows.annotations, rows.relations)))
    const { database } = workspace
    const counts = [database.articles, database.revisions, database.annotations, database.relations].map(t =>
      t.count()
    )
    expect(await Promise.all(counts)).toEqual([1, 1, 2, 0])
    value(await workspace.undo())
    expect(await rowsOnly(workspace)).toEqual(before)
  })
})
