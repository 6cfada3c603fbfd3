import { restoreAnnotation } from '../../../core/annotation/restore'
import type { OpenText } from '../../../core/annotation/open-text'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import type { ProjectId } from '../../../core/project/ids'
import { useAnnotators } from '../../persistence/queries'
import type { Workspace } from '../../persistence/workspace'
import type { ProjectRegisters } from './use-registers'

interface RestoreDependencies {
  workspace: Workspace
  projectId: ProjectId
  codebook: Codebook
  open: OpenText
  now(): string
  announce(message: string): void
  notify(message: string): void
}

/** Sets an annotation of the open article back to an earlier state, as one step that can be undone. */
export function useRestore(
  { workspace, projectId, codebook, open, now, announce, notify }: RestoreDependencies,
  registers: ProjectRegisters
): (wanted: Annotation) => Promise<void> {
  const annotators = useAnnotators(workspace.database, projectId)
  return async wanted => {
    const idsOf = (rows: readonly { id: string }[]) => new Set<string>(rows.map(({ id }) => id))
    const edit = restoreAnnotation(wanted, open.index.get(wanted.id) ?? null, {
      codebook,
      revision: open.revision,
      known: {
        actors: idsOf(registers.actors),
        issues: idsOf(registers.issues),
        cases: idsOf(registers.cases)
      },
      annotators: idsOf(annotators ?? []),
      now: now()
    })
    if (!edit.ok) return notify(edit.error.message)
    if (edit.value === null) return announce('It is in this state already')
    const done = await workspace.perform(edit.value)
    if (done.ok) announce('Earlier state restored. Undo available')
    else notify(done.error.message)
  }
}
