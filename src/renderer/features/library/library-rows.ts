import type { Article } from '../../../core/project/entities'
import type { ArticleId, LayerId } from '../../../core/project/ids'

export type LayerCounts = ReadonlyMap<ArticleId, ReadonlyMap<LayerId, number>>

/** When an article was changed beyond its own row, by article; instants. */
export type LastChanges = ReadonlyMap<ArticleId, string>

/** What the library knows of its articles beside their rows. */
export interface LibraryFacts {
  counts: LayerCounts
  changes: LastChanges
}

export const sortKeys = ['title', 'published', 'words', 'annotations', 'changed'] as const
export type SortKey = (typeof sortKeys)[number]

export const sortNames: Readonly<Record<SortKey, string>> = {
  title: 'title',
  published: 'published',
  words: 'words',
  annotations: 'annotations',
  changed: 'last changed'
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** How many annotations an article has in all layers. */
export function annotationCount(counts: LayerCounts, id: ArticleId): number {
  return [...(counts.get(id)?.values() ?? [])].reduce((sum, count) => sum + count, 0)
}

/** When an article or anything in it was changed last, as an instant. */
export function changedAt(article: Article, changes: LastChanges): string {
  return laterOf(article.updatedAt, changes.get(article.id))
}

/** The later of two instants, which may be written in different time zones. */
export function laterOf(instant: string, other: string | undefined): string {
  return other !== undefined && Date.parse(other) > Date.parse(instant) ? other : instant
}

/**
 * The articles that contain every word of `query` in title, byline or outlet, in the order asked for:
 * names from A to Z, dates, sizes and changes from the newest or largest.
 */
export function libraryRows(
  articles: readonly Article[],
  facts: LibraryFacts,
  query: string,
  sort: SortKey
): Article[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean)
  const found = articles.filter(article => {
    const text = `${article.title} ${article.byline} ${article.outlet}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
  return found.sort((a, b) => compare(a, b, facts, sort) || collator.compare(a.title, b.title))
}

function compare(a: Article, b: Article, { counts, changes }: LibraryFacts, sort: SortKey): number {
  switch (sort) {
    case 'title':
      return 0
    case 'published':
      return collator.compare(b.publishedAt, a.publishedAt)
    case 'words':
      return b.wordCount - a.wordCount
    case 'annotations':
      return annotationCount(counts, b.id) - annotationCount(counts, a.id)
    case 'changed':
      return Date.parse(changedAt(b, changes)) - Date.parse(changedAt(a, changes))
  }
}
