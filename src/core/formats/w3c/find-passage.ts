import { CodePointIndex } from '../../anchoring/code-points'
import type { W3cSelector } from './w3c-schema'

/** Where a passage stands, in UTF-16 units; `isFound` when its words were looked for. */
export interface FoundPassage {
  start: number
  end: number
  isFound: boolean
}

/** Finds the passages that selectors name in one text. */
export class PassageFinder {
  private readonly index: CodePointIndex

  constructor(private readonly text: string) {
    this.index = new CodePointIndex(text)
  }

  /**
   * By position in code points, as the recommendation has it, or in UTF-16 units, as some tools count, whichever the
   * quotation agrees with; else the one place where the quotation stands in its context. Null when there is none.
   */
  find(selectors: readonly W3cSelector[]): FoundPassage | null {
    const quote = selectors.find(row => row.exact !== undefined)
    const position = selectors.find(row => row.start !== undefined && row.end !== undefined)
    const exact = quote?.exact
    if (position?.start !== undefined && position.end !== undefined) {
      const { start, end } = position
      const points = this.fromCodePoints(start, end)
      if (points !== null && (exact === undefined || this.text.slice(...points) === exact))
        return { start: points[0], end: points[1], isFound: false }
      if (exact !== undefined && this.text.slice(start, end) === exact) return { start, end, isFound: false }
    }
    return exact === undefined || exact === ''
      ? null
      : this.findQuote(exact, quote?.prefix ?? '', quote?.suffix ?? '')
  }

  private fromCodePoints(start: number, end: number): [number, number] | null {
    const { lengthCodePoints } = this.index
    if (start < 0 || end <= start || end > lengthCodePoints) return null
    return [this.index.toUtf16(start), this.index.toUtf16(end)]
  }

  /** Only where it stands but once: which of several was meant cannot be known. */
  private findQuote(exact: string, prefix: string, suffix: string): FoundPassage | null {
    for (const [before, after] of [
      [prefix, suffix],
      ['', '']
    ] as const) {
      const needle = before + exact + after
      const first = this.text.indexOf(needle)
      if (first === -1 || this.text.indexOf(needle, first + 1) !== -1) continue
      const start = first + before.length
      return { start, end: start + exact.length, isFound: true }
    }
    return null
  }
}
