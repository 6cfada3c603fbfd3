import { confirmPlacement } from '../anchoring/correct-text'
import { createAnnotation, deleteAnnotation } from '../annotation/edits'
import { removeSpan } from '../annotation/parts'
import { removeRelation } from '../annotation/relations'
import type { Edit } from '../history/change-set'
import { findLayer, type Codebook } from '../project/codebook'
import type { Annotation, Article, Relation, Revision } from '../project/entities'
import type { AnnotationId, AnnotatorId } from '../project/ids'
import type { Problem } from './problem'

/** The newest rows that a mending step is made from. */
export interface MendingRows {
  article: Article
  revision: Revision
  codebook: Codebook
  /** The problem's annotation; undefined when the problem is in the text itself. */
  annotation: Annotation | undefined
  /** Those that hang on the annotation. */
  relations: readonly Relation[]
  /** For what is new. */
  newId: AnnotationId
  annotatorId: AnnotatorId
  now: string
}

/** The edit that mends a problem; undefined when it takes a person, or when the problem is gone already. */
export function mend(problem: Problem, rows: MendingRows): Edit | undefined {
  const { mending, range } = problem
  const { annotation, codebook, relations, now } = rows
  switch (mending?.kind) {
    case undefined:
    case 'fill':
      return undefined
    case 'tag': {
      const layer = findLayer(codebook, mending.layerId)
      if (layer === undefined) return undefined
      const { article, revision, newId: id, annotatorId } = rows
      return createAnnotation({ id, article, revision, layer, range, annotatorId, now })
    }
    case 'delete':
      return annotation && deleteAnnotation(annotation, findLayer(codebook, annotation.layer), relations)
    case 'confirm':
      return annotation && confirmPlacement(annotation, now)
    case 'remove-part':
      return annotation && removeSpan(annotation, mending.spanIndex, now)
    case 'remove-relation': {
      const relation = relations.find(({ id }) => id === mending.relationId)
      return relation && removeRelation(relation)
    }
  }
}
