import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FormatIssue, SourceFile } from '../../core/formats/format'
import { ProjectBuilder } from '../../core/formats/exchange/project-builder'
import { stemOf } from '../../core/formats/file-name'
import { sourceOf } from '../../core/formats/project-source'
import { forkImporter } from '../../importer/host/fork-importer'
import { importFiles } from '../../importer/host/import-files'
import { ImporterHost } from '../../importer/host/importer-host'
import { articleFields, type TableMeaning } from '../../core/importing/column-mapping'
import type { ParsedArticle } from '../../core/importing/parsed-article'
import { CommandFailure, usageFailure, type Io } from '../io'
import type { OpenedProject } from './opened-project'

/** Files of no annotation format, read as articles in the importers' process. One that cannot be read ends it all. */
export async function readArticles(
  files: readonly SourceFile[],
  columns: Readonly<Record<string, string>> | undefined,
  io: Io
): Promise<OpenedProject> {
  const builder = new ProjectBuilder({ newId: () => io.newId(), now: io.now() }, { title: 'Articles' })
  const issues: FormatIssue[] = []
  for (const { name, article } of await articlesIn(files, columns, io)) {
    const blocks = article.blocks.map(({ type, level, startUtf16, endUtf16 }) => ({
      type,
      ...(level === undefined ? {} : { level }),
      start: startUtf16,
      end: endUtf16
    }))
    const { pages: found, ...facts } = article
    const pages = found?.map(({ label, startUtf16 }) => ({ label, start: startUtf16 }))
    builder.addArticle({ ...facts, unit: 'utf-16', blocks, ...(pages === undefined ? {} : { pages }) }, name)
    issues.push(...article.issues)
  }
  const built = builder.build()
  if (!built.ok) throw new CommandFailure(built.error)
  return {
    source: sourceOf(built.value.data),
    format: null,
    issues: [...issues, ...built.value.issues],
    close: () => undefined
  }
}

/** The files with a `.txt` in place of each document, for formats that look for their texts beside them. */
export async function withTexts(files: readonly SourceFile[], io: Io): Promise<readonly SourceFile[]> {
  const documents = files.filter(({ name }) => /\.(?:md|markdown|html?|docx|odt|rtf|pdf|epub)$/i.test(name))
  if (documents.length === 0) return files
  const texts = (await articlesIn(documents, undefined, io)).map(({ name, article }) => ({
    name: `${stemOf(name)}.txt`,
    bytes: new TextEncoder().encode(article.text)
  }))
  return [...files.filter(file => !documents.includes(file)), ...texts]
}

interface FoundArticle {
  /** Of its file. */
  name: string
  article: ParsedArticle
}

async function articlesIn(
  files: readonly SourceFile[],
  columns: Readonly<Record<string, string>> | undefined,
  io: Io
): Promise<FoundArticle[]> {
  const entry = fileURLToPath(new URL('out/main/importer.js', io.root))
  if (!existsSync(entry)) {
    const message = 'No format recognises this; --from names one.'
    throw new CommandFailure({ code: 'unknown-format', message, place: files[0]?.name ?? '' })
  }
  const host = new ImporterHost(() => forkImporter(entry))
  try {
    const run = await importFiles(host, files, { now: io.now(), tables: meaningsFor(files, columns) })
    const [failure] = run.failures
    if (failure !== undefined) throw new CommandFailure(failure)
    return run.pieces.map(({ name, piece }) => {
      if (piece.kind === 'article') return { name, article: piece.read.article }
      const message =
        piece.kind === 'table'
          ? `Say with --columns what its columns are, such as text=${piece.table.suggested.text ?? piece.table.columns[0] ?? 'body'}.`
          : 'This needs to be read by itself.'
      throw new CommandFailure({ code: 'not-articles', message, place: name })
    })
  } finally {
    host.end()
  }
}

/** What was said of the columns holds for every table. @throws CommandFailure for what no column can be. */
function meaningsFor(
  files: readonly SourceFile[],
  columns: Readonly<Record<string, string>> = {}
): Record<string, TableMeaning> {
  const known: readonly string[] = articleFields
  const wrong = Object.keys(columns).find(field => !known.includes(field))
  if (wrong !== undefined)
    throw usageFailure(`No column of articles can be “${wrong}”. These are: ${known.join(', ')}.`)
  const given = Object.keys(columns).length > 0
  return Object.fromEntries(
    given ? files.map(file => [file.name, { rows: 'articles' as const, columns: columns }]) : []
  )
}
