import { useMemo } from 'react'
import { quoteOf } from '../../../core/annotation/spans'
import type { HistoryNames } from '../../../core/history/describe-change'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotator, Article } from '../../../core/project/entities'
import type { AnnotationId, ProjectId } from '../../../core/project/ids'
import type { CounterpointDatabase, HistoryEntry } from '../../persistence/database'
import { useActors, useCases, useIssues } from '../../persistence/queries'
import { useAnnotationsById } from '../../persistence/relations'

interface Wanted {
  database: CounterpointDatabase
  projectId: ProjectId
  codebook: Codebook
  articles: readonly Article[]
  annotators: readonly Annotator[]
  entries: readonly HistoryEntry[]
}

/** The present names of what history entries speak of. */
export function useHistoryNames(wanted: Wanted): HistoryNames {
  const { database, projectId, codebook, articles, annotators, entries } = wanted
  const actors = useActors(database, projectId)
  const issues = useIssues(database, projectId)
  const cases = useCases(database, projectId)
  const ends = useMemo(() => relationEnds(entries), [entries])
  const annotations = useAnnotationsById(database, projectId, ends)
  return useMemo(() => {
    const nameIn = <Row extends { id: string }>(
      rows: readonly Row[] | undefined,
      name: (row: Row) => string
    ) => {
      const names = new Map(rows?.map(row => [row.id, name(row)]))
      return (id: string) => names.get(id)
    }
    return {
      codebook,
      actorName: nameIn(actors, row => row.name),
      issueName: nameIn(issues, row => (row.shortName === '' ? row.question : row.shortName)),
      caseName: nameIn(cases, row => row.name),
      annotatorName: nameIn(annotators, row => row.name),
      articleTitle: nameIn(articles, row => row.title),
      annotationName: (id: string) => {
        const row = annotations?.get(id as AnnotationId)
        return row === undefined ? undefined : quoteOf(row)
      }
    }
  }, [codebook, actors, issues, cases, annotators, articles, annotations])
}

function relationEnds(entries: readonly HistoryEntry[]): AnnotationId[] {
  const ends = new Set<AnnotationId>()
  for (const { changes } of entries)
    for (const change of changes) {
      const row = change.table === 'relations' ? (change.after ?? change.before) : null
      if (row !== null) ends.add(row.from).add(row.to)
    }
  return [...ends]
}
