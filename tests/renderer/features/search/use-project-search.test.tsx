// @vitest-environment happy-dom
// The store looks for its IndexedDB when it is loaded, so the stand-in comes first.
import { rename, sampleWorkspace } from '../../../persistence/test-workspace'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Codebook } from '../../../../src/core/project/codebook'
import { useProjectSearch } from '../../../../src/renderer/features/search/use-project-search'

afterEach(cleanup)

const registers = { actorName: () => undefined, issueName: () => undefined, caseName: () => undefined }

async function searching(words: string) {
  const { workspace, projectId } = await sampleWorkspace()
  const articles = (await workspace.database.articles.toArray()).filter(row => row.projectId === projectId)
  const [codebook] = await workspace.database.codebooks.toArray()
  const hook = renderHook(
    query => useProjectSearch({ workspace, articles, codebook: codebook as Codebook, registers, query }),
    { initialProps: { words, matchCase: false, wholeWords: false } }
  )
  return { workspace, projectId, articles, hook }
}

test('looks through every article and says what it found where', async () => {
  const { workspace, articles, hook } = await searching('e')
  await waitFor(() => expect(hook.result.current.status).toBe('done'))
  const { found, counts, searched } = hook.result.current
  expect(searched).toBe(articles.length)
  const texts = (await workspace.database.revisions.toArray()).filter(({ number, articleId }) =>
    articles.some(({ id, revision }) => id === articleId && revision === number)
  )
  const expected = texts.map(({ text }) => text.toLowerCase().split('e').length - 1)
  expect(counts.text).toBe(expected.reduce((sum, count) => sum + count, 0))
  for (const { article, hits } of found) {
    const text = texts.find(({ articleId }) => articleId === article.id)?.text ?? ''
    for (const { kind, range, excerpt } of hits)
      if (kind === 'text') expect(text.slice(range.startUtf16, range.endUtf16)).toBe(excerpt.match)
  }
})

test('says that results are old once something was changed, until it is asked again', async () => {
  const { workspace, projectId, hook } = await searching('the')
  await waitFor(() => expect(hook.result.current.status).toBe('done'))
  expect(hook.result.current.isStale).toBe(false)
  await act(async () => {
    await workspace.perform(await rename(workspace, projectId, 'Another title'))
  })
  expect(hook.result.current.isStale).toBe(true)
  act(() => hook.result.current.again())
  await waitFor(() => expect(hook.result.current.isStale).toBe(false))
})

test('an empty query finds nothing and asks nothing', async () => {
  const { hook } = await searching('e')
  await waitFor(() => expect(hook.result.current.status).toBe('done'))
  hook.rerender({ words: ' ', matchCase: false, wholeWords: false })
  await waitFor(() => expect(hook.result.current.status).toBe('idle'))
  expect(hook.result.current.found).toEqual([])
})
