import { useEffect, useMemo, useState } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import {
  isFiltering,
  matcherOf,
  type AnnotationFilter,
  type FilterContext
} from '../../../core/annotation/filter'
import type { Annotation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { inSlices } from '../../ui/in-slices'

export interface Matching {
  /** Answers at once for any annotation; null when nothing is filtered. */
  isDimmed: ((annotation: Annotation) => boolean) | null
  /** All that match, in text order; null while they are being counted, and when nothing is filtered. */
  matching: ReadonlySet<AnnotationId> | null
}

const unfiltered: Matching = { isDimmed: null, matching: null }

/** Which annotations of the open article the filter asks for. What is near the viewport is known at once. */
export function useMatching(
  index: AnnotationIndex,
  /** Grows with each change of the index. */
  version: number,
  filter: AnnotationFilter,
  { codebook, registers, hasProblem }: FilterContext
): Matching {
  const isOn = isFiltering(filter)
  const isDimmed = useMemo(() => {
    if (!isOn) return null
    const matches = matcherOf(filter, { codebook, registers, ...(hasProblem && { hasProblem }) })
    return (annotation: Annotation) => !matches(annotation)
  }, [isOn, filter, codebook, registers, hasProblem])
  const [counted, setCounted] = useState<{ by: unknown; matching: ReadonlySet<AnnotationId> } | null>(null)
  useEffect(() => {
    if (isDimmed === null) return
    const abort = new AbortController()
    const matching = new Set<AnnotationId>()
    const visit = (annotation: Annotation) => {
      if (!isDimmed(annotation)) matching.add(annotation.id)
    }
    void inSlices(index.inOrder(), visit, abort.signal).then(isWhole => {
      if (isWhole) setCounted({ by: isDimmed, matching })
    })
    return () => abort.abort()
  }, [index, version, isDimmed])
  return useMemo(() => {
    if (isDimmed === null) return unfiltered
    return { isDimmed, matching: counted?.by === isDimmed ? counted.matching : null }
  }, [isDimmed, counted])
}
