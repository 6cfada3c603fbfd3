import { restoreAnnotation } from '../../../core/annotation/restore'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import { ok, type Result } from '../../../core/result'
import type { HistoryEntry } from '../../persistence/database'
import { loadArticle } from '../../persistence/load-article'
import { loadKnownIds } from '../../persistence/known-ids'
import { loadAnnotationsById } from '../../persistence/relations'
import type { Workspace } from '../../persistence/workspace'
import type { HistoryPlace } from './history-place'

/** The annotation that an entry deleted, when it deleted just one. */
export function deletedIn({ changes, operation }: HistoryEntry): Annotation | null {
  const deleted = changes.flatMap(change =>
    change.table === 'annotations' && change.after === null ? (change.before ?? []) : []
  )
  return deleted.length === 1 && operation.kind !== 'undo' ? (deleted[0] ?? null) : null
}

/**
 * Brings a deleted annotation back as it was, without the relations that hung on it. Refused in words when it
 * cannot stand in the project as it is now.
 */
export async function restoreDeleted(
  wanted: Annotation,
  { workspace, codebook, now }: { workspace: Workspace; codebook: Codebook; now(): string }
): Promise<Result<HistoryPlace>> {
  const { database } = workspace
  const { projectId, articleId, id } = wanted
  const text = await loadArticle(database, projectId, articleId)
  if (!text.ok) return text
  const { annotators, ...known } = await loadKnownIds(database, projectId)
  const current = (await loadAnnotationsById(database, projectId, [id])).get(id) ?? null
  const { revision } = text.value
  const edit = restoreAnnotation(wanted, current, { codebook, revision, known, annotators, now: now() })
  if (!edit.ok) return edit
  if (edit.value !== null) {
    const done = await workspace.perform(edit.value)
    if (!done.ok) return done
  }
  return ok({ articleId, annotationId: id })
}
