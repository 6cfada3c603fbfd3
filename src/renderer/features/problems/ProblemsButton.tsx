import { CircleCheck, TriangleAlert } from 'lucide-react'
import { shownProblems, useProblems } from './problems-store'

/** How many problems the article on screen has; opens them. Nothing while no article is. */
export function ProblemsButton({ onOpen }: { onOpen(): void }) {
  const problems = useProblems(state => state.problems)
  const off = useProblems(state => state.off)
  if (problems === null) return null
  const count = shownProblems(problems, off).length
  const Icon = count === 0 ? CircleCheck : TriangleAlert
  return (
    <button type="button" className="status-problems" data-any={count > 0} onClick={onOpen}>
      <Icon size={13} aria-hidden="true" />
      {problemCount(count)}
    </button>
  )
}

export function problemCount(count: number): string {
  if (count === 0) return 'No problems'
  return count === 1 ? '1 problem' : `${count.toLocaleString('en')} problems`
}
