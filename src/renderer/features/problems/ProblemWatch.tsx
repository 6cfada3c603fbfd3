import { useEffect, useMemo, useState } from 'react'
import type { OpenText } from '../../../core/annotation/open-text'
import { ProblemFinder } from '../../../core/problems/problem-finder'
import type { Codebook } from '../../../core/project/codebook'
import type { Relation } from '../../../core/project/entities'
import type { AnnotationId, ProjectId } from '../../../core/project/ids'
import type { CounterpointDatabase } from '../../persistence/database'
import { useAnnotationsById, useRelations } from '../../persistence/relations'
import { useProblems } from './problems-store'
import { useKnownIds } from './use-known-ids'

interface ProblemWatchProps {
  database: CounterpointDatabase
  projectId: ProjectId
  codebook: Codebook
  openText: OpenText
}

/** Long enough to stay out of the way of a run of tags, short enough to see a problem go. */
const pauseMs = 120

/** Keeps the problems of the article on screen up to date. Shows nothing. */
export function ProblemWatch({ database, projectId, codebook, openText }: ProblemWatchProps) {
  const { article, revision, index } = openText
  const known = useKnownIds(database, projectId)
  const all = useRelations(database, projectId)
  const [version, setVersion] = useState(index.version)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setVersion(index.version), pauseMs)
    }
    soon()
    const stop = index.subscribe(soon)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [index])
  const relations = useMemo(
    () =>
      version < 0 || all === undefined ? [] : all.filter(({ from, to }) => index.get(from) ?? index.get(to)),
    [all, index, version]
  )
  const elsewhere = useMemo(() => endsElsewhere(relations, openText), [relations, openText])
  const others = useAnnotationsById(database, projectId, elsewhere)
  const finder = useMemo(() => new ProblemFinder(), [])
  useEffect(() => {
    if (known === null || version < 0) return
    // Until the ends in other articles are read, they are taken to be there.
    const isAnnotation = (id: AnnotationId) =>
      index.get(id) !== undefined || others === undefined || others.has(id)
    const annotations = index.inOrder()
    const checked = { article, revision, codebook, known, annotations, relations, isAnnotation }
    useProblems.getState().show(finder.find(checked))
  }, [finder, article, revision, index, version, codebook, known, relations, others])
  useEffect(() => () => useProblems.getState().show(null), [])
  return null
}

function endsElsewhere(relations: readonly Relation[], { index }: OpenText): AnnotationId[] {
  const ends = relations.flatMap(({ from, to }) => [from, to])
  return [...new Set(ends.filter(id => index.get(id) === undefined))]
}
