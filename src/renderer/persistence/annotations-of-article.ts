import type { Annotation } from '../../core/project/entities'
import type { ArticleId, LayerId, ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'
import { startOf } from './stored-row'

/** The index of annotations by article, layer and place. */
export const annotationPlace = '[projectId+articleId+layer+startUtf16]'

/** Reading so many rows keeps the window busy for a frame or two. */
const rowsPerPiece = 2_000

/** All annotations of an article, of every revision, by layer and then by where they begin. */
export function annotationsOfArticle(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId
): PromiseLike<Annotation[]> {
  return database.annotations
    .where(annotationPlace)
    .between(...keysUnder(projectId, articleId))
    .toArray()
}

/** Those of these layers that begin before `untilUtf16`: what a first screen shows. */
export async function firstAnnotations(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId,
  layers: readonly LayerId[],
  untilUtf16: number
): Promise<Annotation[]> {
  const ofLayers = layers.map(layer =>
    database.annotations
      .where(annotationPlace)
      .between([projectId, articleId, layer, 0], [projectId, articleId, layer, untilUtf16])
      .toArray()
  )
  return (await Promise.all(ofLayers)).flat()
}

/**
 * The same as `annotationsOfArticle`, a piece at a time, so that the window stays free in between. Rows that are
 * changed meanwhile may be missing or old: whoever reads follows the commits as well.
 */
export async function annotationsInPieces(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId,
  isWanted: () => boolean
): Promise<Annotation[]> {
  const [lower, upper] = keysUnder(projectId, articleId)
  const found = new Map<string, Annotation>()
  let from = lower
  let limit = rowsPerPiece
  while (isWanted()) {
    const piece = await database.annotations
      .where(annotationPlace)
      .between(from, upper)
      .limit(limit)
      .toArray()
    const before = found.size
    for (const row of piece) found.set(row.id, row)
    const last = piece.at(-1)
    if (last === undefined || piece.length < limit) break
    from = [projectId, articleId, last.layer, startOf(last)]
    // The next piece begins with the last place again. When all of it is one place, it has to be larger.
    limit = found.size === before ? limit * 2 : rowsPerPiece
  }
  return [...found.values()]
}
