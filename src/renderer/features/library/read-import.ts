import type { ImportFailure, ImportPiece, ReadArticle } from '../../../contract/importing'
import type { Bridge } from '../../../contract/ipc'
import type { FormatIssue } from '../../../core/formats/format'
import type { TableMeaning, TablePreview } from '../../../core/importing/column-mapping'
import type { ProjectData } from '../../../core/project/entities'
import { ok, type Result } from '../../../core/result'

/** An article as it was read, with the number of its file in the import. */
export interface IncomingArticle {
  file: number
  fileName: string
  read: ReadArticle
}

export interface IncomingProject {
  name: string
  formatId: string
  data: ProjectData
  issues: readonly FormatIssue[]
}

export interface IncomingTable {
  name: string
  table: TablePreview
}

/** All that an import read. */
export interface Incoming {
  articles: IncomingArticle[]
  projects: IncomingProject[]
  /** Tables whose columns a person is to name. */
  tables: IncomingTable[]
  failures: ImportFailure[]
  isCancelled: boolean
}

interface ReadOptions {
  tables?: Readonly<Record<string, TableMeaning>>
  signal: AbortSignal
  /** Resolving late is how the window stays alive. */
  onProgress(done: number, total: number, name: string): Promise<void> | void
}

/** Has the files of an import read in their own process, and takes what was read piece by piece. */
export async function readImport(
  bridge: Bridge,
  ticket: string,
  { tables = {}, signal, onProgress }: ReadOptions
): Promise<Result<Incoming>> {
  const incoming: Incoming = { articles: [], projects: [], tables: [], failures: [], isCancelled: false }
  const cancel = () => void bridge.request('import:cancel', ticket)
  const stop = bridge.on('import:progress', progress => {
    if (progress.ticket === ticket) void onProgress(progress.done, progress.total, progress.name)
  })
  signal.addEventListener('abort', cancel)
  try {
    const run = await bridge.request('import:run', ticket, tables)
    if (!run.ok) return run
    incoming.failures = run.value.failures
    incoming.isCancelled = run.value.isCancelled || signal.aborted
    if (incoming.isCancelled) return ok(incoming)
    for (;;) {
      const pieces = await bridge.request('import:take', ticket)
      if (!pieces.ok) return pieces
      if (pieces.value.length === 0) return ok(incoming)
      for (const piece of pieces.value) gather(incoming, piece)
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    stop()
  }
}

function gather(incoming: Incoming, { file, name, piece }: ImportPiece): void {
  if (piece.kind === 'article') incoming.articles.push({ file, fileName: name, read: piece.read })
  else if (piece.kind === 'table') incoming.tables.push({ name, table: piece.table })
  else if (piece.kind === 'project') {
    const rows = { articles: [], revisions: [], annotations: [], relations: [] }
    const { formatId, issues, head } = piece
    incoming.projects.push({ name, formatId, issues, data: { ...head, ...rows } })
  } else {
    const data = incoming.projects.at(-1)?.data
    if (data === undefined) return
    const { rows } = piece
    if (rows.table === 'articles') append(data.articles, rows.rows)
    else if (rows.table === 'revisions') append(data.revisions, rows.rows)
    else if (rows.table === 'annotations') append(data.annotations, rows.rows)
    else append(data.relations, rows.rows)
  }
}

function append<Row>(rows: Row[], more: readonly Row[]): void {
  for (const row of more) rows.push(row)
}
