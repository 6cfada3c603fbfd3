import { importPastedText } from '../../../core/anchoring/import-article'
import { countWords } from '../../../core/anchoring/words'
import type { ArticleFacts, ParsedArticle } from '../../../core/importing/parsed-article'
import { addArticles } from '../../../core/project/edits'
import type { Article, Revision } from '../../../core/project/entities'
import type { ArticleId, ProjectId, RevisionId } from '../../../core/project/ids'
import { sha256OfText } from '../../../core/project/sha256'
import type { Result } from '../../../core/result'
import type { Workspace } from '../../persistence/workspace'
import type { IncomingArticle } from './read-import'

export interface ImportProblem {
  place: string
  message: string
}

export interface ImportOutcome {
  imported: ArticleId[]
  /** Files that did not come in. */
  problems: ImportProblem[]
  /** What was mended or left out in those that did. */
  notes: ImportProblem[]
}

export interface ImportContext {
  workspace: Workspace
  projectId: ProjectId
  /** What the project holds already: the same file is not imported twice. */
  existing: readonly Article[]
  newId(): string
  now(): string
  /** Keeps the file of this number with the project, byte for byte. */
  keepOriginal(file: number): Promise<Result<string>>
  /** Told before each article. Resolving late is how the window stays alive. */
  onProgress?(done: number, total: number): Promise<void> | void
  signal?: AbortSignal
}

interface Made {
  article: Article
  revision: Revision
}

/**
 * Imports articles that were read, all as one undo step, and keeps their original files. What the project has
 * already is answered with its reason. When cancelled nothing is imported.
 */
export async function importArticles(
  incoming: readonly IncomingArticle[],
  context: ImportContext
): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { imported: [], problems: [], notes: [] }
  const known = new Map(
    context.existing.flatMap(a => (a.original === null ? [] : [[a.original.sha256, a.title]]))
  )
  const kept: Made[] = []
  /** Originals that are with the project: a table of many articles is kept once. */
  const keptFiles = new Map<number, Result<string>>()
  for (const [i, { file, fileName, read }] of incoming.entries()) {
    await context.onProgress?.(i, incoming.length)
    if (context.signal?.aborted === true) return { imported: [], problems: [], notes: [] }
    const twin = keptFiles.has(file) ? undefined : known.get(read.originalSha256)
    if (twin !== undefined) {
      const message = `This file is in the project already, as “${twin}”.`
      outcome.problems.push({ place: fileName, message })
      continue
    }
    known.set(read.originalSha256, read.article.title)
    const original = keptFiles.get(file) ?? (await context.keepOriginal(file))
    keptFiles.set(file, original)
    if (!original.ok) {
      outcome.problems.push({ place: fileName, message: original.error.message })
      continue
    }
    kept.push(rowsFor(read, { fileName, sha256: read.originalSha256 }, context))
    outcome.notes.push(...read.article.issues)
  }
  outcome.imported = await store(kept, context, outcome.problems)
  return outcome
}

/** Imports pasted text as one article; an empty `title` takes the text's own headline. */
export async function importPasted(
  pasted: string,
  title: string,
  context: Omit<ImportContext, 'keepOriginal'>
): Promise<Result<ArticleId>> {
  const read = importPastedText(pasted)
  if (!read.ok) return read
  const wanted = title.trim() === '' ? read.value.title : title.trim()
  const { text, blocks } = read.value
  const article = { ...unsaid, text, blocks, title: wanted }
  const measured = { article, textSha256: sha256OfText(text), wordCount: countWords(text) }
  const made = rowsFor(measured, null, context)
  const stored = await context.workspace.perform(addArticles([made]))
  return stored.ok ? { ok: true, value: made.article.id } : stored
}

async function store(
  made: readonly Made[],
  context: Pick<ImportContext, 'workspace'>,
  problems: ImportProblem[]
): Promise<ArticleId[]> {
  if (made.length === 0) return []
  const stored = await context.workspace.perform(addArticles(made))
  if (stored.ok) return made.map(({ article }) => article.id)
  problems.push({ place: '', message: stored.error.message })
  return []
}

/** What pasted text says of itself. */
const unsaid: Omit<ArticleFacts, 'title'> = { byline: '', outlet: '', url: '', publishedAt: '', language: '' }

interface Measured {
  article: Omit<ParsedArticle, 'issues'>
  textSha256: string
  wordCount: number
}

function rowsFor(
  { article: parsed, textSha256, wordCount }: Measured,
  original: Article['original'],
  { newId, now, projectId }: Pick<ImportContext, 'newId' | 'now' | 'projectId'>
): Made {
  const at = now()
  const articleId = newId() as ArticleId
  const { text, blocks, pages, title, byline, outlet, url, publishedAt, language } = parsed
  return {
    article: {
      id: articleId,
      projectId,
      title,
      byline,
      outlet,
      url,
      publishedAt,
      language,
      status: 'new',
      revision: 1,
      wordCount,
      original,
      createdAt: at,
      updatedAt: at
    },
    revision: {
      id: newId() as RevisionId,
      projectId,
      articleId,
      number: 1,
      text,
      textSha256,
      blocks,
      ...(pages === undefined ? {} : { pages }),
      createdAt: at
    }
  }
}
