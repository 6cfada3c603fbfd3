import type { Actor, Case, Issue } from '../entities'

/** Which register a row belongs to; also the kind of attribute that names such rows. */
export type RegisterKind = 'actor' | 'issue' | 'case'

export interface RegisterRows {
  actor: Actor
  issue: Issue
  case: Case
}

export const registerTables = { actor: 'actors', issue: 'issues', case: 'cases' } as const

/** The name of a row; of an issue its question. */
export function nameOf(row: Actor | Issue | Case): string {
  return 'question' in row ? row.question : row.name
}

/** Further names by which a row is known: an actor's aliases, an issue's short name, a case's docket number. */
export function furtherNames(row: Actor | Issue | Case): readonly string[] {
  if ('aliases' in row) return row.aliases
  const further = 'question' in row ? row.shortName : row.docketNumber
  return further === '' ? [] : [further]
}
