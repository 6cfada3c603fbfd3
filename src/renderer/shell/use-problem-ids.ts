import { useMemo } from 'react'
import type { AnnotationId } from '../../core/project/ids'
import { useProblems } from '../features/problems/problems-store'

/** The annotations of the article on screen that the problems panel lists; null while none is looked through. */
export function useProblemIds(): ReadonlySet<AnnotationId> | null {
  const problems = useProblems(state => state.problems)
  return useMemo(
    () => problems && new Set(problems.flatMap(({ annotationId }) => annotationId ?? [])),
    [problems]
  )
}
