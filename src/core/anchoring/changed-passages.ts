import type { DiffPart } from './diff-text'

/** Changes that stand near to each other, with some of the text around them. */
export interface ChangedPassage {
  /** Equal parts at the ends are cut to the context asked for. */
  parts: DiffPart[]
  /** Where the first change starts in the old and in the new text; UTF-16 units. */
  startBefore: number
  startAfter: number
  /** Where the last change ends in the new text. */
  endAfter: number
}

/**
 * What a person reads of a difference: the changes, each with about `contextUtf16` units around it, cut at
 * the border of a paragraph or at white space where there is some. Changes with less than twice as much between them are one passage.
 */
export function changedPassages(parts: readonly DiffPart[], contextUtf16 = 60): ChangedPassage[] {
  const passages: ChangedPassage[] = []
  let open: ChangedPassage | null = null
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'equal') {
      if (open === null) {
        open = { parts: [], startBefore: part.startBefore, startAfter: part.startAfter, endAfter: 0 }
        const lead = parts[index - 1]
        if (lead?.kind === 'equal') open.parts.push(endOf(lead, contextUtf16))
        passages.push(open)
      }
      open.parts.push(part)
      open.endAfter = part.startAfter + (part.kind === 'added' ? part.text.length : 0)
      continue
    }
    if (open === null) continue
    const isGap = index < parts.length - 1 && part.text.length < 2 * contextUtf16
    if (isGap && !part.text.includes('\n')) open.parts.push(part)
    else {
      open.parts.push(startOf(part, contextUtf16))
      open = null
    }
  }
  return passages
}

function startOf(part: DiffPart, units: number): DiffPart {
  const paragraph = part.text.split('\n', 1)[0] ?? ''
  if (paragraph.length <= units) return { ...part, text: paragraph }
  const cut = paragraph.slice(0, units)
  const space = cut.search(/\s\S*$/u)
  return { ...part, text: wholeCharacters(space > 0 ? cut.slice(0, space) : cut) }
}

function endOf(part: DiffPart, units: number): DiffPart {
  const paragraph = part.text.slice(part.text.lastIndexOf('\n') + 1)
  const cut = paragraph.slice(-units)
  const space = cut.length < paragraph.length ? cut.search(/\s/u) : -1
  const text = wholeCharacters(space >= 0 && space < cut.length - 1 ? cut.slice(space + 1) : cut)
  const gone = part.text.length - text.length
  return { ...part, text, startBefore: part.startBefore + gone, startAfter: part.startAfter + gone }
}

/** Without halves of surrogate pairs at its ends. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
}

/** How many words went and came, counted as runs without white space. */
export function changedWords(parts: readonly DiffPart[]): { removed: number; added: number } {
  const count = { removed: 0, added: 0 }
  for (const { kind, text } of parts) if (kind !== 'equal') count[kind] += text.match(/\S+/gu)?.length ?? 0
  return count
}
