import { useMemo } from 'react'
import type { Registers } from '../../core/annotation/describe'
import type { Actor, Case, Issue } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import type { CounterpointDatabase } from './database'
import { useActors, useCases, useIssues } from './queries'

export interface ProjectRegisters extends Registers {
  actors: readonly Actor[]
  issues: readonly Issue[]
  cases: readonly Case[]
}

const none: never[] = []

/** The project's actors, issues and cases, kept up to date, with their names by id. */
export function useRegisters(database: CounterpointDatabase, projectId: ProjectId): ProjectRegisters {
  const actors = useActors(database, projectId) ?? none
  const issues = useIssues(database, projectId) ?? none
  const cases = useCases(database, projectId) ?? none
  return useMemo(() => {
    const actorNames = new Map<string, string>(actors.map(actor => [actor.id, actor.name]))
    const issueNames = new Map<string, string>(
      issues.map(i => [i.id, i.shortName === '' ? i.question : i.shortName])
    )
    const caseNames = new Map<string, string>(cases.map(row => [row.id, row.name]))
    return {
      actors,
      issues,
      cases,
      actorName: id => actorNames.get(id),
      issueName: id => issueNames.get(id),
      caseName: id => caseNames.get(id)
    }
  }, [actors, issues, cases])
}
