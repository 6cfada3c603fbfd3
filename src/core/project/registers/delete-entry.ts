import type { Edit } from '../../history/change-set'
import type { Actor, Case, Issue } from '../entities'
import { followMentions, type MentioningRows } from './follow-mentions'
import { moveParts } from './issue-parts'

/** Deletes an actor together with every mention of it, in annotations and in charges. */
export function deleteActor(actor: Actor, rows: MentioningRows, now: string): Edit {
  const mentions = followMentions('actor', actor.id, null, rows, now)
  return {
    label: 'Delete actor',
    changes: [...mentions, { table: 'actors', id: actor.id, before: actor, after: null }]
  }
}

/** Deletes an issue together with every mention of it. Its parts stay and stand by themselves. */
export function deleteIssue(issue: Issue, rows: MentioningRows, now: string): Edit {
  const mentions = followMentions('issue', issue.id, null, rows, now)
  return {
    label: 'Delete issue',
    changes: [
      ...mentions,
      ...moveParts(issue.id, null, rows.issues),
      { table: 'issues', id: issue.id, before: issue, after: null }
    ]
  }
}

/** Deletes a case with its charges, together with every mention of it. */
export function deleteCase(deleted: Case, rows: MentioningRows, now: string): Edit {
  const mentions = followMentions('case', deleted.id, null, rows, now)
  return {
    label: 'Delete case',
    changes: [...mentions, { table: 'cases', id: deleted.id, before: deleted, after: null }]
  }
}
