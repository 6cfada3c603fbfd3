import { useMemo } from 'react'
import type { KnownIds } from '../../../core/annotation/attribute-value'
import type { ProjectId } from '../../../core/project/ids'
import type { CounterpointDatabase } from '../../persistence/database'
import { useActors, useCases, useIssues } from '../../persistence/queries'

/** The ids in the project's registers; null until all of them are read. The same object until one is another. */
export function useKnownIds(database: CounterpointDatabase, projectId: ProjectId): KnownIds | null {
  const actors = idsOf(useActors(database, projectId))
  const issues = idsOf(useIssues(database, projectId))
  const cases = idsOf(useCases(database, projectId))
  return useMemo(() => {
    if (actors === null || issues === null || cases === null) return null
    const setOf = (ids: string) => new Set(ids === '' ? [] : ids.split(' '))
    return { actors: setOf(actors), issues: setOf(issues), cases: setOf(cases) }
  }, [actors, issues, cases])
}

/** Ids have no white space. One text of them is the same when only names have changed. */
function idsOf(rows: readonly { id: string }[] | undefined): string | null {
  return rows === undefined ? null : rows.map(({ id }) => id).join(' ')
}
