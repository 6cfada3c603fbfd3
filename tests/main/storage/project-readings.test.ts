import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ProjectPiece, TableRow } from '../../../src/contract/storage'
import type { ArticleId, ProjectId } from '../../../src/core/project/ids'
import { ProjectReadings } from '../../../src/main/storage/project-readings'
import type { ProjectStore } from '../../../src/main/storage/project-store'
import { changeSet, insertion, makeProject, must, projectId, stateOf, writeMemo } from './project-sample'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

/** A project of 1,200 annotations, all of them in the article "second", and one memo after the import. */
async function sample() {
  const userData = await temporaryFolder()
  const storage = testStorage(userData)
  const store = await makeProject(storage, 1200)
  await writeMemo(store, 'n1', 'first memo')
  return { userData, storage, store, readings: new ProjectReadings(storage) }
}

const wanted = (firstArticle: string | null, backup: string | null = null) => ({
  projectId,
  backup,
  isRestoring: true,
  firstArticle: firstArticle as ArticleId | null
})

async function rest(readings: ProjectReadings, ticket: string): Promise<ProjectPiece[]> {
  const pieces: ProjectPiece[] = []
  for (;;) {
    const piece = must(await readings.next(ticket))
    pieces.push(piece)
    if (piece.done) return pieces
  }
}

const rowsIn = (pieces: readonly ProjectPiece[]): TableRow[] => pieces.flatMap(piece => piece.rows)
const memoOf = (pieces: readonly ProjectPiece[], id: string) =>
  rowsIn(pieces).flatMap(({ table, row }) => (table === 'annotations' && row.id === id ? [row.memo] : []))
const historyIn = (pieces: readonly ProjectPiece[]) => pieces.flatMap(piece => piece.history)

describe('the pieces of a project', () => {
  test.each([
    ['first', 'first', 0],
    ['second', 'second', 1200],
    // The first of them stands in for one that is gone, or when none was open.
    ['nobody', 'second', 1200],
    [null, 'second', 1200]
  ])('begin with what the article %s needs', async (article, shown, annotations) => {
    const { storage, readings } = await sample()
    const { ticket } = must(await readings.begin(wanted(article)))
    const pieces = await rest(readings, ticket)
    const ready = pieces.findIndex(piece => piece.hasFirstArticle)
    const before = rowsIn(pieces.slice(0, ready + 1))
    expect(before.at(-1)?.table, 'a project is shown by its own row').toBe('projects')
    expect(before.filter(({ table }) => table === 'annotations')).toHaveLength(annotations)
    const revisions = before.flatMap(({ table, row }) => (table === 'revisions' ? [row.articleId] : []))
    expect(revisions).toEqual([shown])
    const tables = new Set(before.map(({ table }) => table))
    for (const table of ['codebooks', 'annotators', 'actors', 'articles'] as const)
      expect(tables).toContain(table)
    // A relation comes with either of its ends.
    expect(tables.has('relations')).toBe(annotations > 0)

    const { rows } = await stateOf(storage, projectId)
    const key = ({ table, row }: TableRow) => `${table} ${row.id}`
    const all = Object.entries(rows).flatMap(([table, some]) =>
      [...(some as Map<string, TableRow['row']>).values()].map(row => ({ table, row }) as TableRow)
    )
    expect(rowsIn(pieces).map(key).sort(), 'each row once').toEqual(all.map(key).sort())
  })

  test('come in order: rows, all rows, history, the end; the order of import comes first', async () => {
    const { storage, readings } = await sample()
    const { ticket, total, counts } = must(await readings.begin(wanted('first')))
    const pieces = await rest(readings, ticket)
    const stages = pieces.map(piece =>
      piece.done ? 'done' : piece.hasAllRows ? 'history' : piece.hasFirstArticle ? 'rest' : 'first'
    )
    const order = ['first', 'rest', 'history', 'done']
    expect(stages).toEqual([...stages].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(new Set(stages)).toEqual(new Set(order))
    const { orders } = await stateOf(storage, projectId)
    expect(pieces.map(piece => piece.orders.length)).toEqual([orders.size, ...pieces.slice(1).map(() => 0)])
    expect(Object.fromEntries(pieces[0]!.orders.map(({ table, ids }) => [table, ids]))).toEqual(
      Object.fromEntries(orders)
    )
    // Pieces of the import stand in no history.
    expect(historyIn(pieces).map(({ changeSet: { label } }) => label)).toEqual(['Import', 'Write memo'])
    expect(rowsIn(pieces).length + historyIn(pieces).length).toBeLessThanOrEqual(total)
    expect(counts.annotations).toBe(1200)
    for (const piece of pieces) expect(piece.rows.length).toBeLessThanOrEqual(500)
  })

  test('a long text has a piece nearly to itself', async () => {
    const { storage, readings } = await sample()
    const text = 'x'.repeat(400_000)
    const revision = { articleId: 'first', number: 2, textSha256: 'f'.repeat(64), blocks: [], createdAt: '' }
    for (const id of ['long-1', 'long-2', 'long-3']) {
      must(await storage.append(changeSet([insertion('revisions', { id, text, ...revision })])))
    }
    const { ticket } = must(await readings.begin(wanted('first')))
    const pieces = await rest(readings, ticket)
    const long = pieces.map(({ rows }) => rows.filter(({ row }) => row.id.startsWith('long')).length)
    expect(Math.max(...long)).toBe(1)
  })
})

describe('what is appended while it is read', () => {
  test('is in neither rows nor history of that reading, and in the next', async () => {
    const { store, readings } = await sample()
    const begun = must(await readings.begin(wanted('second')))
    const first = must(await readings.next(begun.ticket))
    await writeMemo(store, 'n1', 'meanwhile')
    await writeMemo(store, 'n2', 'meanwhile')
    const pieces = [first, ...(await rest(readings, begun.ticket))]
    expect(memoOf(pieces, 'n1')).toEqual(['first memo'])
    expect(historyIn(pieces)).toHaveLength(2)
    expect(begun.head.sequence).toBe(historyIn(pieces).at(-1)?.sequence)

    const again = must(await readings.begin(wanted('second')))
    const later = await rest(readings, again.ticket)
    expect(memoOf(later, 'n1')).toEqual(['meanwhile'])
    expect(historyIn(later)).toHaveLength(4)
    expect(again.head).toEqual(store.head())
  })

  // Not so yet: the head is asked for after the rows were read, and can be of a later line than they are. The
  // window then believes that it has what it was never given.
  test('while the reading begins: rows, history and head tell of one moment', async () => {
    const { store, readings } = await sample()
    const read = store.read.bind(store)
    store.read = async () => {
      const before = await read()
      await writeMemo(store, 'n1', 'meanwhile')
      return before
    }
    const begun = must(await readings.begin(wanted('second')))
    const pieces = await rest(readings, begun.ticket)
    const last = historyIn(pieces).at(-1)
    const change = last?.changeSet.changes[0]
    expect(change?.table === 'annotations' && [change.after?.memo]).toEqual(memoOf(pieces, 'n1'))
    expect(begun.head.sequence).toBe(last?.sequence)
  })
})

describe('a backup', () => {
  test('is read as it was, without a history', async () => {
    const { store, readings } = await sample()
    const backup = must(await store.takeSnapshot())
    const { sequence } = store.head()
    await writeMemo(store, 'n1', 'after the backup')
    const begun = must(await readings.begin(wanted(null, backup!.name)))
    expect(begun.head.sequence).toBe(sequence)
    const pieces = await rest(readings, begun.ticket)
    expect(memoOf(pieces, 'n1')).toEqual(['first memo'])
    expect(historyIn(pieces)).toEqual([])
    // The texts are not in the backup itself.
    const texts = rowsIn(pieces).flatMap(({ table, row }) => (table === 'revisions' ? [row.text] : []))
    expect(texts.every(text => text.startsWith('The court ruled.'))).toBe(true)
  })

  test('that is not there is refused', async () => {
    const { readings } = await sample()
    const name = 'snapshot-000000000009-20260101T120000Z.jsonl.gz'
    expect((await readings.begin(wanted(null, name))).ok).toBe(false)
    expect(await readings.begin({ ...wanted(null), projectId: 'x' as ProjectId })).toMatchObject({
      error: { code: 'no-such-project' }
    })
  })
})

describe('damage', () => {
  async function damageMemo(userData: string, store: ProjectStore) {
    const file = 'journal-0002.jsonl'
    const path = join(userData, 'projects', projectId, file)
    const bytes = await readFile(path)
    bytes[bytes.indexOf('first memo')] = 35
    await writeFile(path, bytes)
    await writeMemo(store, 'n2', 'after it')
  }

  test('is told in words by the first reading, and not again', async () => {
    const { userData, store, readings } = await sample()
    await damageMemo(userData, store)
    const first = must(await readings.begin(wanted('second')))
    expect(first.notes).toEqual([
      'Line 2 of journal-0002.jsonl cannot be read; what was changed there may be missing.',
      expect.stringMatching(/^Change \d+ is missing before line 3 of journal-0002.jsonl.$/)
    ])
    // The line that says so is the last one by now: the window must not take it for a difference.
    expect(first.head).toEqual(store.head())
    expect(memoOf(await rest(readings, first.ticket), 'n2')).toEqual(['after it'])
    expect(must(await readings.begin(wanted('second'))).notes).toEqual([])
  })

  test('of a backup is told, and the journal used instead', async () => {
    const { userData, store, readings } = await sample()
    const backup = must(await store.takeSnapshot())
    await writeFile(join(userData, 'projects', projectId, 'snapshots', backup!.name), 'not a backup')
    const { ticket, notes } = must(await readings.begin(wanted('second')))
    expect(notes).toEqual([`The backup ${backup!.name} is damaged; the whole journal was used instead.`])
    expect(memoOf(await rest(readings, ticket), 'n1')).toEqual(['first memo'])
  })
})

describe('a reading', () => {
  const ended = { ok: false, error: { code: 'no-such-reading' } }

  test('ends after its last piece, when it is told to, and with its page', async () => {
    const { readings } = await sample()
    const begin = async () => must(await readings.begin(wanted(null))).ticket
    const [whole, broken, other] = [await begin(), await begin(), await begin()]
    await rest(readings, whole)
    expect(await readings.next(whole)).toMatchObject(ended)
    readings.end(broken)
    expect(await readings.next(broken)).toMatchObject(ended)
    expect((await readings.next(other)).ok, 'ending one ends no other').toBe(true)
    readings.endAll()
    expect(await readings.next(other)).toMatchObject(ended)
    expect(await readings.next('made up')).toMatchObject(ended)
  })

  test('gives two who ask at once two pieces', async () => {
    const { readings } = await sample()
    const { ticket } = must(await readings.begin(wanted('second')))
    const [one, two] = await Promise.all([readings.next(ticket), readings.next(ticket)])
    expect(must(one).orders.length).toBeGreaterThan(0)
    expect(must(two).orders).toEqual([])
  })
})
