import { useMemo } from 'react'
import type { Codebook } from '../../../core/project/codebook'
import type { Actor, Annotation, Case, Issue } from '../../../core/project/entities'
import { indexMentions } from '../../../core/project/registers/mentions'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import { useAllAnnotations } from '../../persistence/mentions'
import { useActors, useCases, useIssues } from '../../persistence/queries'
import type { Workspace } from '../../persistence/workspace'
import { entriesOf, type RegisterEntry } from './register-entries'

export interface RegisterRowsInView {
  actors: readonly Actor[]
  issues: readonly Issue[]
  cases: readonly Case[]
  entries: Readonly<Record<RegisterKind, readonly RegisterEntry[]>>
  /** The annotations that name each row. */
  mentions: Readonly<Record<RegisterKind, ReadonlyMap<string, readonly Annotation[]>>>
}

/** The three registers with what names their rows, kept up to date; null until all are read. */
export function useRegisterRows(workspace: Workspace, codebook: Codebook): RegisterRowsInView | null {
  const { database } = workspace
  const { projectId } = codebook
  const actors = useActors(database, projectId)
  const issues = useIssues(database, projectId)
  const cases = useCases(database, projectId)
  const annotations = useAllAnnotations(workspace, projectId)
  const mentions = useMemo(() => {
    if (annotations === null) return null
    const of = (kind: RegisterKind) => indexMentions(annotations.values(), codebook, kind)
    return { actor: of('actor'), issue: of('issue'), case: of('case') }
  }, [annotations, codebook])
  return useMemo(() => {
    if (actors === undefined || issues === undefined || cases === undefined || mentions === null) return null
    const entries = {
      actor: entriesOf(actors, mentions.actor),
      issue: entriesOf(issues, mentions.issue),
      case: entriesOf(cases, mentions.case)
    }
    return { actors, issues, cases, entries, mentions }
  }, [actors, issues, cases, mentions])
}
