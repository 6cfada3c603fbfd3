import { createHash, randomUUID } from 'node:crypto'
import { countWords } from '../core/anchoring/words'
import { readZip, zipLimits } from '../core/archive/read-zip'
import type { Format, SourceFile } from '../core/formats/format'
import { csvFormat } from '../core/formats/csv/csv-format'
import { findFormat, formats } from '../core/formats/registry'
import type { AnnotationMapping } from '../core/importing/column-mapping'
import { guessLanguage } from '../core/importing/guess-language'
import type { ParsedArticle } from '../core/importing/parsed-article'
import type { ProjectData } from '../core/project/entities'
import { fail, type Failure } from '../core/result'
import type { DocumentOptions } from './documents/document-reader'
import { chooseReader, unsupportedFile } from './documents/documents'
import type { Job, JobPiece } from './protocol'
import { textsOf } from './texts-of'

type Emit = (piece: JobPiece) => void

interface Ended {
  failure: Failure | null
  wanted?: 'articles' | 'project'
}

/** So many rows make a message of less than a megabyte or so. */
const rowsPerPiece = 500
const textUnitsPerPiece = 500_000

/** Does one job, handing out its pieces on the way. What a reader throws comes out. */
export async function runJob(job: Job, emit: Emit): Promise<Ended> {
  if (job.kind === 'unpack') return unpack(job.file, job.maximumBytes, emit)
  if (job.kind === 'annotations') return readWithTexts(csvFormat, job.files, job, emit)
  const files = job.kind === 'corpus' ? job.files : [job.file]
  const format = formats.find(one => one.read !== undefined && one.recognises?.(files) === true)
  if (format !== undefined) return readWithTexts(format, files, { now: job.now }, emit)
  if (job.kind === 'corpus')
    return failed(fail('not-a-corpus', 'These files are no corpus of a known format.'))
  return readDocument(job.file, job.columns === undefined ? {} : { columns: job.columns }, job.now, emit)
}

function unpack(file: SourceFile, maximumBytes: number, emit: Emit): Ended {
  const limits = { ...zipLimits, inflatedBytes: Math.min(maximumBytes, zipLimits.inflatedBytes) }
  const read = readZip(file.bytes, file.name, () => true, limits)
  if (!read.ok) return failed(read)
  for (const entry of read.value) emit({ kind: 'unpacked', file: entry })
  return { failure: null }
}

interface Said {
  now: string
  columns?: AnnotationMapping
}

async function readWithTexts(
  format: Format,
  files: readonly SourceFile[],
  said: Said,
  emit: Emit
): Promise<Ended> {
  if (format.readsTextsBeside !== true || files.length < 2) return readProject(format, files, said, emit)
  const withTexts = await textsOf(files)
  return withTexts.ok ? readProject(format, withTexts.value, said, emit) : failed(withTexts)
}

function readProject(
  format: Format,
  files: readonly SourceFile[],
  { now, columns }: Said,
  emit: Emit
): Ended {
  const context = { newId: randomUUID, now, ...(columns === undefined ? {} : { columns }) }
  const read = format.read?.(files, context)
  if (read === undefined) return failed(fail('not-readable', `${format.name} cannot be read.`))
  if (!read.ok) return { ...failed(read), wanted: 'project' }
  const { data, issues } = read.value
  const { articles, revisions, annotations, relations, ...head } = data
  emit({ kind: 'project', formatId: format.id, head, issues })
  emitRows('articles', articles, emit)
  emitRevisions(revisions, emit)
  emitRows('annotations', annotations, emit)
  emitRows('relations', relations, emit)
  return { failure: null }
}

function emitRows<T extends 'articles' | 'annotations' | 'relations'>(
  table: T,
  rows: ProjectData[T],
  emit: Emit
): void {
  for (let from = 0; from < rows.length; from += rowsPerPiece) {
    // The table and its rows belong together, which a union of three cannot see.
    const piece = { table, rows: rows.slice(from, from + rowsPerPiece) } as never
    emit({ kind: 'rows', rows: piece })
  }
}

function emitRevisions(revisions: ProjectData['revisions'], emit: Emit): void {
  let rows: ProjectData['revisions'] = []
  let units = 0
  for (const revision of revisions) {
    rows.push(revision)
    units += revision.text.length
    if (units < textUnitsPerPiece && rows.length < rowsPerPiece) continue
    emit({ kind: 'rows', rows: { table: 'revisions', rows } })
    rows = []
    units = 0
  }
  if (rows.length > 0) emit({ kind: 'rows', rows: { table: 'revisions', rows } })
}

async function readDocument(
  file: SourceFile,
  options: DocumentOptions,
  now: string,
  emit: Emit
): Promise<Ended> {
  const reader = chooseReader(file)
  if (reader === undefined) {
    // JSON that nobody claims was most likely meant as a dataset: its reader says best what is wrong.
    const dataset = /\.json$/i.test(file.name) ? findFormat('dataset') : undefined
    return dataset === undefined ? failed(unsupportedFile(file)) : readProject(dataset, [file], { now }, emit)
  }
  const read = await reader.read(file, options)
  if (!read.ok) return { ...failed(read), wanted: 'articles' }
  if (read.value.kind === 'table') {
    emit(read.value)
    return { failure: null }
  }
  const originalSha256 = sha256(file.bytes)
  for (const article of read.value.articles)
    emit({ kind: 'article', read: measured(article, originalSha256) })
  return { failure: null }
}

function measured(read: ParsedArticle, originalSha256: string) {
  const language = read.language === '' ? guessLanguage(read.text) : read.language
  const article = { ...read, language }
  return { article, originalSha256, textSha256: sha256(article.text), wordCount: countWords(article.text) }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function failed({ error }: { error: Failure }): Ended {
  return { failure: error }
}
