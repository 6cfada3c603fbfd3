import { expect, test } from 'vitest'
import { importArticles, type ImportContext } from '../../../../src/renderer/features/library/import-articles'
import { everything, journalOf, sampleWorkspace, value } from '../../../persistence/test-workspace'

// Against a real store: what the fake workspace of import-articles.test.ts is told must also be there after.

const encoder = new TextEncoder()
const file = (name: string, text: string) => ({ name, bytes: encoder.encode(text) })

async function library() {
  const { workspace, projectId, name } = await sampleWorkspace()
  let ids = 0
  const context: ImportContext = {
    workspace,
    projectId,
    existing: [],
    newId: () => `new-${(ids += 1)}`,
    now: () => '2026-03-03T00:00:00.000Z'
  }
  return { workspace, context, kept: () => journalOf(name).files(projectId) }
}

test('articles, texts and original bytes are stored, and one undo takes the articles out again', async () => {
  const { workspace, context, kept } = await library()
  const before = await everything(workspace)
  const windows = file('one.txt', '\ufeffA headline\r\n\r\nIts text.\r\n')
  const { imported } = await importArticles([windows, file('two.md', '# Two\n\nText.')], context)
  expect(imported).toHaveLength(2)

  const { database } = workspace
  const revisions = await database.revisions.toArray()
  expect(revisions.find(({ articleId }) => articleId === imported[0])?.text).toBe('A headline\n\nIts text.')
  expect(kept()[0]).toEqual(windows.bytes)

  value(await workspace.undo())
  const { articles, revisions: texts } = await everything(workspace)
  expect({ articles, texts }).toEqual({ articles: before['articles'], texts: before['revisions'] })
})

test('files that cannot be read leave the store as it was', async () => {
  const { workspace, context } = await library()
  const before = await everything(workspace)
  const bad = [
    file('a.pdf', '%PDF'),
    file('b.txt', ''),
    { name: 'c.txt', bytes: Uint8Array.of(0xff, 0x41) },
    file('d.md', '---')
  ]
  const { imported, problems } = await importArticles(bad, context)
  expect(imported).toEqual([])
  expect(problems.map(({ place }) => place)).toEqual(['a.pdf', 'b.txt', 'c.txt', 'd.md'])
  expect(await everything(workspace)).toEqual(before)
})
