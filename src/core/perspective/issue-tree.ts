import type { Issue } from '../project/entities'
import type { IssueId } from '../project/ids'

/** An issue and those that are part of it, in the order of the register. */
export interface IssueBranch {
  readonly issue: Issue
  readonly parts: readonly Issue[]
}

/** Issues with their sub-issues below them. One whose whole is not there stands by itself. */
export function issueTree(issues: readonly Issue[]): readonly IssueBranch[] {
  const byId = new Map<string, Issue>(issues.map(issue => [issue.id, issue]))
  const parts = new Map<string, Issue[]>()
  const whole = (issue: Issue) => {
    const found = issue.partOf === undefined ? undefined : byId.get(issue.partOf)
    // Only one level: what is itself a part has none.
    return found === undefined || found.partOf !== undefined || found === issue ? null : found
  }
  for (const issue of issues) {
    const id = whole(issue)?.id
    if (id !== undefined) parts.set(id, [...(parts.get(id) ?? []), issue])
  }
  return issues
    .filter(issue => whole(issue) === null)
    .map(issue => ({ issue, parts: parts.get(issue.id) ?? [] }))
}

/** The issue and its sub-issues. */
export function issueAndParts(issue: IssueId, issues: readonly Issue[]): ReadonlySet<IssueId> {
  return new Set([issue, ...issues.filter(one => one.partOf === issue).map(({ id }) => id)])
}

/** What stands for an issue in narrow places. */
export function shortIssueName(issue: Issue): string {
  return issue.shortName === '' ? issue.question : issue.shortName
}
