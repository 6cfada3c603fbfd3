import { correctText } from '../../../core/anchoring/correct-text'
import type { RevisionId } from '../../../core/project/ids'
import { fail, ok, type Result } from '../../../core/result'
import { loadRevisions } from '../../persistence/load-revisions'
import type { Workspace } from '../../persistence/workspace'
import { countCarried, type CarriedCounts, type Comparison } from './compare-draft'
import type { Draft } from './revisions-store'

interface Context {
  workspace: Workspace
  newId(): string
  now(): string
}

export interface SavedCorrection {
  /** The number of the new revision. */
  revision: number
  counts: CarriedCounts
}

/** Saves a draft as a new revision with its annotations carried over, as one undo step. */
export async function saveCorrection(
  draft: Draft,
  { corrected, carried }: Comparison,
  { workspace, newId, now }: Context
): Promise<Result<SavedCorrection>> {
  const { article, source } = draft
  const revisions = await loadRevisions(workspace.database, article.projectId, article.id)
  if (!revisions.ok) return revisions
  const original = source === null ? undefined : await keepSource(source, draft, workspace)
  if (original?.ok === false) return original
  const edit = correctText({
    ...{ article, revisions: revisions.value, corrected, carried },
    revisionId: newId() as RevisionId,
    now: now(),
    ...(original === undefined ? {} : { original: original.value })
  })
  const stored = await workspace.perform(edit)
  if (!stored.ok)
    return stored.error.code === 'message-too-large'
      ? fail(
          stored.error.code,
          'This text has more annotations than one correction can carry. Nothing was changed.'
        )
      : stored
  const number = Math.max(article.revision, ...revisions.value.map(revision => revision.number)) + 1
  return ok({ revision: number, counts: countCarried(carried) })
}

async function keepSource(source: NonNullable<Draft['source']>, draft: Draft, workspace: Workspace) {
  const kept = await workspace.keepOriginal(draft.article.projectId, source.bytes)
  return kept.ok ? ok({ fileName: source.fileName, sha256: kept.value }) : kept
}
