import type { Annotation, Revision } from '../../core/project/entities'
import type { AnnotationId, ArticleId, ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { annotationsOfArticle } from './annotations-of-article'
import { keysUnder, type CounterpointDatabase } from './database'
import { storageFailure } from './storage-failure'

/** All revisions of an article with their texts, oldest first. */
export async function loadRevisions(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleId: ArticleId
): Promise<Result<Revision[]>> {
  try {
    const rows = await database.revisions.where({ projectId, articleId }).toArray()
    return ok(rows.sort((a, b) => a.number - b.number))
  } catch (error) {
    return storageFailure(error)
  }
}

/**
 * The annotations that an older revision had when `next` took its place: read back from the history, and those
 * that still stand on it. What the history does not reach is not there.
 */
export async function loadRevisionAnnotations(
  database: CounterpointDatabase,
  revision: Revision,
  next: Revision
): Promise<Result<Annotation[]>> {
  const { projectId, articleId, number } = revision
  const isOfRevision = (row: Annotation | null): row is Annotation =>
    row !== null && row.articleId === articleId && row.revision === number
  try {
    const history = database.changeLog.where('[projectId+sequence]').between(...keysUnder(projectId))
    const replacing = await history
      .clone()
      .reverse()
      .filter(({ changes }) =>
        changes.some(({ table, id, before }) => table === 'revisions' && id === next.id && before === null)
      )
      .first()
    const found = new Map<string, Annotation>()
    if (replacing !== undefined) {
      const since = database.changeLog
        .where('[projectId+sequence]')
        .between([projectId, replacing.sequence], keysUnder(projectId)[1])
      // What changed first since then shows what it was.
      await since.each(({ changes }) => {
        for (const change of changes)
          if (change.table === 'annotations' && isOfRevision(change.before) && !found.has(change.id))
            found.set(change.id, change.before)
      })
    }
    const stored = await annotationsOfArticle(database, projectId, articleId)
    for (const row of stored) if (isOfRevision(row) && !found.has(row.id)) found.set(row.id, row)
    return ok([...found.values()])
  } catch (error) {
    return storageFailure(error)
  }
}

/**
 * An annotation as it was on an older revision, before it came to `revision` (its number); null when the
 * history does not know.
 */
export async function loadPlaceBefore(
  database: CounterpointDatabase,
  projectId: ProjectId,
  id: AnnotationId,
  revision: number
): Promise<Result<Annotation | null>> {
  try {
    let before: Annotation | null = null
    await database.changeLog
      .where('annotationIds')
      .equals(id)
      .filter(entry => entry.projectId === projectId)
      .each(({ changes }) => {
        for (const change of changes)
          if (change.table === 'annotations' && change.id === id)
            if ((change.before?.revision ?? revision) < revision && change.after?.revision === revision)
              before = change.before
      })
    return ok(before)
  } catch (error) {
    return storageFailure(error)
  }
}
