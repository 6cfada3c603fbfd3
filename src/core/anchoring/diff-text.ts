import { equalStretches } from './equal-stretches'
import { settleChanges } from './settle-changes'

/** A stretch that both texts share, that only the old one has, or only the new one. */
export interface DiffPart {
  kind: 'equal' | 'removed' | 'added'
  text: string
  /** Where it starts, or would stand, in the old text; UTF-16 units. */
  startBefore: number
  /** The same in the new text. */
  startAfter: number
}

/**
 * A readable difference of two texts, by words and marks of punctuation: the equal and removed parts make the
 * old text, the equal and added parts the new one. Parts follow each other in both texts, none is empty, and
 * of one change the removed part comes first. Shortest edits after Myers (1986), divided at lines and words
 * that are unique in both texts; texts of hundreds of thousands of words with few changes take milliseconds.
 */
export function diffText(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = []
  let [atBefore, atAfter] = [0, 0]
  const end = { a: before.length, b: after.length, length: 0 }
  const stretches = before === after ? [{ ...end, a: 0, b: 0, length: before.length }] : changedStretches()
  for (const { a, b, length } of [...stretches, end]) {
    addPart('removed', before.slice(atBefore, a))
    addPart('added', after.slice(atAfter, b))
    addPart('equal', before.slice(a, a + length))
  }
  return parts

  function changedStretches() {
    return settleChanges(equalStretches(before, after), before, after)
  }

  function addPart(kind: DiffPart['kind'], text: string): void {
    if (text === '') return
    const last = parts.at(-1)
    if (kind === 'equal' && last?.kind === 'equal') last.text += text
    else parts.push({ kind, text, startBefore: atBefore, startAfter: atAfter })
    if (kind !== 'added') atBefore += text.length
    if (kind !== 'removed') atAfter += text.length
  }
}
