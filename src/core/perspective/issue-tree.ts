import type { Issue } from '../project/entities'
import type { IssueId } from '../project/ids'
import { issuesById, wholeOf } from '../project/registers/issue-parts'

/** An issue and those that are part of it, in the order of the register. */
export interface IssueBranch {
  readonly issue: Issue
  readonly parts: readonly Issue[]
}

/** Issues with their sub-issues below them. One whose whole is not there stands by itself. */
export function issueTree(issues: readonly Issue[]): readonly IssueBranch[] {
  const byId = issuesById(issues)
  const parts = new Map<Issue, Issue[]>()
  for (const issue of issues) {
    const whole = wholeOf(issue, byId)
    if (whole !== null) parts.set(whole, [...(parts.get(whole) ?? []), issue])
  }
  return issues
    .filter(issue => wholeOf(issue, byId) === null)
    .map(issue => ({ issue, parts: parts.get(issue) ?? [] }))
}

/** The issue and its sub-issues. */
export function issueAndParts(issue: IssueId, issues: readonly Issue[]): ReadonlySet<IssueId> {
  return new Set([issue, ...issues.filter(one => one.partOf === issue).map(({ id }) => id)])
}

/** What stands for an issue in narrow places. */
export function shortIssueName(issue: Issue): string {
  return issue.shortName === '' ? issue.question : issue.shortName
}
