import { expect, test } from 'vitest'
import { importArticles, type ImportContext } from '../../../../src/renderer/features/library/import-articles'
import { fileOf, incomingOf, type TestFile } from './incoming-article'
import { everything, journalOf, sampleWorkspace, value } from '../../../persistence/test-workspace'

// Against a real store: what the fake workspace of import-articles.test.ts is told must also be there after.

async function library(files: readonly TestFile[]) {
  const { workspace, projectId, name } = await sampleWorkspace()
  let ids = 0
  const context: ImportContext = {
    workspace,
    projectId,
    existing: [],
    newId: () => `new-${(ids += 1)}`,
    now: () => '2026-03-03T00:00:00.000Z',
    keepOriginal: file => workspace.keepOriginal(projectId, files[file]!.bytes)
  }
  return { workspace, context, kept: () => journalOf(name).files(projectId) }
}

test('articles, texts and original bytes are stored, and one undo takes the articles out again', async () => {
  const windows = fileOf('one.txt', '\ufeffA headline\r\n\r\nIts text.\r\n')
  const files = [windows, fileOf('two.md', '# Two\n\nText.')]
  const { workspace, context, kept } = await library(files)
  const before = await everything(workspace)
  const { imported } = await importArticles(incomingOf(files), context)
  expect(imported).toHaveLength(2)

  const { database } = workspace
  const revisions = await database.revisions.toArray()
  expect(revisions.find(({ articleId }) => articleId === imported[0])?.text).toBe('A headline\n\nIts text.')
  expect(kept()[0]).toEqual(windows.bytes)

  value(await workspace.undo())
  const { articles, revisions: texts } = await everything(workspace)
  expect({ articles, texts }).toEqual({ articles: before['articles'], texts: before['revisions'] })
})
