import type { Article, Revision } from '../project/entities'
import type { AnnotationIndex } from './annotation-index'

/** The article on screen: its text as it is annotated now, and its annotations, kept up to date in place. */
export interface OpenText {
  article: Article
  revision: Revision
  index: AnnotationIndex
}
