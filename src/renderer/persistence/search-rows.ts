import type { Annotation, Article, Revision } from '../../core/project/entities'
import { annotationsInPieces } from './annotations-of-article'
import type { CounterpointDatabase } from './database'

/** The text of an article as it is annotated now; undefined when it is gone. */
export async function currentRevision(
  database: CounterpointDatabase,
  { projectId, id, revision }: Article
): Promise<Revision | undefined> {
  const rows = await database.revisions.where({ projectId, articleId: id }).toArray()
  return rows.find(({ number }) => number === revision)
}

/** The annotations on that text, in the order of the text; read in pieces, so that the window stays free. */
export async function currentAnnotations(
  database: CounterpointDatabase,
  { projectId, id, revision }: Article,
  signal: AbortSignal
): Promise<Annotation[]> {
  const rows = await annotationsInPieces(database, projectId, id, () => !signal.aborted)
  return rows.filter(row => row.revision === revision)
}
