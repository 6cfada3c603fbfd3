import type { Codebook } from './codebook'
import type { Actor, Annotation, Annotator, Article, Case, Issue, Relation, Revision } from './entities'
import type { ArticleId } from './ids'

/** An article in its current text, and what is tagged in it. */
export interface StudyArticle {
  readonly article: Article
  readonly revision: Revision
  /** Of this revision, in the order of the text; those of older texts, which have no place in it, are left out. */
  readonly annotations: readonly Annotation[]
}

/**
 * What the views of a project read: the articles that are looked at and everything said of them. Immutable; a
 * change makes a new study in which everything it did not touch is the same object, so that what is derived
 * of one article can be remembered by that article.
 */
export interface Study {
  readonly codebook: Codebook
  readonly actors: readonly Actor[]
  readonly issues: readonly Issue[]
  readonly cases: readonly Case[]
  readonly annotators: readonly Annotator[]
  /** Those in scope, in the order of the library. */
  readonly articles: readonly StudyArticle[]
  /** Of the whole project; an end may lie outside the scope. */
  readonly relations: readonly Relation[]
}

/** Which articles are looked at: these, or null for all. */
export type Scope = readonly ArticleId[] | null
