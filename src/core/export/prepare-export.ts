import { writeZip } from '../archive/write-zip'
import { fileNameFor } from '../formats/file-name'
import type { Format, FormatIssue, OutgoingFile, WriteContext, Writing } from '../formats/format'
import type { ProjectSource } from '../formats/project-source'
import { encodeUtf8 } from '../project/utf8'
import { Sha256 } from '../project/sha256'
import { fail, ok, type Result } from '../result'
import { ActorNames } from './actor-names'
import { chooseRows } from './choose-rows'
import type { ExportOptions } from './export-options'
import { lossesFile } from './losses-file'
import { methodsFile, type FileSum } from './methods-file'
import { pseudonymise } from './pseudonymise'
import { splitInSteps } from './split-articles'
import { allSteps, type Steps } from '../steps'

export interface PreparedExport extends Writing {
  /** What is written, once all choices are made: for previews and counts. */
  source: ProjectSource
  /** Null when the articles are not split; else the subsets, empty ones too. */
  subsets: readonly { name: string; articles: number; annotations: number }[] | null
  /** All of it as one file: the format's own when it is one without notes, else a ZIP archive. */
  asOneFile(): OutgoingFile
}

/**
 * An export in one format with everything that was decided about it: rows chosen, names replaced, articles split
 * into folders `train`, `validation` and `test`, `methods.md` and `losses.json` at the end. Files and their chunks
 * are to be taken in their order, since the notes tell of what went before; they can be taken again. `issues` is
 * complete after the last of them. Fails with `not-writable`, `cannot-withhold-text`, `nothing-chosen` when no
 * article is left, or `bad-split`.
 */
export function prepareExport(
  whole: ProjectSource,
  format: Format,
  options: ExportOptions,
  context: WriteContext
): Result<PreparedExport> {
  return allSteps(prepareInSteps(whole, format, options, context))
}

/** The same, article by article. */
export function* prepareInSteps(
  whole: ProjectSource,
  format: Format,
  options: ExportOptions,
  context: WriteContext
): Steps<Result<PreparedExport>> {
  const { write } = format
  if (write === undefined) return fail('not-writable', `${format.name} cannot be written.`)
  if (options.withholdsText && format.canWithholdText !== true)
    return fail('cannot-withhold-text', `${format.name} cannot be written without the texts.`)
  const chosen = chooseRows(whole, options.choice)
  const [anyArticle] = chosen.articles()
  if (anyArticle === undefined) return fail('nothing-chosen', 'No article is left by these choices.')
  yield
  const ownIssues: FormatIssue[] = []
  const names = options.usesPseudonyms ? new ActorNames(chosen.head, ownIssues) : null
  const changed = (part: ProjectSource) => (names === null ? part : pseudonymise(part, ownIssues, names))
  const source = changed(chosen)
  // Split before names are replaced: it takes several walks, and only one of them needs the texts.
  const parts = yield* partsOf(chosen, options, ownIssues)
  if (!parts.ok) return parts
  const subsets =
    options.split === null
      ? null
      : parts.value.map(({ folder, articles, annotations }) => ({
          name: folder.slice(0, -1),
          articles,
          annotations
        }))
  const formatContext = options.withholdsText ? { ...context, withholdsText: true } : context
  const collected = new Collected(ownIssues)
  const files = {
    [Symbol.iterator]: () =>
      allFiles(
        parts.value.map(part => ({ ...part, write: () => write(changed(part.source), formatContext) })),
        options.addsNotes
          ? [
              methodsFile({
                ...{ source, format, options, context },
                subsets: subsets ?? [],
                sums: () => collected.sums.values()
              }),
              lossesFile(format, options, source.head, context, () => collected.issues)
            ]
          : [],
        collected
      )
  }
  return ok({
    ...{ source, subsets, files, issues: collected.issues },
    asOneFile: () => oneFileOf(files, format, source, context)
  })
}

interface Part {
  /** Empty, or a name with `/` behind it. */
  folder: string
  articles: number
  annotations: number
  source: ProjectSource
}

function* partsOf(
  source: ProjectSource,
  { split }: ExportOptions,
  issues: FormatIssue[]
): Steps<Result<Part[]>> {
  if (split === null) return ok([{ folder: '', articles: 0, annotations: 0, source }])
  try {
    const { parts, cutRelations } = yield* splitInSteps(source, split)
    if (cutRelations > 0) {
      const what = cutRelations === 1 ? '1 relation leads' : `${cutRelations} relations lead`
      issues.push({ place: 'relations', message: `${what} from one subset to another; left out.` })
    }
    return ok(
      parts
        .filter(part => part.articleIds.length > 0)
        .map(part => ({
          folder: `${part.subset}/`,
          articles: part.articleIds.length,
          annotations: part.annotations,
          source: part.source
        }))
    )
  } catch (error) {
    if (error instanceof RangeError) return fail('bad-split', `${error.message}.`)
    throw error
  }
}

/** What is known of files that were taken. */
class Collected {
  readonly issues: FormatIssue[] = []
  readonly sums = new Map<string, FileSum>()
  readonly #own: readonly FormatIssue[]
  #writings: { folder: string; issues: readonly FormatIssue[] }[] = []
  #length = -1

  constructor(own: readonly FormatIssue[]) {
    this.#own = own
  }

  restart(): void {
    this.#writings = []
    this.sums.clear()
    this.update()
  }

  add(folder: string, issues: readonly FormatIssue[]): void {
    this.#writings.push({ folder, issues })
  }

  /** Issues grow while files are taken, and begin again when a file is taken again. */
  update(): void {
    const length = this.#writings.reduce((sum, { issues }) => sum + issues.length, this.#own.length)
    if (length === this.#length) return
    this.#length = length
    this.issues.length = 0
    for (const issue of this.#own) this.issues.push(issue)
    for (const { folder, issues } of this.#writings)
      for (const { place, message } of issues)
        this.issues.push({ place: folder === '' ? place : `${folder}${place}`, message })
  }
}

function* allFiles(
  parts: readonly { folder: string; write: () => Writing }[],
  notes: readonly OutgoingFile[],
  collected: Collected
): Generator<OutgoingFile> {
  collected.restart()
  for (const { folder, write } of parts) {
    const { files, issues } = write()
    collected.add(folder, issues)
    for (const file of files)
      yield watched({ ...file, name: folder + file.name }, notes.length > 0, collected)
    collected.update()
  }
  yield* notes
}

/** The file, noticed when it has been taken: with its checksum when notes are to tell it. */
function watched({ name, chunks }: OutgoingFile, isSummed: boolean, collected: Collected): OutgoingFile {
  function* taken(): Generator<string | Uint8Array> {
    const sum = new Sha256()
    let half = ''
    for (const chunk of chunks) {
      if (isSummed && typeof chunk === 'string') {
        const text = half + chunk
        const whole = text.replace(/[\ud800-\udbff]$/, '')
        half = text.slice(whole.length)
        sum.add(encodeUtf8(whole))
      } else if (isSummed && typeof chunk !== 'string') sum.add(chunk)
      yield chunk
    }
    if (half !== '') sum.add(encodeUtf8(half))
    if (isSummed) collected.sums.set(name, { name, bytes: sum.bytes, sha256: sum.hex() })
    collected.update()
  }
  return { name, chunks: { [Symbol.iterator]: taken } }
}

function oneFileOf(
  files: Iterable<OutgoingFile>,
  format: Format,
  { head }: ProjectSource,
  { exportedAt }: WriteContext
): OutgoingFile {
  const [first, second] = firstTwo(files)
  if (first !== undefined && second === undefined && !first.name.includes('/')) return first
  return writeZip(`${fileNameFor(head.project.title)}-${format.id}.zip`, files, exportedAt)
}

function firstTwo<T>(items: Iterable<T>): T[] {
  const found: T[] = []
  for (const item of items) {
    found.push(item)
    if (found.length === 2) break
  }
  return found
}
