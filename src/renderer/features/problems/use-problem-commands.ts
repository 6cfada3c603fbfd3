import { useMemo } from 'react'
import type { Problem } from '../../../core/problems/problem'
import type { AnnotationId } from '../../../core/project/ids'
import type { CommandHandlers } from '../../commands/command-registry'
import { useCommands } from '../../commands/use-commands'
import { placeOf, type ProblemPlace } from './mend-problem'
import { checkName } from './check-names'
import { shownProblems, useProblems } from './problems-store'

/** Where one is in the article: at this annotation. */
export interface Standing {
  annotationId: AnnotationId
  startUtf16: number
}

interface ProblemCommandDependencies {
  reveal(place: ProblemPlace): void
  announce(message: string): void
  /** The annotation that is focused in the article. */
  standing(): Standing | null
}

/** F8 and Shift+F8: from one problem of the article on screen to the next, in text order. */
export function useProblemCommands({ reveal, announce, standing }: ProblemCommandDependencies): void {
  const problems = useProblems(state => state.problems)
  const off = useProblems(state => state.off)
  const handlers = useMemo<CommandHandlers>(() => {
    const shown = problems === null ? [] : shownProblems(problems, off)
    const go = (direction: 1 | -1) => {
      const problem = neighbour(shown, useProblems.getState().current, standing(), direction)
      if (problem === undefined) return announce('No problems in this article')
      useProblems.getState().visit(problem)
      reveal(placeOf(problem))
      const position = shown.indexOf(problem) + 1
      announce(`${checkName(problem.checkId)}, ${position} of ${shown.length}`)
    }
    const enabled = problems !== null
    return {
      'problems.next': { run: () => go(1), enabled },
      'problems.previous': { run: () => go(-1), enabled }
    }
  }, [problems, off, reveal, announce, standing])
  useCommands(handlers)
}

/**
 * The problem after or before where one stands, round the end. One stands at the problem visited last, unless
 * another annotation has been focused since.
 */
export function neighbour(
  problems: readonly Problem[],
  current: Problem | null,
  standing: Standing | null,
  direction: 1 | -1
): Problem | undefined {
  const isLeft = standing !== null && current?.annotationId !== standing.annotationId
  const at = isLeft ? -1 : problems.findIndex(problem => problem.id === current?.id)
  if (at >= 0) return problems[(at + direction + problems.length) % problems.length]
  // The problem one stands at is mended, or one stands elsewhere: the place says which comes next.
  const from = isLeft ? standing.startUtf16 : current?.range.startUtf16
  if (from === undefined) return direction === 1 ? problems[0] : problems.at(-1)
  return direction === 1
    ? (problems.find(problem => problem.range.startUtf16 >= from) ?? problems[0])
    : (problems.findLast(problem => problem.range.startUtf16 < from) ?? problems.at(-1))
}
