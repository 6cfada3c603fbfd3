import { useMemo } from 'react'
import { describeAnnotation } from '../../../core/annotation/describe'
import { findLayer, type Codebook, type Layer } from '../../../core/project/codebook'
import type { Annotation, Project, Relation } from '../../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import type { CounterpointDatabase } from '../../persistence/database'
import { useActors, useCases, useIssues } from '../../persistence/queries'
import { useAnnotationsById } from '../../persistence/relations'

export interface Label {
  layer: Layer
  /** "P3": the third perspective of the article; only the initial for one of another article. */
  number: string
  title: string
  articleId: ArticleId
}

interface Wanted {
  database: CounterpointDatabase
  project: Project
  codebook: Codebook
  /** Of the article on screen, in text order. */
  annotations: readonly Annotation[]
  relations: readonly Relation[]
}

/** What to call each annotation that a relation begins or ends at. */
export function useLabels(wanted: Wanted): ReadonlyMap<AnnotationId, Label> {
  const { database, project, codebook, annotations, relations } = wanted
  const actors = useActors(database, project.id)
  const issues = useIssues(database, project.id)
  const cases = useCases(database, project.id)
  const own = useMemo(() => new Set(annotations.map(({ id }) => id)), [annotations])
  const ends = useMemo(() => new Set(relations.flatMap(({ from, to }) => [from, to])), [relations])
  const elsewhere = useMemo(() => [...ends].filter(id => !own.has(id)), [ends, own])
  const others = useAnnotationsById(database, project.id, elsewhere)
  return useMemo(() => {
    const nameIn = (rows: readonly { id: string; name: string }[] | undefined) => {
      const names = new Map(rows?.map(row => [row.id, row.name]))
      return (id: string) => names.get(id)
    }
    const registers = {
      actorName: nameIn(actors),
      issueName: nameIn(
        issues?.map(({ id, shortName, question }) => ({ id, name: shortName === '' ? question : shortName }))
      ),
      caseName: nameIn(cases)
    }
    const labels = new Map<AnnotationId, Label>()
    const counts = new Map<string, number>()
    const add = (annotation: Annotation, number: string) => {
      const layer = findLayer(codebook, annotation.layer)
      if (layer === undefined || !ends.has(annotation.id)) return
      const { title } = describeAnnotation(annotation, layer, registers)
      const { articleId } = annotation
      labels.set(annotation.id, { layer, number: `${layer.initial}${number}`, title, articleId })
    }
    for (const annotation of annotations) {
      const number = (counts.get(annotation.layer) ?? 0) + 1
      counts.set(annotation.layer, number)
      add(annotation, String(number))
    }
    for (const annotation of others?.values() ?? []) add(annotation, '')
    return labels
  }, [annotations, others, ends, codebook, actors, issues, cases])
}
