import type { JournaledChangeSet, ProjectPiece, TableRow } from '../../contract/storage'
import type { Rows, TableName } from '../../core/history/change-set'
import type { ProjectState } from '../../core/history/project-state'
import type { ArticleId } from '../../core/project/ids'

/** A piece is full at about so many rows of an annotation's size: what the window stores without a jerk. */
const pieceWeight = 500
/** A long text weighs as much as the rows that it is as long as. */
const charactersPerWeight = 400

const smallTables = ['codebooks', 'annotators', 'actors', 'issues', 'cases', 'articles'] as const

/**
 * A project in pieces: everything that the first article needs, the project's own row, the other articles,
 * and the history. Whoever stores them in this order can show the first article before the rest has come.
 */
export async function* projectPieces(
  state: ProjectState,
  firstArticle: ArticleId | null,
  history: AsyncIterable<JournaledChangeSet>
): AsyncGenerator<ProjectPiece> {
  const orders = [...state.orders].map(([table, ids]) => ({ table, ids }))
  const [first, rest] = split(state, firstArticle)
  let isFirst = true
  for (const rows of chunks(first)) {
    yield piece({ rows, orders: isFirst ? orders : [] })
    isFirst = false
  }
  yield piece({ rows: rowsOf(state, 'projects'), orders: isFirst ? orders : [], hasFirstArticle: true })
  for (const rows of chunks(rest)) yield piece({ rows, hasFirstArticle: true })
  yield piece({ hasFirstArticle: true, hasAllRows: true })
  for await (const some of chunksOfHistory(history)) {
    yield piece({ history: some, hasFirstArticle: true, hasAllRows: true })
  }
  yield piece({ hasFirstArticle: true, hasAllRows: true, done: true })
}

const emptyPiece: ProjectPiece = {
  rows: [],
  orders: [],
  history: [],
  hasFirstArticle: false,
  hasAllRows: false,
  done: false
}

function piece(some: Partial<ProjectPiece>): ProjectPiece {
  return { ...emptyPiece, ...some }
}

/** What the first article needs, and the rest. The small tables belong to every article. */
function split(state: ProjectState, wanted: ArticleId | null): [TableRow[], TableRow[]] {
  const { articles, revisions, annotations, relations } = state.rows
  const articleId = wanted !== null && articles.has(wanted) ? wanted : [...articles.keys()][0]
  const first: TableRow[] = smallTables.flatMap(table => rowsOf(state, table))
  const rest: TableRow[] = []
  const isFirst = (row: { articleId: string } | undefined) => row?.articleId === articleId
  for (const row of revisions.values()) (isFirst(row) ? first : rest).push({ table: 'revisions', row })
  for (const row of annotations.values()) (isFirst(row) ? first : rest).push({ table: 'annotations', row })
  for (const row of relations.values()) {
    const touches = isFirst(annotations.get(row.from)) || isFirst(annotations.get(row.to))
    ;(touches ? first : rest).push({ table: 'relations', row })
  }
  return [first, rest]
}

function rowsOf(state: ProjectState, table: TableName): TableRow[] {
  const rows: Iterable<Rows[TableName]> = state.rows[table].values()
  // The rows come from this very table, which the union's type cannot follow.
  return Array.from(rows, row => ({ table, row }) as TableRow)
}

function* chunks(rows: readonly TableRow[]): Generator<TableRow[]> {
  let chunk: TableRow[] = []
  let weight = 0
  for (const item of rows) {
    chunk.push(item)
    weight += 1 + (item.table === 'revisions' ? item.row.text.length / charactersPerWeight : 0)
    if (weight < pieceWeight) continue
    yield chunk
    chunk = []
    weight = 0
  }
  if (chunk.length > 0) yield chunk
}

async function* chunksOfHistory(
  history: AsyncIterable<JournaledChangeSet>
): AsyncGenerator<JournaledChangeSet[]> {
  let chunk: JournaledChangeSet[] = []
  let weight = 0
  for await (const entry of history) {
    chunk.push(entry)
    weight += Math.max(1, entry.changeSet.changes.length)
    if (weight < pieceWeight) continue
    yield chunk
    chunk = []
    weight = 0
  }
  if (chunk.length > 0) yield chunk
}
