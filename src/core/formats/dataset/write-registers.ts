import type { Actor, Annotator, Case, Issue, Project, Relation } from '../../project/entities'
import { wholeOf, type IssuesById } from '../../project/registers/issue-parts'
import type { FormatIssue } from '../format'
import { formatPlace, showText } from '../problems'
import type { Dataset } from './schema'

// Each names every key, in the order of the schema: rows come from stores that keep their own order.

export function writeProject(row: Project): Dataset['project'] {
  const { id, title, description, createdAt, updatedAt } = row
  return { id, title, description, createdAt, updatedAt }
}

export function writeAnnotator({ id, name, role }: Annotator): Dataset['annotators'][number] {
  return { id, name, role }
}

export function writeActor(row: Actor): Dataset['actors'][number] {
  const { id, name, kind, aliases, role, affiliation, colour } = row
  return { id, name, kind, aliases, role, affiliation, ...(colour !== undefined && { colour }) }
}

/** A whole that is not there, or is itself a part, is left out and reported. */
export function writeIssue(row: Issue, byId: IssuesById, issues: FormatIssue[]): Dataset['issues'][number] {
  const { id, question, shortName, description, partOf } = row
  const whole = wholeOf(row, byId)
  if (partOf !== undefined && whole === null) {
    const message = `This issue is said to be part of ${showText(partOf)}, which cannot have parts; left out.`
    issues.push({ place: formatPlace(['issues', id]), message })
  }
  return { id, question, shortName, description, ...(whole !== null && { partOf: whole.id }) }
}

/** Defendants that are not among the actors are left out and reported. */
export function writeCase(
  row: Case,
  actorIds: ReadonlySet<string>,
  issues: FormatIssue[]
): Dataset['cases'][number] {
  const { id, name, court, jurisdiction, docketNumber } = row
  const charges = row.charges.map(({ statute, description, counts, defendants }) => {
    const known = defendants.filter(actor => {
      if (actorIds.has(actor)) return true
      const message = `A charge names the defendant ${showText(actor)}, who is not among the actors; left out.`
      issues.push({ place: formatPlace(['cases', id, 'charges']), message })
      return false
    })
    return { statute, description, counts, defendants: known }
  })
  return { id, name, court, jurisdiction, docketNumber, charges }
}

export function writeRelation({ id, type, from, to, annotatorId }: Relation): Dataset['relations'][number] {
  return { id, type, from, to, annotatorId }
}
