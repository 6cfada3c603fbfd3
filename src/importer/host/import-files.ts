import type { ImportFailure, ImportPiece, ImportProgress } from '../../contract/importing'
import { withoutNotes } from '../../core/formats/exchange/without-notes'
import type { SourceFile } from '../../core/formats/format'
import type { TableMeaning } from '../../core/importing/column-mapping'
import type { Failure } from '../../core/result'
import type { JobPiece } from '../protocol'
import type { ImporterHost, JobEnd } from './importer-host'

export interface ImportRun {
  /** What was given, archives taken apart: pieces speak of these by number. */
  files: SourceFile[]
  pieces: ImportPiece[]
  failures: ImportFailure[]
  isCancelled: boolean
}

export interface ImportOptions {
  /** ISO 8601 instant, for rows whose file says no time. */
  now: string
  onProgress?(progress: ImportProgress): void
  signal?: AbortSignal
  /** What a person said of tables, by the name of the file. */
  tables?: Readonly<Record<string, TableMeaning>>
}

/** All archives of an import together unpack to no more than this. */
const maximumInflatedBytes = 200 * 1024 * 1024

/** Files of one folder or archive, or those that were chosen one by one. */
interface Group {
  name: string
  files: number[]
}

/**
 * Reads whatever was chosen: files that together are a corpus of a format as one project, every other file
 * by itself, as a project or as articles. A file that cannot be read is a failure beside the others.
 */
export async function importFiles(
  host: ImporterHost,
  given: readonly SourceFile[],
  options: ImportOptions
): Promise<ImportRun> {
  const run: ImportRun = { files: [], pieces: [], failures: [], isCancelled: false }
  const groups = await unpackAll(host, given, run, options)
  let done = 0
  for (const group of groups) {
    const corpus =
      (await readAnnotationTables(host, group, run, options)) || (await readCorpus(host, group, run, options))
    for (const file of corpus ? [] : group.files) {
      if (run.isCancelled) return run
      const source = run.files[file]
      if (source === undefined) continue
      options.onProgress?.({ done, total: run.files.length, name: source.name })
      await readOne(host, file, source, run, options)
      done += 1
    }
    if (corpus) done += group.files.length
  }
  return run
}

async function unpackAll(
  host: ImporterHost,
  given: readonly SourceFile[],
  run: ImportRun,
  options: ImportOptions
): Promise<Group[]> {
  const groups = new Map<string, Group>()
  const add = (groupName: string, file: SourceFile) => {
    const group = groups.get(groupName) ?? { name: groupName || file.name, files: [] }
    groups.set(groupName, group)
    group.files.push(run.files.push(file) - 1)
  }
  let left = maximumInflatedBytes
  for (const file of dataOf(given)) {
    if (run.isCancelled) return []
    if (!/\.zip$/i.test(file.name)) {
      add(file.name.includes('/') ? file.name.slice(0, file.name.indexOf('/')) : '', file)
      continue
    }
    options.onProgress?.({ done: 0, total: given.length, name: file.name })
    const inner: SourceFile[] = []
    const take = (piece: JobPiece) => {
      if (piece.kind === 'unpacked') inner.push(piece.file)
    }
    const ended = await host.run({ kind: 'unpack', file, maximumBytes: left }, take, options.signal)
    if (ended.failure !== null) note(run, ended, file.name)
    else if (inner.length === 0)
      run.failures.push({
        place: file.name,
        name: file.name,
        code: 'no-files',
        message: `There is no file in ${file.name}.`,
        wanted: 'articles'
      })
    const entries = ended.failure === null ? dataOf(inner) : []
    // One file that was packed for the way stands with what was chosen beside it.
    const key = entries.length === 1 ? '' : `${file.name}\0`
    for (const entry of entries) {
      left -= entry.bytes.length
      add(key, entry)
    }
    const group = groups.get(key)
    if (group !== undefined && key !== '') group.name = file.name
  }
  return [...groups.values()]
}

/** The files without an export's notes, unless there is nothing else. */
function dataOf(files: readonly SourceFile[]): readonly SourceFile[] {
  const data = withoutNotes(files)
  return data.length === 0 ? files : data
}

/** Whether the group has tables that a person called annotations; the rest of the group then are their texts. */
async function readAnnotationTables(
  host: ImporterHost,
  { files }: Group,
  run: ImportRun,
  options: ImportOptions
): Promise<boolean> {
  const meaningOf = (file: number) => options.tables?.[run.files[file]?.name ?? '']
  const tables = files.filter(file => meaningOf(file)?.rows === 'annotations')
  const others = files.filter(file => !tables.includes(file)).flatMap(file => run.files[file] ?? [])
  for (const file of tables) {
    const meaning = meaningOf(file)
    const source = run.files[file]
    if (source === undefined || meaning?.rows !== 'annotations' || run.isCancelled) continue
    options.onProgress?.({ done: 0, total: files.length, name: source.name })
    const pieces: JobPiece[] = []
    const { columns } = meaning
    const job = { kind: 'annotations' as const, files: [source, ...others], now: options.now, columns }
    const ended = await host.run(job, piece => pieces.push(piece), options.signal)
    if (ended.failure === null) keep(pieces, file, source.name, run)
    else note(run, ended, source.name)
  }
  return tables.length > 0
}

/** Whether the group was one corpus; if so it was read, or its failure is noted. */
async function readCorpus(
  host: ImporterHost,
  { name, files }: Group,
  run: ImportRun,
  options: ImportOptions
): Promise<boolean> {
  const [first] = files
  if (files.length < 2 || first === undefined || run.isCancelled) return false
  const sources = files.flatMap(file => run.files[file] ?? [])
  // No corpus is made of articles alone, and a folder of them can be large.
  if (sources.every(source => /\.(?:txt|md|markdown|html?|docx|odt|rtf|pdf|epub)$/i.test(source.name)))
    return false
  options.onProgress?.({ done: 0, total: files.length, name })
  const pieces: JobPiece[] = []
  const job = { kind: 'corpus' as const, files: sources, now: options.now }
  const ended = await host.run(job, piece => pieces.push(piece), options.signal)
  if (ended.failure?.code === 'not-a-corpus') return false
  if (ended.failure === null) keep(pieces, first, name, run)
  else note(run, ended, name)
  return true
}

async function readOne(
  host: ImporterHost,
  file: number,
  source: SourceFile,
  run: ImportRun,
  options: ImportOptions
): Promise<void> {
  const pieces: JobPiece[] = []
  const meaning = options.tables?.[source.name]
  const job = { kind: 'file' as const, file: source, now: options.now }
  const asked = meaning?.rows === 'articles' ? { ...job, columns: meaning.columns } : job
  const ended = await host.run(asked, piece => pieces.push(piece), options.signal)
  if (ended.failure === null) keep(pieces, file, source.name, run)
  else note(run, ended, source.name)
}

function keep(pieces: readonly JobPiece[], file: number, name: string, run: ImportRun): void {
  for (const piece of pieces) if (piece.kind !== 'unpacked') run.pieces.push({ file, name, piece })
}

function note(run: ImportRun, { failure, wanted = 'articles' }: JobEnd, name: string): void {
  if (failure === null) return
  if (isCancelled(failure)) {
    run.isCancelled = true
    return
  }
  const { code, message, place = name } = failure
  run.failures.push({ place, name, code, message, wanted })
}

function isCancelled(failure: Failure): boolean {
  return failure.code === 'cancelled'
}
