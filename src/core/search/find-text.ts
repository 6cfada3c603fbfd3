import { foldText, type FoldedText } from './fold'

export interface FindOptions {
  matchCase: boolean
  wholeWords: boolean
}

/** Where something was found: UTF-16 offsets into the text, half open, in order; the lists are of one length. */
export interface Hits {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export const noHits: Hits = { starts: [], ends: [] }

const wordCharacter = /[\p{L}\p{N}_]/u

/**
 * All places of a text that hold the query, without overlaps. `folded` is the text as `foldText` gives it with
 * `keepCase` for `matchCase`; line breaks and spaces in the query are the same. An empty query finds nothing.
 */
export function findAll(folded: FoldedText, query: string, options: FindOptions): Hits {
  const wanted = foldText(query, { keepCase: options.matchCase }).text
  if (wanted.trim() === '') return noHits
  const { text } = folded
  const starts: number[] = []
  const ends: number[] = []
  for (let at = text.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length
    const isHit = !options.wholeWords || isWhole(text, at, end)
    if (isHit) {
      starts.push(folded.toOriginal(at))
      ends.push(folded.toOriginal(end))
    }
    at = text.indexOf(wanted, isHit ? end : at + 1)
  }
  return { starts, ends }
}

/** The number of the first hit that starts at or after an offset; the first of all when none does; -1 without hits. */
export function hitFrom({ starts }: Hits, utf16: number): number {
  if (starts.length === 0) return -1
  const found = firstNotBelow(starts, utf16)
  return found < starts.length ? found : 0
}

/** The hits that touch a stretch of the text, as numbers from `first` up to and without `end`. */
export function hitsBetween(
  hits: Hits,
  startUtf16: number,
  endUtf16: number
): { first: number; end: number } {
  return { first: firstNotBelow(hits.ends, startUtf16 + 1), end: firstNotBelow(hits.starts, endUtf16) }
}

/** A word ends where a letter meets something else; what itself begins with a mark needs no border there. */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !(isWordAt(text, start - 1) && isWordAt(text, start)) && !(isWordAt(text, end - 1) && isWordAt(text, end))
  )
}

function isWordAt(text: string, at: number): boolean {
  const character = text[at]
  return character !== undefined && wordCharacter.test(character)
}

function firstNotBelow(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
