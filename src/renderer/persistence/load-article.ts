import type { Annotation, Article, Relation, Revision } from '../../core/project/entities'
import type { ArticleId, LayerId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { annotationsInPieces, annotationsOfArticle, firstAnnotations } from './annotations-of-article'
import type { CounterpointDatabase } from './database'
import { loadRelationsOf } from './load-relations'
import { storageFailure } from './storage-failure'

export interface LoadedArticle {
  article: Article
  /** The revision that is annotated now. */
  revision: Revision
}

/**
 * An article and its text, without its annotations: the text is wanted at once. Refused: `no-such-article`, `no-such-revision`.
 */
export async function loadArticle(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId
): Promise<Result<LoadedArticle>> {
  try {
    return await database.transaction('r', [database.articles, database.revisions], async () => {
      const article = await database.articles.get([projectId, articleId])
      if (article === undefined) return fail('no-such-article', 'This article does not exist any more.')
      const revisions = await revisionsOf(database, projectId, articleId)
      const revision = revisions.find(candidate => candidate.number === article.revision)
      if (revision === undefined)
        return fail('no-such-revision', `The text of “${article.title}” is missing.`)
      return ok({ article, revision })
    })
  } catch (error) {
    return storageFailure(error)
  }
}

/** An article's annotations of every revision: those that were not carried over stand on older ones. */
export async function loadAnnotations(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId,
  isWanted: () => boolean = () => true
): Promise<Result<Annotation[]>> {
  try {
    return ok(await annotationsInPieces(database, projectId, articleId, isWanted))
  } catch (error) {
    return storageFailure(error)
  }
}

/** More text than a first screen shows, in UTF-16 units. */
const firstScreenUtf16 = 8_000

/** The annotations of a first screen, for lines under the text before all of an article's are read. */
export async function loadFirstAnnotations(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId,
  layers: readonly LayerId[]
): Promise<Result<Annotation[]>> {
  try {
    return ok(await firstAnnotations(database, projectId, articleId, layers, firstScreenUtf16))
  } catch (error) {
    return storageFailure(error)
  }
}

/** Every row that deleting an article takes along: all revisions and annotations, and relations that touch these. */
export async function loadArticleRows(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId
): Promise<Result<{ revisions: Revision[]; annotations: Annotation[]; relations: Relation[] }>> {
  try {
    const tables = [database.revisions, database.annotations, database.relations]
    return await database.transaction('r', tables, async () => {
      const revisions = await revisionsOf(database, projectId, articleId)
      const annotations = await annotationsOfArticle(database, projectId, articleId)
      const ids = annotations.map(annotation => annotation.id)
      return ok({ revisions, annotations, relations: await loadRelationsOf(database, projectId, ...ids) })
    })
  } catch (error) {
    return storageFailure(error)
  }
}

function revisionsOf(database: CounterpointDatabase, projectId: ProjectId, articleId: ArticleId) {
  return database.revisions.where({ projectId, articleId }).toArray()
}
