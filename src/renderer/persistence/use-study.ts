import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Codebook } from '../../core/project/codebook'
import type { Article } from '../../core/project/entities'
import type { Scope, Study } from '../../core/project/study'
import { useActors, useAnnotators, useCases, useIssues } from './queries'
import { useRelations } from './relations'
import { StudyReader } from './study-reader'
import type { Workspace } from './workspace'

interface StudyWanted {
  workspace: Workspace
  codebook: Codebook
  /** All of the project, in the order of the library. */
  articles: readonly Article[]
  scope: Scope
  /** Nothing is read before the first view asks for it. */
  isWanted: boolean
}

export interface LiveStudy {
  /** Null until everything in scope is read. */
  study: Study | null
  /** Articles read, and articles in scope. */
  done: number
  total: number
  /** Why it cannot be read; null while nothing is wrong. */
  failure: string | null
}

const never = () => () => undefined

/** What the views of a project read, kept up to date with every commit. */
export function useStudy(wanted: StudyWanted): LiveStudy {
  const { workspace, codebook, articles, scope, isWanted } = wanted
  const { database } = workspace
  const { projectId } = codebook
  const reader = useReader(workspace, projectId, isWanted)
  const inScope = useMemo(() => {
    if (scope === null) return articles
    const ids = new Set(scope)
    return articles.filter(({ id }) => ids.has(id))
  }, [articles, scope])
  useEffect(() => reader?.want(inScope), [reader, inScope])
  const reading = useSyncExternalStore(reader?.subscribe ?? never, reader?.reading ?? (() => null))
  const actors = useActors(database, projectId)
  const issues = useIssues(database, projectId)
  const cases = useCases(database, projectId)
  const annotators = useAnnotators(database, projectId)
  const relations = useRelations(database, projectId)
  const study = useMemo(() => {
    if (reading?.waiting !== 0 || actors === undefined || issues === undefined || cases === undefined)
      return null
    if (annotators === undefined || relations === undefined) return null
    return { codebook, actors, issues, cases, annotators, relations, articles: reading.articles }
  }, [codebook, actors, issues, cases, annotators, relations, reading])
  const failure = reading?.failure ?? null
  return { study, done: reading?.articles.length ?? 0, total: inScope.length, failure }
}

/** One reader for as long as the project is open: each view finds what the others have read. */
function useReader(workspace: Workspace, projectId: Codebook['projectId'], isWanted: boolean) {
  const [hasBeenWanted, setHasBeenWanted] = useState(isWanted)
  if (isWanted && !hasBeenWanted) setHasBeenWanted(true)
  const reader = useMemo(
    () => (hasBeenWanted ? new StudyReader(workspace, projectId) : null),
    [workspace, projectId, hasBeenWanted]
  )
  useEffect(() => reader?.open(), [reader])
  return reader
}
