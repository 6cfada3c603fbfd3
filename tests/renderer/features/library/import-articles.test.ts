import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../../src/core/history/change-set'
import { articleSchema, revisionSchema, type Article } from '../../../../src/core/project/entities'
import type { ProjectId } from '../../../../src/core/project/ids'
import { sha256Hex } from '../../../../src/core/project/sha256'
import { fail, ok } from '../../../../src/core/result'
import {
  importArticles,
  importPasted,
  type ImportContext
} from '../../../../src/renderer/features/library/import-articles'
import type { Workspace } from '../../../../src/renderer/persistence/workspace'
import { fileOf, incomingOf } from './incoming-article'
import { libraryArticle } from './library-article'

const encoder = new TextEncoder()
const file = fileOf

/** A workspace that only remembers what it was asked to keep and to do. */
function library({ existing = [], refuse }: { existing?: Article[]; refuse?: 'keep' | 'perform' } = {}) {
  const kept: number[] = []
  const edits: Edit[] = []
  const full = fail('disk-full', 'The disk is full.')
  const workspace = {
    perform: (edit: Edit) => {
      if (refuse === 'perform') return Promise.resolve(full)
      edits.push(edit)
      return Promise.resolve(ok(null))
    }
  }
  let ids = 0
  const context: ImportContext = {
    workspace: workspace as unknown as Workspace,
    projectId: 'p' as ProjectId,
    existing,
    newId: () => `id-${++ids}`,
    now: () => '2026-01-01T00:00:00.000Z',
    keepOriginal: number => {
      if (refuse === 'keep') return Promise.resolve(full)
      kept.push(number)
      return Promise.resolve(ok('a'.repeat(64)))
    }
  }
  return { context, kept, edits }
}

test('every good file comes in as one step, with its bytes kept', async () => {
  const { context, kept, edits } = library()
  const files = [file('one.txt', 'A headline\n\nSome words here.'), file('two.md', '# Another\n\nText.')]
  const outcome = await importArticles(incomingOf(files), context)
  expect(outcome.problems).toEqual([])
  expect(edits.map(({ label }) => label)).toEqual(['Import 2 articles'])
  expect(kept).toEqual([0, 1])
  const changes = edits[0]!.changes
  const articles = changes.filter(change => change.table === 'articles').map(change => change.after!)
  const revisions = changes.filter(change => change.table === 'revisions').map(change => change.after!)
  expect(articles.map(({ id }) => id)).toEqual(outcome.imported)
  expect(articles.map(({ title, status, revision }) => ({ title, status, revision }))).toEqual([
    { title: 'A headline', status: 'new', revision: 1 },
    { title: 'Another', status: 'new', revision: 1 }
  ])
  // What is stored must pass the same schemas as everything else.
  for (const article of articles) expect(articleSchema.safeParse(article).error).toBeUndefined()
  for (const revision of revisions) {
    expect(revisionSchema.safeParse(revision).error).toBeUndefined()
    expect(revision.textSha256).toBe(sha256Hex(encoder.encode(revision.text)))
    expect(articles.some(article => article.id === revision.articleId)).toBe(true)
  }
})

describe('what is not imported is named, and the rest comes in', () => {
  test('a file that is there already', async () => {
    const bytes = encoder.encode('The same words.')
    const known = libraryArticle('Known', { original: { fileName: 'old.txt', sha256: sha256Hex(bytes) } })
    const { context, kept, edits } = library({ existing: [known] })
    const files = [{ name: 'again.txt', bytes }, file('good.txt', 'Good words.')]
    const outcome = await importArticles(incomingOf(files), context)
    expect(outcome.problems).toEqual([
      { place: 'again.txt', message: expect.stringMatching(/as “Known”/) as string }
    ])
    expect(outcome.imported).toHaveLength(1)
    expect(kept).toEqual([1])
    expect(edits.map(({ label }) => label)).toEqual(['Import article'])
  })

  test('the same file twice in one go', async () => {
    const { context } = library()
    const files = [file('a.txt', 'Words.'), file('b.txt', 'Words.')]
    const outcome = await importArticles(incomingOf(files), context)
    expect(outcome.imported).toHaveLength(1)
    expect(outcome.problems.map(({ place }) => place)).toEqual(['b.txt'])
  })

  test('all articles of one table come in, and the table is kept once', async () => {
    const { context, kept } = library()
    const rows = incomingOf([file('t.txt', 'One.'), file('t.txt', 'Two.')])
    const { originalSha256 } = rows[0]!.read
    const table = rows.map(row => ({ ...row, file: 7, read: { ...row.read, originalSha256 } }))
    const outcome = await importArticles(table, context)
    expect(outcome).toMatchObject({ imported: { length: 2 }, problems: [] })
    expect(kept).toEqual([7])
  })
})

describe('nothing changes', () => {
  test('when it was cancelled between two files', async () => {
    const { context, edits } = library()
    const abort = new AbortController()
    const onProgress = (done: number) => {
      if (done === 1) abort.abort()
    }
    const files = [file('a.txt', 'One.'), file('b.txt', 'Two.')]
    const outcome = await importArticles(incomingOf(files), { ...context, signal: abort.signal, onProgress })
    expect(outcome.imported).toEqual([])
    expect(edits).toEqual([])
  })

  test.each(['keep', 'perform'] as const)('when the disk refuses to %s', async refuse => {
    const { context } = library({ refuse })
    const outcome = await importArticles(incomingOf([file('a.txt', 'One.')]), context)
    expect(outcome).toMatchObject({ imported: [], problems: [{ message: 'The disk is full.' }] })
  })
})

describe('pasted text', () => {
  test.each([
    { title: '  A title ', wanted: 'A title' },
    { title: '', wanted: 'First line' }
  ])('is called “$wanted” with “$title” as title', async ({ title, wanted }) => {
    const { context, edits, kept } = library()
    const result = await importPasted('First line\n\nMore words.', title, context)
    expect(result.ok).toBe(true)
    expect(edits[0]?.changes[0]?.after).toMatchObject({ title: wanted, original: null })
    expect(kept).toEqual([])
  })

  test('without a word is refused', async () => {
    const { context, edits } = library()
    expect((await importPasted(' \n ', '', context)).ok).toBe(false)
    expect(edits).toEqual([])
  })
})
