import type { Edit, RowChange } from '../../history/change-set'
import { fail, ok, type Result } from '../../result'
import { editIssue } from '../edits'
import type { Issue } from '../entities'
import type { IssueId } from '../ids'

export type IssuesById = ReadonlyMap<string, Issue>

export function issuesById(issues: readonly Issue[]): IssuesById {
  return new Map(issues.map(issue => [issue.id, issue]))
}

/**
 * The issue that this one is a part of; null when it stands by itself. There is one level only: what is itself a
 * part has no parts, so that a circle or a chain that came in from outside reads as issues that stand by themselves.
 */
export function wholeOf(issue: Issue, byId: IssuesById): Issue | null {
  if (issue.partOf === undefined || issue.partOf === issue.id) return null
  const whole = byId.get(issue.partOf)
  return whole === undefined || whole.partOf !== undefined ? null : whole
}

/** The issues that this one can become a part of; none while it has parts itself. */
export function possibleWholes(issue: Issue, issues: readonly Issue[]): readonly Issue[] {
  if (issues.some(one => one.partOf === issue.id)) return []
  return issues.filter(one => one.id !== issue.id && one.partOf === undefined)
}

/** Makes an issue a part of another, or lets it stand by itself with null. Refused: `nested-issue`. */
export function setWhole(issue: Issue, whole: IssueId | null, issues: readonly Issue[]): Result<Edit> {
  const { partOf: _, ...alone } = issue
  if (whole === null)
    return ok({
      label: 'Take issue out of its whole',
      changes: [{ table: 'issues', id: issue.id, before: issue, after: alone }]
    })
  if (!possibleWholes(issue, issues).some(({ id }) => id === whole))
    return fail(
      'nested-issue',
      'There is one level of sub-issues: an issue with parts cannot be a part, nor hold one that has parts.'
    )
  return ok({ ...editIssue(issue, { partOf: whole }), label: 'Make sub-issue' })
}

/** Changes that give the parts of an issue another whole, or none. */
export function moveParts(from: IssueId, to: IssueId | null, issues: readonly Issue[]): RowChange[] {
  return issues
    .filter(({ partOf }) => partOf === from)
    .map((before): RowChange => {
      const { partOf: _, ...alone } = before
      // What becomes a part of itself is the whole from now on.
      const after = to === null || to === before.id ? alone : { ...alone, partOf: to }
      return { table: 'issues', id: before.id, before, after }
    })
}
