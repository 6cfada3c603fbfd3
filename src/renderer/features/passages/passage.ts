import type { Annotation } from '../../../core/project/entities'
import type { StudyArticle } from '../../../core/project/study'

/** A passage of a list, and where it stands. */
export interface Passage {
  of: StudyArticle
  annotation: Annotation
}
