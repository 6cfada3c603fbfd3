import { hitsBetween, type Hits } from '../../core/search/find-text'
import type { TextRange } from '../../core/annotation/spans'
import type { BlockBand } from './block-band'
import { findHighlight, foundHighlight, problemHighlight, shadeHighlight } from './highlight-styles'
import type { DomPositions } from './position-map'

/** What is painted beside annotations. */
export interface TextMarks {
  /** What a search in the article found, and which of it is looked at; -1 for none. */
  found: { hits: Hits; current: number } | null
  /** The only passage that is not shaded; null when nothing is. */
  spotlight: TextRange | null
  /** Passages that have a problem, in text order; null for none. */
  problems: readonly TextRange[] | null
}

/** Where Ctrl+F found something, and what focus mode shades: CSS custom highlights in the painted band only. */
export class RangeHighlights {
  readonly #positions: DomPositions
  #painted: { name: string; range: StaticRange }[] = []
  #marks: TextMarks | null = null
  #band: BlockBand = { first: 0, last: -1 }

  constructor(positions: DomPositions) {
    this.#positions = positions
  }

  paint(marks: TextMarks, band: BlockBand): void {
    if (typeof CSS === 'undefined' || !('highlights' in CSS)) return
    const old = this.#marks
    const isSame =
      old?.found === marks.found &&
      old.spotlight === marks.spotlight &&
      old.problems === marks.problems &&
      this.#band === band
    if (isSame) return
    this.#marks = marks
    this.#band = band
    this.#erase()
    this.#paintFound(marks, band)
    this.#paintProblems(marks, band)
    if (marks.spotlight !== null) this.#paintShade(marks.spotlight, band)
  }

  clear(): void {
    this.#erase()
    this.#marks = null
  }

  #paintFound({ found }: TextMarks, band: BlockBand): void {
    if (found === null) return
    const { hits, current } = found
    const { startUtf16, endUtf16 } = this.#extentOf(band)
    const { first, end } = hitsBetween(hits, startUtf16, endUtf16)
    for (let i = first; i < end; i++) {
      const range = { startUtf16: hits.starts[i] ?? 0, endUtf16: hits.ends[i] ?? 0 }
      this.#add(i === current ? foundHighlight : findHighlight, range, band)
    }
  }

  #paintProblems({ problems }: TextMarks, band: BlockBand): void {
    const { startUtf16, endUtf16 } = this.#extentOf(band)
    for (const range of problems ?? [])
      if (range.startUtf16 < endUtf16 && range.endUtf16 > startUtf16) this.#add(problemHighlight, range, band)
  }

  #paintShade(spotlight: TextRange, band: BlockBand): void {
    const { startUtf16, endUtf16 } = this.#extentOf(band)
    const before = { startUtf16, endUtf16: Math.min(endUtf16, spotlight.startUtf16) }
    const after = { startUtf16: Math.max(startUtf16, spotlight.endUtf16), endUtf16 }
    for (const range of [before, after])
      if (range.startUtf16 < range.endUtf16) this.#add(shadeHighlight, range, band)
  }

  #extentOf({ first, last }: BlockBand): TextRange {
    const { blocks } = this.#positions.map
    return { startUtf16: blocks[first]?.startUtf16 ?? 0, endUtf16: blocks[last]?.endUtf16 ?? 0 }
  }

  #add(name: string, text: TextRange, band: BlockBand): void {
    for (const { block, from, to } of this.#positions.map.pieces(text, band.first, band.last)) {
      const node = this.#positions.textNode(block)
      if (node === null) continue
      const range = new StaticRange({
        startContainer: node,
        startOffset: from,
        endContainer: node,
        endOffset: Math.min(to, node.length)
      })
      highlight(name).add(range)
      this.#painted.push({ name, range })
    }
  }

  #erase(): void {
    for (const { name, range } of this.#painted) CSS.highlights.get(name)?.delete(range)
    this.#painted = []
  }
}

/** Above all annotations; what is looked at lies above what else was found. */
const priorities: Readonly<Record<string, number>> = {
  [shadeHighlight]: 3,
  [findHighlight]: 4,
  [foundHighlight]: 5
}

function highlight(name: string): Highlight {
  const existing = CSS.highlights.get(name)
  if (existing !== undefined) return existing
  const created = new Highlight()
  created.priority = priorities[name] ?? 0
  CSS.highlights.set(name, created)
  return created
}
