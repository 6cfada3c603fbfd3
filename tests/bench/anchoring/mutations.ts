import type { TextRange } from '../../../src/core/annotation/spans'
import { paragraph, pick, type Random } from './prose'

/** Replaces a range of the old text; an empty range is an insertion, an empty text a deletion. */
export interface Edit extends TextRange {
  text: string
}

export interface Mutated {
  text: string
  /** Where a range of the old text truly lies now, white space at its ends aside; null when all of it went. */
  truth(range: TextRange): TextRange | null
}

export type Mutation = (text: string, random: Random) => Edit[]

/** Applies edits that do not overlap. */
export function applyEdits(text: string, unsorted: readonly Edit[]): Mutated {
  const edits = [...unsorted].sort((a, b) => a.startUtf16 - b.startUtf16)
  let result = ''
  let at = 0
  const placed = edits.map(edit => {
    result += text.slice(at, edit.startUtf16)
    const placedAt = result.length
    result += edit.text
    at = edit.endUtf16
    return { ...edit, placedAt }
  })
  result += text.slice(at)

  function place(offset: number, edge: 'start' | 'end'): number {
    let shift = 0
    for (const edit of placed) {
      const isInsertion = edit.startUtf16 === edit.endUtf16
      const isPast = edge === 'end' && isInsertion ? edit.endUtf16 < offset : edit.endUtf16 <= offset
      if (isPast) shift += edit.text.length - (edit.endUtf16 - edit.startUtf16)
      else if (edit.startUtf16 < offset)
        return edit.placedAt + Math.min(offset - edit.startUtf16, edit.text.length)
      else break
    }
    return offset + shift
  }
  return {
    text: result,
    truth: range => {
      const startUtf16 = place(range.startUtf16, 'start')
      const now = result.slice(startUtf16, place(range.endUtf16, 'end'))
      if (now.trim() === '') return null
      // What is left of a range may begin or end with the space around what went; nobody tags that.
      const from = startUtf16 + now.length - now.trimStart().length
      return { startUtf16: from, endUtf16: from + now.trim().length }
    }
  }
}

const letters = 'etaoinshrdlucmfwypvbgkqjxz'
const unlike =
  'umbrella crystal volcano rhythm jigsaw kiwi oxygen zeppelin puzzle lynx gypsum waltz quiver fjord vortex byte'.split(
    ' '
  )

export function wordsOf(text: string, pattern = /[\p{L}\p{N}]+/gu): TextRange[] {
  return [...text.matchAll(pattern)].map(match => ({
    startUtf16: match.index,
    endUtf16: match.index + match[0].length
  }))
}

function misspelt(word: string, at: number, random: Random): string {
  const head = word.slice(0, at)
  const rest = word.slice(at + 1)
  const kind = Math.floor(random() * 4)
  if (kind === 0 && word.length > 2) return head + rest
  if (kind === 1) return head + word.charAt(at) + pick([...letters], random) + rest
  if (kind === 2 && rest !== '') return head + rest.charAt(0) + word.charAt(at) + rest.slice(1)
  return head + pick([...letters], random) + rest
}

/** One mistake in this share of the words. */
export function wordTypos(share: number): Mutation {
  return (text, random) =>
    wordsOf(text)
      .filter(() => random() < share)
      .map(range => {
        const word = text.slice(range.startUtf16, range.endUtf16)
        return { ...range, text: misspelt(word, Math.floor(random() * word.length), random) }
      })
}

/** A mistake at this share of the letters, several in a word if it comes so. */
export function letterTypos(share: number): Mutation {
  return (text, random) =>
    wordsOf(text).map(range => {
      let word = text.slice(range.startUtf16, range.endUtf16)
      for (let at = word.length - 1; at >= 0; at--) if (random() < share) word = misspelt(word, at, random)
      return { ...range, text: word }
    })
}

export const changedMarks: Mutation = (text, random) => {
  const marks: Record<string, string[]> = {
    '“': ['"', '«', "''"],
    '”': ['"', '»', "''"],
    '‘': ["'", '‚'],
    '’': ["'"],
    '—': ['--', '–', '-'],
    '–': ['-', '—']
  }
  const choice = Math.floor(random() * 3)
  return wordsOf(text, /[“”‘’—–]/g).map(range => {
    const options = marks[text.charAt(range.startUtf16)] ?? ['"']
    return { ...range, text: options[choice % options.length] ?? '"' }
  })
}

export const wrapped: Mutation = text => {
  const edits: Edit[] = []
  let lineStart = 0
  for (const space of wordsOf(text, /\s+/g)) {
    if (text.slice(space.startUtf16, space.endUtf16).includes('\n')) lineStart = space.endUtf16
    else if (space.startUtf16 - lineStart > 66) {
      edits.push({ ...space, text: '\n' })
      lineStart = space.endUtf16
    }
  }
  return edits
}

export const crlf: Mutation = text => wordsOf(text, /\n/g).map(range => ({ ...range, text: '\r\n' }))

export const everySixthWord: Mutation = (text, random) => {
  const offset = Math.floor(random() * 6)
  return wordsOf(text)
    .filter((_, i) => i % 6 === offset)
    .map(range => ({ ...range, text: pick(unlike, random) }))
}

/** A fifth of the paragraphs get a new one below, every seventh goes. */
export const paragraphsChanged: Mutation = (text, random) =>
  wordsOf(text, /[^\n]+(?:\n\n|$)/g).flatMap(range => {
    const chance = random()
    if (chance < 0.2) {
      return [{ startUtf16: range.endUtf16, endUtf16: range.endUtf16, text: `${paragraph(random)}\n\n` }]
    }
    return chance < 0.34 ? [{ ...range, text: '' }] : []
  })

/** Edits of the first mutation, and of the second where they do not meet. */
export function both(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const free = second.filter(
    edit => !first.some(other => edit.startUtf16 <= other.endUtf16 && edit.endUtf16 >= other.startUtf16)
  )
  return [...first, ...free]
}
