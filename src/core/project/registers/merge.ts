import type { Edit } from '../../history/change-set'
import type { Actor, Case, Charge, Issue } from '../entities'
import { followMentions, type MentioningRows } from './follow-mentions'
import { moveParts } from './issue-parts'

/** `merged` becomes part of `kept`: what named it names `kept`, and its own row goes. */
export interface Merge<Row> extends MentioningRows {
  kept: Row
  merged: Row
  now: string
}

/**
 * One actor of two. The merged name and its aliases become aliases, empty fields are filled from it; annotations,
 * parties and defendants follow, and none stands twice where both were named. Merging an actor with itself changes
 * nothing.
 */
export function mergeActors({ kept, merged, now, ...rows }: Merge<Actor>): Edit {
  const colour = kept.colour ?? merged.colour
  const after: Actor = {
    ...kept,
    aliases: united(kept.name, [...kept.aliases, merged.name, ...merged.aliases]),
    role: kept.role || merged.role,
    affiliation: kept.affiliation || merged.affiliation,
    ...(colour !== undefined && { colour })
  }
  const label = 'Merge actors'
  if (kept.id === merged.id) return { label, changes: [] }
  return {
    label,
    changes: [
      { table: 'actors', id: kept.id, before: kept, after },
      ...followMentions('actor', merged.id, kept.id, rows, now),
      { table: 'actors', id: merged.id, before: merged, after: null }
    ]
  }
}

/**
 * One issue of two; both descriptions are kept, and the question that goes is kept below them. Parts follow: where
 * the kept issue is itself a part, they become parts of the same whole.
 */
export function mergeIssues({ kept, merged, now, ...rows }: Merge<Issue>): Edit {
  const pieces = [
    kept.description,
    merged.question === kept.question ? '' : merged.question,
    merged.description
  ]
  const { partOf, ...alone } = kept
  const isPart = partOf !== undefined && partOf !== merged.id
  const after: Issue = {
    ...alone,
    ...(isPart && { partOf }),
    shortName: kept.shortName || merged.shortName,
    description: united('', pieces).join('\n\n').slice(0, longest)
  }
  const label = 'Merge issues'
  if (kept.id === merged.id) return { label, changes: [] }
  return {
    label,
    changes: [
      { table: 'issues', id: kept.id, before: kept, after },
      ...followMentions('issue', merged.id, kept.id, rows, now),
      ...moveParts(
        merged.id,
        isPart ? partOf : kept.id,
        rows.issues.filter(({ id }) => id !== kept.id && id !== merged.id)
      ),
      { table: 'issues', id: merged.id, before: merged, after: null }
    ]
  }
}

/** One case of two, with the charges of both; a charge that both have in the same words stands once. */
export function mergeCases({ kept, merged, now, ...rows }: Merge<Case>): Edit {
  const own = new Set(kept.charges.map(chargeKey))
  const after: Case = {
    ...kept,
    court: kept.court || merged.court,
    jurisdiction: kept.jurisdiction || merged.jurisdiction,
    docketNumber: kept.docketNumber || merged.docketNumber,
    charges: [...kept.charges, ...merged.charges.filter(charge => !own.has(chargeKey(charge)))]
  }
  const label = 'Merge cases'
  if (kept.id === merged.id) return { label, changes: [] }
  return {
    label,
    changes: [
      { table: 'cases', id: kept.id, before: kept, after },
      ...followMentions('case', merged.id, kept.id, rows, now),
      { table: 'cases', id: merged.id, before: merged, after: null }
    ]
  }
}

/** Of an issue's description, in UTF-16 units. */
const longest = 10_000

/** Each text once, in order, without empty ones and without `name`. Spellings that differ at all are kept. */
function united(name: string, texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(text => text !== '' && text !== name)
}

function chargeKey({ statute, description, counts, defendants }: Charge): string {
  return JSON.stringify([statute, description, counts, [...defendants].sort()])
}
