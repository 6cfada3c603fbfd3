import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { tableNames, type Rows, type TableName } from '../../../src/core/history/change-set'
import { emptyProjectState, type ProjectState } from '../../../src/core/history/project-state'
import type { NewSnapshotHeader } from '../../../src/main/storage/snapshot-header'

export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

export function header(sequence: number, takenAt = '2026-01-01T12:00:00.000Z'): NewSnapshotHeader {
  return {
    projectId: 'p' as NewSnapshotHeader['projectId'],
    title: 'A study',
    takenAt,
    head: { sequence, hash: sha256(String(sequence)) },
    generator: 'Counterpoint test'
  }
}

/** A revision as it is stored; `text` may be anything, its hash is right unless another is given. */
export function revision(id: string, text: string, textSha256 = sha256(text)): Rows['revisions'] {
  return {
    id,
    projectId: 'p',
    articleId: 'a',
    number: 1,
    text,
    textSha256,
    blocks: [],
    createdAt: '2026-01-01T12:00:00.000Z'
  } as unknown as Rows['revisions']
}

export function put(state: ProjectState, table: TableName, row: { id: string }): ProjectState {
  ;(state.rows[table] as Map<string, unknown>).set(row.id, row)
  return state
}

/** A small project in which every table has rows. */
export function smallState(rows = 20): ProjectState {
  const state = emptyProjectState()
  for (const table of tableNames) {
    if (table === 'revisions') continue
    for (let at = 0; at < rows; at += 1)
      put(state, table, { id: `${table}-${at}`, name: `é ${sha256(`${table}${at}`)}` } as never)
  }
  put(state, 'revisions', revision('r1', 'A text with “quotes”.'))
  put(state, 'revisions', revision('r2', ''))
  state.orders.set('annotations', ['annotations-3', 'annotations-1'])
  return state
}

const json = fc
  .jsonValue({ depthSize: 'small', noUnicodeString: false })
  .map(value => JSON.parse(JSON.stringify(value)) as unknown)
const id = fc.string({ minLength: 1, maxLength: 8, unit: 'binary' })

/** Rows of any shape under any id, texts of any kind, right and wrong hashes, orders that name anything. */
export const arbitraryState: fc.Arbitrary<ProjectState> = fc
  .record({
    rows: fc.array(fc.tuple(fc.constantFrom(...tableNames), id, json), { maxLength: 30 }),
    texts: fc.array(
      fc.tuple(
        id,
        fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'é', '𝄞', '\ud800', '\ufeff', '\n', '\0') }),
        fc.boolean()
      ),
      { maxLength: 6 }
    ),
    orders: fc.uniqueArray(fc.tuple(fc.constantFrom(...tableNames), fc.array(id)), {
      selector: ([table]) => table
    })
  })
  .map(({ rows, texts, orders }) => {
    const state = emptyProjectState()
    for (const [table, rowId, value] of rows)
      if (table !== 'revisions') put(state, table, { id: rowId, value } as never)
    for (const [rowId, text, isRight] of texts)
      put(state, 'revisions', isRight ? revision(rowId, text) : revision(rowId, text, sha256('another')))
    for (const [table, ids] of orders) state.orders.set(table, ids)
    return state
  })

/** A state as plain arrays: what equal means, order of maps included. */
export function plain(state: ProjectState): unknown {
  return {
    rows: Object.fromEntries(tableNames.map(table => [table, [...state.rows[table].entries()]])),
    orders: [...state.orders.entries()]
  }
}
