import { randomBytes } from 'node:crypto'
import type { ImportPiece, ImportProgress } from '../contract/importing'
import { maximumOpenedFileBytes, type Responses } from '../contract/ipc'
import type { SourceFile } from '../core/formats/format'
import type { TableMeaning } from '../core/importing/column-mapping'
import { fail, ok, type Result } from '../core/result'
import { importFiles } from '../importer/host/import-files'
import { ImporterHost, type ImporterProcess } from '../importer/host/importer-host'

/** A file that comes in stretch by stretch. */
interface Arriving {
  name: string
  stretches: Uint8Array[]
}

interface Session {
  /** As they were given. */
  given: Arriving[]
  /** After reading: with archives taken apart. */
  files: SourceFile[]
  bytes: number
  /** Those that wait to be taken by the window. */
  pieces: ImportPiece[]
  abort: AbortController
  host: ImporterHost
}

/** What one answer may carry: the window takes a piece between two frames. */
const unitsPerAnswer = 2_000_000

/**
 * Imports that windows have begun. Files are held here from the moment they are chosen until their import ends;
 * they are read in the importers' process, and what was read is handed out in pieces.
 */
export class ImportSessions {
  private readonly sessions = new Map<string, Session>()

  constructor(
    private readonly start: () => ImporterProcess,
    private readonly now: () => string,
    private readonly onProgress: (ticket: string, progress: ImportProgress) => void
  ) {}

  /** A new import of these files; answers its ticket. */
  begin(files: readonly SourceFile[]): string {
    const ticket = randomBytes(16).toString('hex')
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
    const host = new ImporterHost(this.start)
    const given = files.map(file => ({ name: file.name, stretches: [file.bytes] }))
    this.sessions.set(ticket, { given, files: [], bytes, pieces: [], abort: new AbortController(), host })
    return ticket
  }

  /** Begins a file, or appends to the one that was begun last. */
  add(ticket: string, name: string, bytes: Uint8Array, isFirst: boolean): Result<null> {
    const session = this.sessions.get(ticket)
    if (session === undefined) return ended()
    session.bytes += bytes.length
    if (session.bytes > maximumOpenedFileBytes) {
      const megabytes = maximumOpenedFileBytes / 1024 / 1024
      return fail(
        'files-too-large',
        `Files of more than ${megabytes} MB together are imported in parts.`,
        name
      )
    }
    const last = session.given.at(-1)
    if (isFirst || last === undefined) session.given.push({ name, stretches: [bytes] })
    else last.stretches.push(bytes)
    return ok(null)
  }

  /** Reads everything. Its pieces are then taken one after the other. */
  async run(
    ticket: string,
    tables: Readonly<Record<string, TableMeaning>>
  ): Promise<Result<Responses['import:run']>> {
    const session = this.sessions.get(ticket)
    if (session === undefined) return ended()
    const { host, abort } = session
    for (const file of session.given) if (file.stretches.length > 1) file.stretches = [joined(file.stretches)]
    const given = session.given.map(({ name, stretches: [bytes = new Uint8Array()] }) => ({ name, bytes }))
    const { files, pieces, failures, isCancelled } = await importFiles(host, given, {
      now: this.now(),
      tables,
      signal: abort.signal,
      onProgress: progress => this.onProgress(ticket, progress)
    })
    host.end()
    session.files = files
    session.pieces = isCancelled ? [] : pieces
    return ok({ failures, isCancelled })
  }

  /** The next pieces, some megabyte of them; none when all were taken. */
  take(ticket: string): Result<ImportPiece[]> {
    const session = this.sessions.get(ticket)
    if (session === undefined) return ended()
    let count = 0
    let units = 0
    while (count < session.pieces.length && units < unitsPerAnswer) {
      units += unitsOf(session.pieces[count])
      count += 1
    }
    return ok(session.pieces.splice(0, count))
  }

  /** The bytes of a file of the import, to be kept as an original. */
  fileOf(ticket: string, file: number): Result<SourceFile> {
    const found = this.sessions.get(ticket)?.files[file]
    return found === undefined ? ended() : ok(found)
  }

  cancel(ticket: string): void {
    this.sessions.get(ticket)?.abort.abort()
  }

  end(ticket: string): void {
    const session = this.sessions.get(ticket)
    this.sessions.delete(ticket)
    session?.abort.abort()
    session?.host.end()
  }

  /** The page that began them is gone. */
  endAll(): void {
    for (const ticket of [...this.sessions.keys()]) this.end(ticket)
  }
}

function joined(stretches: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(stretches))
}

function ended(): Result<never> {
  return fail('no-such-import', 'This import has ended already.')
}

/** About how long a piece is as a message. */
function unitsOf(piece: ImportPiece | undefined): number {
  if (piece?.piece.kind === 'article') return piece.piece.read.article.text.length
  if (piece?.piece.kind !== 'rows') return 1000
  const { table, rows } = piece.piece.rows
  if (table === 'revisions') return rows.reduce((sum, row) => sum + row.text.length, 1000)
  return rows.length * 1000
}
