import { expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import { setMemo } from '../../src/core/annotation/edits'
import type { Article } from '../../src/core/project/entities'
import { StudyReader } from '../../src/renderer/persistence/study-reader'
import type { Workspace } from '../../src/renderer/persistence/workspace'
import { sampleWorkspace, storedAnnotation, value } from './test-workspace'

const now = '2026-03-03T00:00:00.000Z'

/** A reader over the sample's two articles, and what waits until it has read what it was asked for. */
async function reading() {
  const { workspace, projectId } = await sampleWorkspace()
  const articles = (await workspace.database.articles.toArray()).sort((a, b) => a.id.localeCompare(b.id))
  const reader = new StudyReader(workspace, projectId)
  const close = reader.open()
  const settled = async () => {
    await expect.poll(() => reader.reading()?.waiting).toBe(0)
    return reader.reading()?.articles ?? []
  }
  const memo = async (id: string, text: string) =>
    value(await workspace.perform(setMemo(await storedAnnotation(workspace, projectId, id), text, now)))
  return { workspace, reader, articles, close, settled, memo }
}

async function idsInStore(workspace: Workspace, article: Article | undefined) {
  const rows = await workspace.database.annotations.toArray()
  return rows.filter(row => row.articleId === article?.id).map(row => row.id)
}

test('articles come in the order they were asked for, each with the annotations of its current text', async () => {
  const { workspace, reader, articles, settled } = await reading()
  reader.want([...articles].reverse())
  const read = await settled()
  expect(read.map(({ article }) => article.id)).toEqual(['second', 'first'])
  for (const { article, revision, annotations } of read) {
    expect(revision).toMatchObject({ articleId: article.id, number: article.revision })
    expect(annotations.map(({ id }) => id).sort()).toEqual((await idsInStore(workspace, article)).sort())
  }
})

test('a commit makes a new object of the article it touches and leaves the others the same, so that what was derived of them holds', async () => {
  const { reader, articles, settled, memo } = await reading()
  reader.want(articles)
  const [first, second] = await settled()
  await memo('n1', 'Look again')
  const [firstAfter, secondAfter] = reader.reading()?.articles ?? []
  expect([firstAfter === first, secondAfter === second]).toContain(true)
  expect([firstAfter === first, secondAfter === second]).toContain(false)
  const memos = [firstAfter, secondAfter].flatMap(of => of?.annotations ?? []).map(row => row.memo)
  expect(memos).toContain('Look again')
})

test('what is committed while articles are being read is not lost', async () => {
  const { reader, articles, settled, memo } = await reading()
  reader.want(articles)
  await memo('n1', 'In between')
  const read = await settled()
  const found = read.flatMap(({ annotations }) => annotations).find(({ id }) => id === 'n1')
  expect(found?.memo).toBe('In between')
})

test('an article whose text is missing is left out, and the others are read', async () => {
  const { workspace, reader, articles, settled } = await reading()
  const rows = await workspace.database.revisions.toArray()
  for (const row of rows.filter(({ articleId }) => articleId === 'first'))
    await workspace.database.revisions.delete([row.projectId, row.id])
  reader.want(articles)
  expect((await settled()).map(({ article }) => article.id)).toEqual(['second'])
})

test('after it is closed nothing is followed', async () => {
  const { reader, articles, settled, memo, close } = await reading()
  reader.want(articles)
  await settled()
  const before = reader.reading()
  close()
  await memo('n1', 'Too late')
  expect(reader.reading()).toBe(before)
})
