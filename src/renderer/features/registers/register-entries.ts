import type { Actor, Annotation, Case, Issue } from '../../../core/project/entities'
import { foldName } from '../../../core/project/registers/fold-name'
import type { NamedEntry } from '../../../core/project/registers/look-alikes'
import { furtherNames, nameOf, type RegisterKind } from '../../../core/project/registers/register-kind'

/** A row of a register as its list shows it. */
export interface RegisterEntry extends NamedEntry {
  detail: string
  colour: string | undefined
  /** How many annotations name it. */
  mentions: number
  /** Names and details as they are searched. */
  folded: string
}

export type EntryOrder = 'name' | 'mentions'

/** How each register is called. */
export const registerWords = {
  actor: { one: 'actor', many: 'actors', title: 'Actors' },
  issue: { one: 'issue', many: 'issues', title: 'Issues' },
  case: { one: 'case', many: 'cases', title: 'Cases' }
} as const satisfies Record<RegisterKind, object>

export function entriesOf(
  rows: readonly (Actor | Issue | Case)[],
  mentions: ReadonlyMap<string, readonly Annotation[]>
): RegisterEntry[] {
  return rows.map(row => {
    const [name, aliases, detail] = [nameOf(row), furtherNames(row), detailOf(row)]
    return {
      id: row.id,
      name,
      aliases,
      detail,
      colour: 'colour' in row ? row.colour : undefined,
      mentions: mentions.get(row.id)?.length ?? 0,
      folded: foldName([name, ...aliases, detail].join(' '))
    }
  })
}

/** Entries that contain every word of `query` in a name, an alias or a detail; in the order wanted. */
export function listedEntries(
  entries: readonly RegisterEntry[],
  query: string,
  order: EntryOrder
): RegisterEntry[] {
  const words = foldName(query).split(' ').filter(Boolean)
  const found = entries.filter(entry => words.every(word => entry.folded.includes(word)))
  // They come by name; the sort is stable.
  return order === 'name' ? found : found.sort((a, b) => b.mentions - a.mentions)
}

function detailOf(row: Actor | Issue | Case): string {
  if ('question' in row) return row.shortName
  if ('court' in row) return [row.court, row.docketNumber].filter(Boolean).join(' · ')
  return [row.role, row.affiliation].filter(Boolean).join(' · ')
}

/** "1 annotation", "12 annotations"; with a noun for other things. */
export function countOf(count: number, noun = 'annotation'): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
