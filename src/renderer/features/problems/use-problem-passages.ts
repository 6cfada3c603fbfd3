import { useMemo } from 'react'
import type { TextRange } from '../../../core/annotation/spans'
import { shownProblems, useProblems } from './problems-store'

/** The passages of the article on screen that have a problem themselves, not their annotation; null when none. */
export function useProblemPassages(): readonly TextRange[] | null {
  const problems = useProblems(state => state.problems)
  const off = useProblems(state => state.off)
  return useMemo(() => {
    const passages = shownProblems(problems ?? [], off).filter(problem => problem.annotationId === undefined)
    return passages.length === 0 ? null : passages.map(({ range }) => range)
  }, [problems, off])
}
