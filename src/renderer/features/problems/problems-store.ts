import { create } from 'zustand'
import type { Problem } from '../../../core/problems/problem'

interface ProblemsState {
  /** Of the article on screen, in text order; null while none is, or before they were looked for. */
  problems: readonly Problem[] | null
  /** Checks that are not shown for now. */
  off: ReadonlySet<string>
  /** The problem one was led to last. */
  current: Problem | null
  show(problems: readonly Problem[] | null): void
  toggle(checkId: string): void
  visit(problem: Problem | null): void
}

/** Session state of the problems; they are found anew from the rows, and never saved. */
export const useProblems = create<ProblemsState>()(set => ({
  problems: null,
  off: new Set(),
  current: null,
  show: problems => set({ problems }),
  toggle: checkId =>
    set(state => {
      const off = new Set(state.off)
      if (!off.delete(checkId)) off.add(checkId)
      return { off }
    }),
  visit: current => set({ current })
}))

/** Without those of checks that are switched off. */
export function shownProblems(problems: readonly Problem[], off: ReadonlySet<string>): readonly Problem[] {
  return off.size === 0 ? problems : problems.filter(problem => !off.has(problem.checkId))
}
