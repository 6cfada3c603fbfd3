import type { KnownIds } from '../annotation/attribute-value'
import type { TextRange } from '../annotation/spans'
import type { Codebook, Layer } from '../project/codebook'
import type { Annotation, Article, Relation, Revision } from '../project/entities'
import type { AnnotationId, ArticleId, RelationId } from '../project/ids'

/** The step that mends a problem. `label` is what its button says, `done` what is said when it was taken. */
export type Mending =
  /** A person has to fill in this attribute: its control is to be shown. */
  | { kind: 'fill'; label: string; attributeId: string }
  | { kind: 'tag'; label: string; done: string; layerId: string }
  | { kind: 'delete'; label: string; done: string }
  | { kind: 'confirm'; label: string; done: string }
  | { kind: 'remove-part'; label: string; done: string; spanIndex: number }
  | { kind: 'remove-relation'; label: string; done: string; relationId: RelationId }

/** What a check found in one place. */
export interface Finding {
  annotationId?: AnnotationId
  /** In the current revision's text; where a reader is led. */
  range: TextRange
  /** The words at that place. */
  excerpt: string
  /** What exactly is wrong, where the check's name does not say all of it. Empty otherwise. */
  detail: string
  mending: Mending | null
}

export interface Problem extends Finding {
  /** The same for the same problem as long as it lasts. */
  id: string
  checkId: string
  articleId: ArticleId
}

/** What checks are made against. */
export interface CheckContext {
  codebook: Codebook
  article: Article
  revision: Revision
  known: KnownIds
}

/** One article as checks see it. `annotations` are those of the current revision, in text order. */
export interface CheckedArticle extends CheckContext {
  annotations: readonly Annotation[]
  /** Relations that begin or end at one of the annotations. */
  relations: readonly Relation[]
  /** Whether an annotation of this id exists anywhere in the project. */
  isAnnotation(id: AnnotationId): boolean
}

interface CheckHead {
  id: string
  /** A heading: "Perspective without a holder". */
  name: string
  /** One sentence: why it matters. */
  why: string
}

/** Looks at one annotation alone, so that what it found holds until that annotation's row is another. */
export interface AnnotationCheck extends CheckHead {
  of: 'annotation'
  /** It asks which actors, issues and cases exist. */
  usesRegisters?: true
  find(annotation: Annotation, layer: Layer | undefined, context: CheckContext): Finding[]
}

/** Looks at the article as a whole. */
export interface ArticleCheck extends CheckHead {
  of: 'article'
  find(article: CheckedArticle): Finding[]
}

export type Check = AnnotationCheck | ArticleCheck
