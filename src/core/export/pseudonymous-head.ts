import { cutTo } from '../anchoring/cut-to'
import type { ProjectHead } from '../formats/project-source'
import type { Attribute, Codebook, CodebookOption } from '../project/codebook'
import type { Actor, Case, Issue } from '../project/entities'
import type { ActorNames } from './actor-names'

/** Registers, codebook and description without the names of actors. */
export function pseudonymousHead(head: ProjectHead, names: ActorNames): ProjectHead {
  const { project } = head
  return {
    ...head,
    project: {
      ...project,
      title: cutTo(names.replace(project.title, 'project'), 500),
      description: names.replace(project.description, 'project')
    },
    codebook: pseudonymousCodebook(head.codebook, names),
    actors: head.actors.map(row => pseudonymousActor(row, names)),
    issues: head.issues.map(row => pseudonymousIssue(row, names)),
    cases: head.cases.map(row => pseudonymousCase(row, names))
  }
}

function pseudonymousActor(row: Actor, names: ActorNames): Actor {
  const pseudonym = names.pseudonyms.get(row.id)
  if (pseudonym === undefined) return row
  return {
    ...row,
    ...pseudonym,
    aliases: [],
    role: names.replace(row.role, 'actors'),
    affiliation: names.replace(row.affiliation, 'actors')
  }
}

function pseudonymousIssue(row: Issue, names: ActorNames): Issue {
  const { partOf, ...rest } = row
  const id = names.issueId(row.id) ?? row.id
  const whole = partOf === undefined ? null : names.issueId(partOf)
  return {
    ...rest,
    id,
    question: cutTo(names.replace(row.question, 'issues'), 1000),
    shortName: cutTo(names.replace(row.shortName, 'issues'), 200),
    description: names.replace(row.description, 'issues'),
    ...(whole === null ? {} : { partOf: whole })
  }
}

function pseudonymousCase(row: Case, names: ActorNames): Case {
  return {
    ...row,
    id: names.caseId(row.id) ?? row.id,
    name: cutTo(names.replace(row.name, 'cases'), 500),
    court: names.replace(row.court, 'cases'),
    docketNumber: '',
    charges: row.charges.map(charge => ({
      ...charge,
      description: names.replace(charge.description, 'cases'),
      defendants: charge.defendants.flatMap(id => names.actorId(id) ?? [])
    }))
  }
}

/** Guidance likes to quote the texts that are coded. */
function pseudonymousCodebook(codebook: Codebook, names: ActorNames): Codebook {
  const replace = (text: string) => names.replace(text, 'codebook')
  const option = (row: CodebookOption): CodebookOption =>
    row.definition === undefined ? row : { ...row, definition: replace(row.definition) }
  const attribute = (row: Attribute): Attribute => ({
    ...row,
    ...(row.guidance === undefined ? {} : { guidance: replace(row.guidance) }),
    ...(row.options === undefined ? {} : { options: row.options.map(option) })
  })
  return {
    ...codebook,
    layers: codebook.layers.map(row => ({
      ...row,
      ...(row.guidance === undefined ? {} : { guidance: replace(row.guidance) }),
      attributes: row.attributes.map(attribute)
    }))
  }
}
