import type { AnnotationId, ArticleId } from '../../../core/project/ids'

/** Where an entry leads: an article, and an annotation of it that still exists. */
export interface HistoryPlace {
  articleId: ArticleId
  annotationId?: AnnotationId
}
