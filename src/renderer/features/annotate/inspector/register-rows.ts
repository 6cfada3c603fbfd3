import type { RowChange } from '../../../../core/history/change-set'
import type { Actor, Case, Issue } from '../../../../core/project/entities'
import type { ActorId, CaseId, IssueId, ProjectId } from '../../../../core/project/ids'
import type { CounterpointDatabase } from '../../../persistence/database'

/** What controls need to make new register entries, and to say what they could not save. */
export interface FieldContext {
  database: CounterpointDatabase
  projectId: ProjectId
  newId(): string
  notify(message: string): void
}

export type RegisterKind = 'actor' | 'issue' | 'case'

/** A new actor, issue or case named as typed; everything else is filled in later. */
export function newRegisterRow(
  kind: RegisterKind,
  name: string,
  { projectId, newId }: Pick<FieldContext, 'projectId' | 'newId'>
): { id: string; change: RowChange } {
  const id = newId()
  switch (kind) {
    case 'actor': {
      const after: Actor = {
        id: id as ActorId,
        projectId,
        name,
        kind: 'person',
        aliases: [],
        role: '',
        affiliation: ''
      }
      return { id, change: { table: 'actors', id, before: null, after } }
    }
    case 'issue': {
      const after: Issue = { id: id as IssueId, projectId, question: name, shortName: '', description: '' }
      return { id, change: { table: 'issues', id, before: null, after } }
    }
    case 'case': {
      const after: Case = {
        id: id as CaseId,
        projectId,
        name,
        court: '',
        jurisdiction: '',
        docketNumber: '',
        charges: []
      }
      return { id, change: { table: 'cases', id, before: null, after } }
    }
  }
}
