import type { DrawingKit, TextFont } from './figure'

/** White space, or the place after a hyphen or a dash: where a line may end. */
const breaks = /(?<=[\p{L}\p{N}][-\u2010\u2013\u2014])(?=[\p{L}\p{N}])|(?<=\s)(?=\S)/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A text in lines of at most `width` px. Line feeds and runs of white space count as one space; a word that
 * is wider than a line is broken between graphemes. An empty text has no lines.
 */
export function wrapText(
  text: string,
  font: TextFont,
  width: number,
  measure: DrawingKit['measure']
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.replace(/\s+/gu, ' ').trim().split(breaks)) {
    if (fits(line + piece)) {
      line += piece
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    const broken = fits(piece) ? [piece] : breakWord(piece)
    line = broken.at(-1) ?? ''
    lines.push(...broken.slice(0, -1))
  }
  if (line !== '') lines.push(line.trimEnd())
  return lines

  function fits(candidate: string): boolean {
    return measure(candidate.trimEnd(), font) <= width
  }

  function breakWord(word: string): string[] {
    const parts: string[] = []
    let part = ''
    for (const { segment } of graphemes.segment(word)) {
      // At least one grapheme stands on a line, however narrow it is.
      if (part !== '' && !fits(part + segment)) {
        parts.push(part)
        part = ''
      }
      part += segment
    }
    return [...parts, part]
  }
}

/** The text on one line, cut with an ellipsis where it is wider than `width` px. */
export function cutText(text: string, font: TextFont, width: number, measure: DrawingKit['measure']): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (measure(line, font) <= width) return line
  let cut = ''
  for (const { segment } of graphemes.segment(line)) {
    if (measure(`${cut}${segment}…`, font) > width) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}
