import { importArticle, importPastedText, type ImportedArticle } from '../../../core/anchoring/import-article'
import { countWords } from '../../../core/anchoring/words'
import { addArticles } from '../../../core/project/edits'
import type { Article, Revision } from '../../../core/project/entities'
import type { ArticleId, ProjectId, RevisionId } from '../../../core/project/ids'
import { sha256Hex, sha256OfText } from '../../../core/project/sha256'
import type { Result } from '../../../core/result'
import type { Workspace } from '../../persistence/workspace'

export interface SourceFile {
  name: string
  bytes: Uint8Array
}

export interface ImportProblem {
  place: string
  message: string
}

export interface ImportOutcome {
  imported: ArticleId[]
  problems: ImportProblem[]
}

export interface ImportContext {
  workspace: Workspace
  projectId: ProjectId
  /** What the project holds already: the same file is not imported twice. */
  existing: readonly Article[]
  newId(): string
  now(): string
  /** Told before each file. Resolving late is how the window stays alive. */
  onProgress?(done: number, total: number): Promise<void> | void
  signal?: AbortSignal
}

/** An original travels in one message, which may have 32 MB with its frame. */
const largestKeptBytes = 30 * 1024 * 1024

interface Made {
  article: Article
  revision: Revision
}

/**
 * Imports every file that can be read, all as one undo step, and keeps the original bytes. What cannot be
 * read is answered with its reason and changes nothing. When cancelled nothing is imported.
 */
export async function importArticles(
  files: readonly SourceFile[],
  context: ImportContext
): Promise<ImportOutcome> {
  const problems: ImportProblem[] = []
  const readable: { made: Made; file: SourceFile }[] = []
  const known = new Map(
    context.existing.flatMap(a => (a.original === null ? [] : [[a.original.sha256, a.title]]))
  )
  for (const [i, file] of files.entries()) {
    await context.onProgress?.(i, files.length)
    if (context.signal?.aborted === true) return { imported: [], problems }
    if (file.bytes.length > largestKeptBytes) {
      problems.push({ place: file.name, message: 'This file is larger than 30 MB. Import it in parts.' })
      continue
    }
    const sha256 = sha256Hex(file.bytes)
    const twin = known.get(sha256)
    if (twin !== undefined) {
      problems.push({ place: file.name, message: `This file is in the project already, as “${twin}”.` })
      continue
    }
    const read = importArticle({ fileName: file.name, bytes: file.bytes })
    if (!read.ok) {
      problems.push({ place: file.name, message: read.error.message })
      continue
    }
    known.set(sha256, read.value.title)
    const made = rowsFor(read.value, { fileName: file.name, sha256 }, context)
    readable.push({ made, file })
  }
  const kept: Made[] = []
  for (const { made, file } of readable) {
    const result = await context.workspace.keepOriginal(context.projectId, file.bytes)
    if (result.ok) kept.push(made)
    else problems.push({ place: file.name, message: result.error.message })
  }
  return { imported: await store(kept, context, problems), problems }
}

/** Imports pasted text as one article; an empty `title` takes the text's own headline. */
export async function importPasted(
  text: string,
  title: string,
  context: ImportContext
): Promise<Result<ArticleId>> {
  const read = importPastedText(text)
  if (!read.ok) return read
  const wanted = title.trim() === '' ? read.value.title : title.trim()
  const made = rowsFor({ ...read.value, title: wanted }, null, context)
  const stored = await context.workspace.perform(addArticles([made]))
  return stored.ok ? { ok: true, value: made.article.id } : stored
}

async function store(
  made: readonly Made[],
  context: ImportContext,
  problems: ImportProblem[]
): Promise<ArticleId[]> {
  if (made.length === 0) return []
  const stored = await context.workspace.perform(addArticles(made))
  if (stored.ok) return made.map(({ article }) => article.id)
  problems.push({ place: '', message: stored.error.message })
  return []
}

function rowsFor(read: ImportedArticle, original: Article['original'], context: ImportContext): Made {
  const at = context.now()
  const articleId = context.newId() as ArticleId
  const { projectId } = context
  return {
    article: {
      id: articleId,
      projectId,
      title: read.title,
      byline: '',
      outlet: '',
      url: '',
      publishedAt: '',
      // Nothing is guessed: the person says it, or it stays unsaid.
      language: '',
      status: 'new',
      revision: 1,
      wordCount: countWords(read.text),
      original,
      createdAt: at,
      updatedAt: at
    },
    revision: {
      id: context.newId() as RevisionId,
      projectId,
      articleId,
      number: 1,
      text: read.text,
      textSha256: sha256OfText(read.text),
      blocks: read.blocks,
      createdAt: at
    }
  }
}
