import type { Actor, Case, Charge, Issue } from '../entities'
import type { ActorId, CaseId, IssueId, ProjectId } from '../ids'

/** New rows of the registers with a name and nothing else; they are filled in later. */

export function newActor(id: string, projectId: ProjectId, name: string): Actor {
  return { id: id as ActorId, projectId, name, kind: 'person', aliases: [], role: '', affiliation: '' }
}

export function newIssue(id: string, projectId: ProjectId, question: string): Issue {
  return { id: id as IssueId, projectId, question, shortName: '', description: '' }
}

export function newCase(id: string, projectId: ProjectId, name: string): Case {
  return { id: id as CaseId, projectId, name, court: '', jurisdiction: '', docketNumber: '', charges: [] }
}

export function newCharge(): Charge {
  return { statute: '', description: '', counts: null, defendants: [] }
}
