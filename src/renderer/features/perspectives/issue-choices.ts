import { issueTree } from '../../../core/perspective/issue-tree'
import type { Perspective } from '../../../core/perspective/perspective'
import type { Issue } from '../../../core/project/entities'
import type { IssueId } from '../../../core/project/ids'

/** An issue as it is offered; null for all of them. */
export interface IssueChoice {
  id: IssueId | null
  name: string
  /** Perspectives in scope, with those on its sub-issues. */
  count: number
  isPart: boolean
}

/** All issues, then each with its sub-issues below it. */
export function issueChoices(issues: readonly Issue[], perspectives: readonly Perspective[]): IssueChoice[] {
  const counts = new Map<string | null, number>()
  for (const { issue } of perspectives) counts.set(issue, (counts.get(issue) ?? 0) + 1)
  const own = (issue: Issue) => counts.get(issue.id) ?? 0
  return [
    { id: null, name: 'All issues', count: perspectives.length, isPart: false },
    ...issueTree(issues).flatMap(({ issue, parts }) => [
      {
        id: issue.id,
        name: issue.question,
        count: parts.reduce((sum, part) => sum + own(part), own(issue)),
        isPart: false
      },
      ...parts.map(part => ({ id: part.id, name: part.question, count: own(part), isPart: true }))
    ])
  ]
}
