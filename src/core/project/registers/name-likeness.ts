import { foldName, nameWords } from './fold-name'
import { jaroWinkler } from './jaro-winkler'

/** Why two names may mean the same: written alike, one part of the other, initials, an acronym, a misspelling. */
export type Likeness = 'same' | 'part' | 'initials' | 'acronym' | 'spelling'

/** The same in words for a person. */
export const likenessWords: Record<Likeness, string> = {
  same: 'the same words',
  part: 'part of the name',
  initials: 'initials',
  acronym: 'abbreviation',
  spelling: 'similar spelling'
}

/** A name made ready to be compared with many others. */
export interface ComparableName {
  folded: string
  words: readonly string[]
}

export function comparableName(name: string): ComparableName {
  const folded = foldName(name)
  return { folded, words: nameWords(folded) }
}

/**
 * From this on two whole names count as spelled alike. Winkler (1990) and later practice in record linkage set the
 * cut between 0.88 and 0.95; names that share a word but not the person ("Anna Berg", "Anna Burger") ask for the
 * upper end.
 */
const alike = 0.93

/**
 * Whether two names look like one, and why; null when they do not. After case, diacritics and punctuation, names
 * are compared word by word as the token-based methods of Cohen, Ravikumar and Fienberg (2003, "A comparison of
 * string distance metrics for name-matching tasks") do, and the words by Jaro and Winkler.
 */
export function nameLikeness(a: ComparableName, b: ComparableName): Likeness | null {
  if (a.folded === '' || b.folded === '') return null
  if (a.folded === b.folded || sameWords(a.words, b.words)) return 'same'
  if (isPart(a.words, b.words) || isPart(b.words, a.words)) return 'part'
  if (hasInitials(a.words, b.words)) return 'initials'
  if (isAcronym(a, b) || isAcronym(b, a)) return 'acronym'
  return isSpelledAlike(a, b) ? 'spelling' : null
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')
}

/** "Lacey" of "Michael Lacey": every word stands in the longer name. A bare number or letter tells nothing. */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || !short.some(word => word.length > 2 && /\p{L}/u.test(word))) return false
  return short.every(word => long.includes(word))
}

/** "M. Lacey" and "Michael Lacey": the same last word, and before it letters that begin the other's words. */
function hasInitials(a: readonly string[], b: readonly string[]): boolean {
  const [last, other] = [a.at(-1), b.at(-1)]
  if (last !== other || last === undefined || last.length < 2 || a.length < 2 || b.length < 2) return false
  const [before, against] = [a.slice(0, -1), b.slice(0, -1)]
  if (![...before, ...against].some(word => word.length === 1)) return false
  const count = Math.min(before.length, against.length)
  for (let i = 0; i < count; i++) {
    const [one, two] = [before[i] ?? '', against[i] ?? '']
    const agree = one.length === 1 || two.length === 1 ? one[0] === two[0] : one === two
    if (!agree) return false
  }
  return true
}

/** "FBI" of "Federal Bureau of Investigation", with or without the small words. */
function isAcronym(short: ComparableName, long: ComparableName): boolean {
  if (short.folded.includes(' ') || short.folded.length < 2 || long.words.length < 2) return false
  const lettersOf = (words: readonly string[]) => words.map(word => word[0]).join('')
  return lettersOf(long.words) === short.folded || lettersOf(long.folded.split(' ')) === short.folded
}

/** The same number of words, each alike; one word alone must be long enough for a slip to be one. */
function isSpelledAlike(a: ComparableName, b: ComparableName): boolean {
  if (a.words.length !== b.words.length || sameButNumber(a.words, b.words)) return false
  if (Math.min(a.folded.length, b.folded.length) < 4) return false
  return a.words.every((word, i) => {
    const other = b.words[i] ?? ''
    if (word === other) return true
    return Math.min(word.length, other.length) >= 4 && jaroWinkler(word, other) >= alike
  })
}

/** "Doe 1" and "Doe 2" are two people by intent. */
function sameButNumber(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word, i) => word !== b[i] && /\p{N}/u.test(word + (b[i] ?? '')))
}
