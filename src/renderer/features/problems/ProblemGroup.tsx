import { useState } from 'react'
import type { Check, Problem } from '../../../core/problems/problem'
import type { ArticleId } from '../../../core/project/ids'
import { Button } from '../../ui/Button'

interface ProblemGroupProps {
  check: Check
  problems: readonly Problem[]
  currentId: string | null
  /** Names the article of each problem; null when all are of the one on screen. */
  titleOf: ((id: ArticleId) => string) | null
  onGo(problem: Problem): void
  onMend(problem: Problem): void
}

/** As many rows as one group shows at first, and as many as each press of its button adds. */
const shownAtOnce = 50

/** What one check found. */
export function ProblemGroup({ check, problems, currentId, titleOf, onGo, onMend }: ProblemGroupProps) {
  const [shown, setShown] = useState(shownAtOnce)
  const heading = `problems-${check.id}`
  const more = Math.min(shownAtOnce, problems.length - shown)
  return (
    <section className="problem-group" aria-labelledby={heading}>
      <h3 id={heading}>
        {check.name} <em>{problems.length.toLocaleString('en')}</em>
        <span>{check.why}</span>
      </h3>
      <ul>
        {problems.slice(0, shown).map(problem => (
          <li key={problem.id} data-current={problem.id === currentId}>
            <button type="button" className="problem-place" onClick={() => onGo(problem)}>
              {titleOf !== null && <span className="problem-article">{titleOf(problem.articleId)}</span>}
              <q>{unquoted(problem.excerpt)}</q>
              {problem.detail !== '' && <span className="problem-detail">{problem.detail}</span>}
            </button>
            {problem.mending !== null && (
              <Button
                look="quiet"
                aria-label={`${problem.mending.label}: ${problem.excerpt}`}
                onClick={() => onMend(problem)}
              >
                {problem.mending.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button look="quiet" onClick={() => setShown(count => count + shownAtOnce)}>
          {`Show ${more} more of ${(problems.length - shown).toLocaleString('en')}`}
        </Button>
      )}
    </section>
  )
}

/** The excerpt is drawn in quotation marks: its own pair would stand inside them. */
function unquoted(excerpt: string): string {
  return excerpt.replace(/^[“"„«‘‚]/u, '').replace(/[”"»’]$/u, '')
}
