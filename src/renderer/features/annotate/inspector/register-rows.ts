import type { RowChange } from '../../../../core/history/change-set'
import type { Actor, Case, Issue } from '../../../../core/project/entities'
import type { ProjectId } from '../../../../core/project/ids'
import { findLookAlikes } from '../../../../core/project/registers/look-alikes'
import { likenessWords } from '../../../../core/project/registers/name-likeness'
import { newActor, newCase, newIssue } from '../../../../core/project/registers/new-entries'
import { furtherNames, nameOf, type RegisterKind } from '../../../../core/project/registers/register-kind'
import type { CounterpointDatabase } from '../../../persistence/database'

/** What controls need to make new register entries, and to say what they could not save. */
export interface FieldContext {
  database: CounterpointDatabase
  projectId: ProjectId
  newId(): string
  notify(message: string): void
}

/** A new actor, issue or case named as typed; everything else is filled in later. */
export function newRegisterRow(
  kind: RegisterKind,
  name: string,
  { projectId, newId }: Pick<FieldContext, 'projectId' | 'newId'>
): { id: string; change: RowChange } {
  const id = newId()
  switch (kind) {
    case 'actor':
      return { id, change: { table: 'actors', id, before: null, after: newActor(id, projectId, name) } }
    case 'issue':
      return { id, change: { table: 'issues', id, before: null, after: newIssue(id, projectId, name) } }
    case 'case':
      return { id, change: { table: 'cases', id, before: null, after: newCase(id, projectId, name) } }
  }
}

/** Entries that look like a name that is about to be created, and why. */
export function similarEntries(
  name: string,
  rows: readonly (Actor | Issue | Case)[]
): { id: string; name: string; detail: string }[] {
  const entries = rows.map(row => ({ id: row.id, name: nameOf(row), aliases: furtherNames(row) }))
  return findLookAlikes(name, entries).map(({ entry, likeness }) => ({
    id: entry.id,
    name: entry.name,
    detail: likenessWords[likeness]
  }))
}
