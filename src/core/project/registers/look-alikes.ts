import { comparableName, nameLikeness, type ComparableName, type Likeness } from './name-likeness'

/** What has a name in a register: an actor, an issue by its question and short name, a case. */
export interface NamedEntry {
  id: string
  name: string
  aliases: readonly string[]
}

export interface LookAlike {
  entry: NamedEntry
  likeness: Likeness
  /** The entry's name or alias that looks like it. */
  by: string
}

export interface PossibleDuplicate {
  a: NamedEntry
  b: NamedEntry
  likeness: Likeness
}

/** The surest first. */
const order: readonly Likeness[] = ['same', 'initials', 'spelling', 'part', 'acronym']

/** Entries whose name or an alias looks like `name`, the surest first, at most `limit`. */
export function findLookAlikes(name: string, entries: readonly NamedEntry[], limit = 3): LookAlike[] {
  const wanted = comparableName(name)
  const found: LookAlike[] = []
  for (const entry of entries) {
    let best: LookAlike | null = null
    for (const by of [entry.name, ...entry.aliases]) {
      const likeness = nameLikeness(wanted, comparableName(by))
      if (likeness === null) continue
      if (best === null || rank(likeness) < rank(best.likeness)) best = { entry, likeness, by }
    }
    if (best !== null) found.push(best)
  }
  return found.sort((a, b) => rank(a.likeness) - rank(b.likeness)).slice(0, limit)
}

/**
 * Pairs of entries that may mean the same, the surest first, at most `limit`. Only names that share a word, the
 * first three letters of one, or an acronym are compared, so that thousands of entries take no quadratic time; a
 * word that more than 200 names share is no ground for comparing.
 */
export function possibleDuplicates(entries: readonly NamedEntry[], limit = 200): PossibleDuplicate[] {
  const names = entries.flatMap(entry =>
    [entry.name, ...entry.aliases].map(name => ({ entry, name: comparableName(name) }))
  )
  const groups = new Map<string, typeof names>()
  for (const item of names)
    for (const key of new Set(keysOf(item.name))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  const found = new Map<string, PossibleDuplicate>()
  for (const group of groups.values()) {
    if (group.length > mostInGroup) continue
    group.forEach((first, i) => {
      for (const second of group.slice(i + 1)) addPair(found, first, second)
    })
  }
  return [...found.values()].sort((a, b) => rank(a.likeness) - rank(b.likeness)).slice(0, limit)
}

const mostInGroup = 200

interface NameOfEntry {
  entry: NamedEntry
  name: ComparableName
}

function addPair(found: Map<string, PossibleDuplicate>, first: NameOfEntry, second: NameOfEntry): void {
  if (first.entry.id === second.entry.id) return
  const [a, b] = first.entry.id < second.entry.id ? [first, second] : [second, first]
  const likeness = nameLikeness(a.name, b.name)
  if (likeness === null) return
  const key = `${a.entry.id} ${b.entry.id}`
  const known = found.get(key)
  if (known === undefined || rank(likeness) < rank(known.likeness))
    found.set(key, { a: a.entry, b: b.entry, likeness })
}

/** What two names that look alike have in common. */
function keysOf({ folded, words }: ComparableName): string[] {
  const keys = words.flatMap(word => [word, `${word.slice(0, 3)}…`])
  if (words.length < 2) return [...keys, `!${folded}`]
  const letters = (list: readonly string[]) => `!${list.map(word => word[0]).join('')}`
  return [...keys, letters(words), letters(folded.split(' '))]
}

function rank(likeness: Likeness): number {
  return order.indexOf(likeness)
}
