import type { Article } from '../../../../src/core/project/entities'
import type { ArticleId, ProjectId } from '../../../../src/core/project/ids'

/** An article of a library; its id is its title. */
export function libraryArticle(title: string, facts: Partial<Article> = {}): Article {
  return {
    id: title as ArticleId,
    projectId: 'p' as ProjectId,
    title,
    byline: '',
    outlet: '',
    url: '',
    publishedAt: '',
    language: '',
    status: 'new',
    revision: 1,
    wordCount: 0,
    original: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...facts
  }
}
