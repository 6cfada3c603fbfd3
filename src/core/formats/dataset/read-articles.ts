import { CodePointIndex } from '../../anchoring/code-points'
import { countWords } from '../../anchoring/words'
import { isEdtf } from '../../annotation/attribute-value'
import type { Article, Revision } from '../../project/entities'
import { revisionIdSchema } from '../../project/ids'
import { sha256OfText } from '../../project/sha256'
import type { FormatIssue, ReadContext } from '../format'
import { formatPlace, showText, type Problems } from '../problems'
import type { IndexedText } from './indexed-text'
import { readBlocks } from './read-blocks'
import { readPages } from './read-pages'
import type { Dataset, DatasetArticle, DatasetRevision } from './schema'
import { checkUniqueIds } from './unique-ids'

export interface ArticleTexts {
  articles: Article[]
  /** For each article its earlier revisions, oldest first, then the one that is annotated now. */
  revisions: Revision[]
  /** By article id, then by revision number. */
  textsOf: ReadonlyMap<string, ReadonlyMap<number, IndexedText>>
}

export function readArticles(
  dataset: Pick<Dataset, 'articles' | 'project'>,
  context: ReadContext,
  problems: Problems,
  issues: FormatIssue[]
): ArticleTexts {
  checkUniqueIds(dataset.articles, ['articles'], problems)
  const articles: Article[] = []
  const revisions: Revision[] = []
  const textsOf = new Map<string, ReadonlyMap<number, IndexedText>>()
  dataset.articles.forEach((row, index) => {
    if (problems.isFull) return
    const path = ['articles', index]
    const article = toArticle(row, dataset.project.id, context.now)
    const texts = new Map<number, IndexedText>()
    for (const [source, sourcePath] of revisionSources(row, path, problems)) {
      const { revision, indexed } = readRevision(source, article, { path: sourcePath, context, problems })
      revisions.push(revision)
      texts.set(revision.number, indexed)
    }
    if (row.publishedAt !== '' && !isEdtf(row.publishedAt)) {
      const message = `${showText(row.publishedAt)} is not a date in EDTF; it is kept as text.`
      issues.push({ place: formatPlace([...path, 'publishedAt']), message })
    }
    articles.push(article)
    textsOf.set(row.id, texts)
  })
  checkUniqueRevisionIds(dataset, problems)
  return { articles, revisions, textsOf }
}

function toArticle(row: DatasetArticle, projectId: Article['projectId'], now: string): Article {
  const { id, title, byline, outlet, url, publishedAt, language, status, revision, original } = row
  const { createdAt = now, updatedAt = createdAt } = row
  const wordCount = countWords(row.text)
  const described = { id, projectId, title, byline, outlet, url, publishedAt, language }
  return { ...described, status, revision, wordCount, original, createdAt, updatedAt }
}

/** The article's texts by revision number, each with its place in the dataset. */
function revisionSources(
  row: DatasetArticle,
  path: readonly PropertyKey[],
  problems: Problems
): [DatasetRevision, readonly PropertyKey[]][] {
  const earlier = row.earlierRevisions ?? []
  const numbers = new Set([row.revision])
  const sources: [DatasetRevision, readonly PropertyKey[]][] = earlier.map((revision, index) => {
    const place = [...path, 'earlierRevisions', index]
    if (numbers.has(revision.revision)) {
      const message = `Revision ${revision.revision} of this article is given twice`
      problems.add('duplicate-id', message, formatPlace([...place, 'revision']))
    }
    numbers.add(revision.revision)
    return [revision, place]
  })
  sources.push([row, path])
  return sources.sort(([a], [b]) => a.revision - b.revision)
}

function readRevision(
  source: DatasetRevision,
  article: Article,
  { path, context, problems }: { path: readonly PropertyKey[]; context: ReadContext; problems: Problems }
): { revision: Revision; indexed: IndexedText } {
  const { text } = source
  const textSha256 = sha256OfText(text)
  if (/\p{Surrogate}/u.test(text)) {
    const message = 'The text holds half of a character (a lone surrogate) and would not survive saving'
    problems.add('lone-surrogate', message, formatPlace([...path, 'text']))
  } else if (source.textSha256 !== undefined && source.textSha256 !== textSha256) {
    const message = 'The text is not the one this SHA-256 was made of: one of them was changed'
    problems.add('text-differs', message, formatPlace([...path, 'textSha256']))
  }
  const indexed = { text, index: new CodePointIndex(text) }
  const pages = readPages(source.pages, indexed, [...path, 'pages'], problems)
  const revision: Revision = {
    id: source.revisionId ?? revisionIdSchema.parse(context.newId()),
    projectId: article.projectId,
    articleId: article.id,
    number: source.revision,
    text,
    textSha256,
    blocks: readBlocks(source.blocks, indexed, [...path, 'blocks'], problems),
    ...(pages === undefined ? {} : { pages }),
    createdAt: source.revisionCreatedAt ?? article.createdAt
  }
  return { revision, indexed }
}

function checkUniqueRevisionIds(dataset: Pick<Dataset, 'articles'>, problems: Problems): void {
  const seen = new Set<string>()
  const check = (id: string | undefined, path: readonly PropertyKey[]) => {
    if (id === undefined) return
    if (seen.has(id)) {
      problems.add(
        'duplicate-id',
        `The id ${showText(id)} is used twice`,
        formatPlace([...path, 'revisionId'])
      )
    }
    seen.add(id)
  }
  dataset.articles.forEach((row, index) => {
    check(row.revisionId, ['articles', index])
    row.earlierRevisions?.forEach((earlier, at) =>
      check(earlier.revisionId, ['articles', index, 'earlierRevisions', at])
    )
  })
}
