import { useMemo, useRef, useState } from 'react'
import { checks } from '../../../core/problems/checks'
import type { Problem } from '../../../core/problems/problem'
import type { Codebook } from '../../../core/project/codebook'
import type { Article, Project } from '../../../core/project/entities'
import type { ArticleId } from '../../../core/project/ids'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { announce } from '../../ui/LiveRegion'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { notify } from '../../ui/Toast'
import { mendProblem, placeOf, type ProblemPlace } from './mend-problem'
import { ProblemGroup } from './ProblemGroup'
import { problemCount } from './ProblemsButton'
import { useProblems } from './problems-store'
import { useKnownIds } from './use-known-ids'
import { useProjectProblems, type ProjectProblems } from './use-project-problems'
import './problems.css'

export interface ProblemsPanelProps {
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  /** The article on screen; null in the Library, where the whole project is shown. */
  articleId: ArticleId | null
  newId(): string
  now(): string
  reveal(place: ProblemPlace): void
  undo(): void
}

const scopes = [
  { id: 'article', name: 'This article' },
  { id: 'project', name: 'Whole project' }
] as const

/** The tab "Problems": what is incomplete or contradictory, by check; each leads to its place and can be mended. */
export function ProblemsPanel(props: ProblemsPanelProps) {
  const { workspace, project, codebook, articles, articleId, reveal } = props
  const [scope, setScope] = useState<'article' | 'project'>('article')
  const isProject = scope === 'project' || articleId === null
  const ofArticle = useProblems(state => state.problems)
  const off = useProblems(state => state.off)
  const current = useProblems(state => state.current)
  const known = useKnownIds(workspace.database, project.id)
  const scan = useProjectProblems({
    workspace,
    projectId: project.id,
    codebook,
    articles,
    known,
    isWanted: isProject
  })
  const problems = useMemo(
    () => (isProject ? articles.flatMap(({ id }) => scan.found.get(id) ?? []) : (ofArticle ?? [])),
    [isProject, articles, scan.found, ofArticle]
  )
  const byCheck = useMemo(() => groupByCheck(problems), [problems])
  const list = useRef<HTMLDivElement>(null)
  const go = (problem: Problem) => {
    useProblems.getState().visit(problem)
    reveal(placeOf(problem))
  }
  const mend = async (problem: Problem) => {
    useProblems.getState().visit(problem)
    const { mending } = problem
    if (mending === null) return
    if (mending.kind === 'fill') return reveal({ ...placeOf(problem), field: mending.attributeId })
    const done = await mendProblem(problem, props)
    if (!done.ok) return notify(done.error.message)
    notify(`${mending.done}.`, { label: 'Undo', run: props.undo })
    // What was just tagged still has to be told apart; anything else is finished, and the list goes on.
    if (mending.kind === 'tag') reveal(done.value)
    else list.current?.focus()
  }
  const shown = checks.filter(({ id }) => byCheck.has(id) && !off.has(id))
  const titles = useMemo(() => new Map(articles.map(({ id, title }) => [id, title])), [articles])
  return (
    <div className="problems">
      <div className="problems-side">
        {articleId !== null && (
          <SegmentedControl<'article' | 'project'>
            label="Problems of"
            options={scopes}
            value={scope}
            onChange={setScope}
          />
        )}
        <CheckList byCheck={byCheck} off={off} />
      </div>
      <div className="problems-list" ref={list} tabIndex={-1} role="region" aria-label="Problem list">
        {isProject && <ScanState scan={scan} />}
        {shown.length === 0 && (
          <p className="problems-none">{emptyWords(problems.length, isProject, scan)}</p>
        )}
        {shown.map(check => (
          <ProblemGroup
            key={check.id}
            check={check}
            problems={byCheck.get(check.id) ?? []}
            currentId={current?.id ?? null}
            titleOf={isProject ? id => titles.get(id) ?? '' : null}
            onGo={go}
            onMend={problem => void mend(problem)}
          />
        ))}
      </div>
    </div>
  )
}

function groupByCheck(problems: readonly Problem[]): ReadonlyMap<string, Problem[]> {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const group = groups.get(problem.checkId)
    if (group === undefined) groups.set(problem.checkId, [problem])
    else group.push(problem)
  }
  return groups
}

function emptyWords(count: number, isProject: boolean, scan: ProjectProblems): string {
  if (count > 0) return 'All checks that found something are switched off.'
  if (isProject && scan.found.size < scan.total) return ''
  return isProject ? 'No problems in this project.' : 'No problems in this article.'
}

interface CheckListProps {
  byCheck: ReadonlyMap<string, readonly Problem[]>
  off: ReadonlySet<string>
}

/** The group "Checks": each with what it found; unchecked, its problems are not shown for now. */
function CheckList({ byCheck, off }: CheckListProps) {
  return (
    <div role="group" aria-label="Checks" className="problems-checks">
      {checks.map(({ id, name, why }) => {
        const count = byCheck.get(id)?.length ?? 0
        return (
          <label key={id} title={why} data-any={count > 0}>
            <input
              type="checkbox"
              checked={!off.has(id)}
              onChange={() => {
                useProblems.getState().toggle(id)
                announce(`${name}, ${off.has(id) ? 'shown' : 'not shown'}`)
              }}
            />
            <span>{name}</span>
            <em>{count.toLocaleString('en')}</em>
          </label>
        )
      })}
    </div>
  )
}

/** How far the look through the project has come. */
function ScanState({ scan }: { scan: ProjectProblems }) {
  const { found, total, isCancelled, cancel, start } = scan
  if (found.size >= total) return null
  const count = [...found.values()].reduce((sum, problems) => sum + problems.length, 0)
  return (
    <p className="problems-scan">
      {`${found.size} of ${total} articles looked through, ${problemCount(count).toLowerCase()} so far.`}
      <Button look="quiet" onClick={isCancelled ? start : cancel}>
        {isCancelled ? 'Go on' : 'Stop'}
      </Button>
    </p>
  )
}
