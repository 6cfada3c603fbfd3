import type { Actor, Issue } from '../project/entities'
import type { IssueId } from '../project/ids'
import type { Study } from '../project/study'
import { actorName, optionName } from './card-order'
import { gatherBy } from './gather-by'
import { issueAndParts, issueTree, shortIssueName } from './issue-tree'
import type { MatrixLine, MatrixOptions } from './matrix-line'
import type { Perspective } from './perspective'

/** A row or column before it has its place. */
export interface LineDraft extends Omit<MatrixLine, 'total' | 'group'> {
  /** Of actors their role, of issues the issue they are a part of: kept together. */
  readonly unit: string
  readonly unitTitle: string
  readonly perspectives: Perspective[]
  /** Stands after everything else, whatever the order. */
  readonly isLast: boolean
}

/** Who holds a perspective, in story order. */
export function actorDrafts(
  study: Study,
  perspectives: readonly Perspective[],
  hasSilent: boolean
): LineDraft[] {
  const drafts = [...gatherBy(perspectives, rowKey)].map(([key, own]): LineDraft => {
    const role = mostFrequent(own.map(one => one.role))
    const holder = own[0]?.holder ?? null
    const name = holder === null ? 'Holder not named' : (actorName(study, holder) ?? holder)
    const unitTitle = role === null ? 'No role yet' : optionName(study, 'role', role)
    return {
      key,
      name,
      title: holder === null ? `${name}, ${unitTitle.toLowerCase()}` : name,
      role: role === null ? null : unitTitle,
      unit: `role:${role ?? ''}`,
      unitTitle,
      isPart: false,
      perspectives: own,
      isLast: false
    }
  })
  if (!hasSilent) return drafts
  const quoted = new Set(perspectives.map(({ holder }) => holder))
  const silent = study.actors.filter(({ id }) => !quoted.has(id))
  return [...drafts, ...silent.map(silentDraft)]
}

function silentDraft({ id, name }: Actor): LineDraft {
  return {
    key: `actor:${id}`,
    name,
    title: name,
    role: null,
    unit: 'silent',
    unitTitle: 'Not quoted here',
    isPart: false,
    perspectives: [],
    isLast: true
  }
}

function rowKey({ holder, role }: Perspective): string {
  return holder === null ? `unnamed:${role ?? ''}` : `actor:${holder}`
}

/** Of those as frequent, the one that comes first. Nothing set counts only when nothing else is. */
function mostFrequent(roles: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const role of roles) if (role !== null) counts.set(role, (counts.get(role) ?? 0) + 1)
  let best: string | null = null
  for (const [role, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = role
  return best
}

/** What perspectives are on, in the order of the register; an issue comes before its parts. */
export function issueDrafts(
  study: Study,
  perspectives: readonly Perspective[],
  { issue, hasSilent }: MatrixOptions
): LineDraft[] {
  const wanted = issue === null ? null : issueAndParts(issue.id, study.issues)
  const known = new Set(study.issues.map(({ id }) => id))
  const byIssue = gatherBy(perspectives, one =>
    one.issue !== null && known.has(one.issue) ? one.issue : null
  )
  const draft = (one: Issue, whole: IssueId): LineDraft => ({
    key: `issue:${one.id}`,
    name: shortIssueName(one),
    title: one.question,
    role: null,
    unit: `issue:${whole}`,
    unitTitle: '',
    isPart: one.id !== whole,
    perspectives: byIssue.get(one.id) ?? [],
    isLast: false
  })
  const drafts = issueTree(study.issues).flatMap(({ issue: whole, parts }) => {
    const own = [whole, ...parts].filter(({ id }) => wanted === null || wanted.has(id))
    const isHeard = own.some(({ id }) => byIssue.has(id))
    if (!isHeard && !hasSilent && wanted === null) return []
    // Parts need the issue above them, even when it is silent itself.
    return own
      .filter(one => hasSilent || byIssue.has(one.id) || one === whole)
      .map(one => draft(one, whole.id))
  })
  const unset = byIssue.get(null) ?? []
  if (unset.length === 0) return drafts
  return [
    ...drafts,
    {
      key: 'issue-none',
      name: 'No issue set',
      title: 'No issue set',
      role: null,
      unit: 'issue-none',
      unitTitle: '',
      isPart: false,
      perspectives: unset,
      isLast: true
    }
  ]
}
